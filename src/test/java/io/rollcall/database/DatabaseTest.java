package io.rollcall.database;

import java.nio.file.Path;
import java.sql.SQLException;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A server named by its URL. */
class DatabaseTest {

	private static final Path NO_HOME = Path.of("/proc/none");

	private final Database server = TestDatabase.fresh();

	@AfterEach
	void forget() {
		System.clearProperty("spring.datasource.url");
		System.clearProperty("spring.datasource.username");
		System.clearProperty("spring.datasource.password");
	}

	@Test
	void opensAServerWithoutTouchingTheHome() throws SQLException {
		try (Database database = Database.open(uri(this.server.password()), NO_HOME)) {
			database.connect().close();
			database.migrate();
			database.migrate();
		}
	}

	@Test
	void takesWhatSpringBootNames() throws SQLException {
		System.setProperty("spring.datasource.url", this.server.jdbcUrl());
		System.setProperty("spring.datasource.username", this.server.user());
		System.setProperty("spring.datasource.password", this.server.password());
		try (Database database = Database.open(null, NO_HOME)) {
			database.connect().close();
		}
	}

	@Test
	void saysWhatIsWrongWithoutThePassword() {
		assertThat(failure(uri("hidden")).key()).isEqualTo("REFUSED");
		assertThat(failure(uri(this.server.password()).replaceFirst("/t\\d+_\\d+", "/nowhere")).key())
			.isEqualTo("NO_DATABASE");
		assertThat(failure("postgresql://anna:hidden@127.0.0.1:1/d").key()).isEqualTo("UNREACHABLE");
		assertThat(failure("postgresql://anna:hidden@no-such-host.invalid/d").key()).isEqualTo("UNREACHABLE");
	}

	@Test
	void refusesServersThatCannotServe() {
		assertThat(judged(14, "UTF8", false, true)).isEqualTo("TOO_OLD");
		assertThat(judged(15, "SQL_ASCII", false, true)).isEqualTo("NOT_UNICODE");
		assertThat(judged(15, "UTF8", true, true)).isEqualTo("STANDBY");
		assertThat(judged(15, "UTF8", false, false)).isEqualTo("NO_PRIVILEGE");
		ServerCheck.judge(15, "UTF8", false, true);
	}

	private static String judged(int version, String encoding, boolean standby, boolean mayCreate) {
		return assertThatExceptionOfType(DatabaseException.class)
			.isThrownBy(() -> ServerCheck.judge(version, encoding, standby, mayCreate))
			.actual()
			.key();
	}

	private DatabaseException failure(String url) {
		DatabaseException failure = assertThatExceptionOfType(DatabaseException.class)
			.isThrownBy(() -> Database.open(url, NO_HOME))
			.actual();
		for (String language : new String[] { "zh", "en" }) {
			assertThat(failure.sentence(Messages.of(language))).doesNotContain("hidden", "{", this.server.password());
		}
		return failure;
	}

	private String uri(String password) {
		return this.server.jdbcUrl()
			.replaceFirst("jdbc:postgresql://", "postgresql://" + this.server.user() + ":" + password + "@");
	}

}
