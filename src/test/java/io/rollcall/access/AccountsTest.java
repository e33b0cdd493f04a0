package io.rollcall.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who is let in, and who is not. */
class AccountsTest {

	private static final Actor REGISTRAR = new Actor("registrar", "registrar", "");

	private static final String RIGHT = "correct horse 马";

	@TempDir
	private Path home;

	private Instant now = Instant.parse("2020-11-10T00:00:00Z");

	private JdbcClient jdbc;

	private Accounts accounts;

	@BeforeEach
	void open() {
		Database database = TestDatabase.migrated();
		JdbcTemplate template = new JdbcTemplate(
				new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
		this.jdbc = JdbcClient.create(template);
		InstantSource clock = () -> this.now;
		this.accounts = new Accounts(this.jdbc, new AuditLog(this.jdbc, clock), clock, new FirstPassword(this.home));
	}

	private Optional<Accounts.Account> signIn(String password) {
		return this.accounts.signIn("li", password, "10.0.0.7");
	}

	@Test
	void theFirstAccountIsMadeOnceAndItsPasswordGoesWhenItIsUsed() throws Exception {
		FirstPassword first = new FirstPassword(this.home);
		this.accounts.addFirst("", first::write);
		this.accounts.addFirst("", (password) -> {
			throw new AssertionError("there is an account");
		});
		assertThat(Files.getPosixFilePermissions(first.file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
		String password = Files.readString(first.file()).strip();
		assertThat(this.accounts.signIn("registrar", password + "x", "")).isEmpty();
		assertThat(first.file()).exists();
		assertThat(this.accounts.signIn("registrar", password, ""))
			.hasValueSatisfying((account) -> assertThat(account.oneTime()).isTrue());
		assertThat(first.file()).doesNotExist();
	}

	@Test
	void aLastingPasswordLetsInAndNothingElseDoes() {
		assertThat(this.accounts.add("li", Role.COLLEGE, "", List.of("理学院", "人文学院"), Optional.of(RIGHT), REGISTRAR))
			.isEmpty();
		assertThat(signIn(RIGHT)).hasValueSatisfying((account) -> {
			assertThat(account.colleges()).containsExactly("理学院", "人文学院");
			assertThat(account.oneTime()).isFalse();
		});
		assertThat(signIn(RIGHT + " ")).isEmpty();
		assertThat(signIn("马".repeat(25))).isEmpty();
		assertThat(this.accounts.signIn("nobody", RIGHT, "")).isEmpty();
		assertThat(this.jdbc
			.sql("select string_agg(account || ' ' || outcome, ',' order by audit_id) from audit"
					+ " where action = 'sign-in'")
			.query(String.class)
			.single()).isEqualTo("li done,li refused,li refused, refused");
		assertThat(this.jdbc.sql("select password_hash from account").query(String.class).single()).startsWith("$2");
	}

	@Test
	void aOneTimePasswordIsToBeChanged() {
		String first = this.accounts.add("li", Role.AUDITOR, "", List.of(), Optional.empty(), REGISTRAR).orElseThrow();
		assertThat(signIn(first)).hasValueSatisfying((account) -> assertThat(account.oneTime()).isTrue());
		long before = this.accounts.find("li").orElseThrow().version();
		this.accounts.password("li", Optional.of(RIGHT), REGISTRAR);
		assertThat(signIn(first)).isEmpty();
		assertThat(signIn(RIGHT)).hasValueSatisfying((account) -> {
			assertThat(account.oneTime()).isFalse();
			assertThat(account.version()).isGreaterThan(before);
		});
	}

	@Test
	void fiveFailuresCloseAnAccountForAQuarterOfAnHour() {
		this.accounts.add("li", Role.OPERATOR, "", List.of(), Optional.of(RIGHT), REGISTRAR);
		for (int i = 0; i < 4; i++) {
			assertThat(signIn("wrong")).isEmpty();
		}
		assertThat(signIn(RIGHT)).isPresent();
		for (int i = 0; i < 5; i++) {
			assertThat(signIn("wrong")).isEmpty();
		}
		assertThat(signIn(RIGHT)).isEmpty();
		this.now = this.now.plus(Duration.ofMinutes(14));
		assertThat(signIn(RIGHT)).isEmpty();
		this.now = this.now.plus(Duration.ofMinutes(2));
		assertThat(signIn(RIGHT)).isPresent();
	}

	@Test
	void howeverManyTryAtOnceTheFifthFailureClosesTheAccountForAll() throws Exception {
		this.accounts.add("li", Role.OPERATOR, "", List.of(), Optional.of(RIGHT), REGISTRAR);
		ExecutorService people = Executors.newFixedThreadPool(6);
		Callable<Boolean> wrong = () -> signIn("wrong").isPresent();
		for (Future<Boolean> answer : people.invokeAll(Collections.nCopies(6, wrong))) {
			assertThat(answer.get()).isFalse();
		}
		people.shutdown();
		assertThat(signIn(RIGHT)).isEmpty();
	}

	@Test
	void whomTheSchoolVouchesForNeedsAnOpenAccountAndNoPassword() {
		this.accounts.add("0012345", Role.AUDITOR, "", List.of(), Optional.empty(), REGISTRAR);
		for (String other : List.of("12345", "0012345 ", " 0012345", "00123450", "", "0012345\0", "０012345")) {
			assertThat(this.accounts.signOn(other, "oidc", "10.0.0.7")).as(other).isEmpty();
		}
		for (int i = 0; i < 5; i++) {
			this.accounts.signIn("0012345", "wrong", "");
		}
		assertThat(this.accounts.signOn("0012345", "oidc", "10.0.0.7")).isPresent();
		this.accounts.disable("0012345", true, REGISTRAR);
		assertThat(this.accounts.signOn("0012345", "cas", "10.0.0.7")).isEmpty();
		assertThat(this.jdbc
			.sql("select string_agg(account || ' ' || object || ' ' || outcome, ',' order by audit_id) from audit"
					+ " where action = 'sign-in' and account <> '' and object <> 'password'")
			.query(String.class)
			.single()).isEqualTo("0012345 oidc done,0012345 cas refused");
	}

	@Test
	void aDisabledAccountIsShutUntilItIsEnabled() {
		this.accounts.add("li", Role.REGISTRAR, "", List.of(), Optional.of(RIGHT), REGISTRAR);
		this.accounts.disable("li", true, REGISTRAR);
		assertThat(signIn(RIGHT)).isEmpty();
		this.accounts.disable("li", false, REGISTRAR);
		assertThat(signIn(RIGHT)).isPresent();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			li, COLLEGE, '',     correct horse, NO_COLLEGE
			li, AUDITOR, 理学院, correct horse, COLLEGE
			'', AUDITOR, '',     correct horse, NAME
			a b, AUDITOR, '',    correct horse, NAME
			li, AUDITOR, '',     too short,     PASSWORD
			li, AUDITOR, '',     马马马马马马马马马马马马马马马马马马马马马马马马马, PASSWORD
			there, AUDITOR, '',  correct horse, EXISTS
			""")
	void whatAnAccountCannotBeIsRefused(String name, Role role, String college, String password, String reason) {
		this.accounts.add("there", Role.AUDITOR, "", List.of(), Optional.of(RIGHT), REGISTRAR);
		assertThatExceptionOfType(AccountFailure.class)
			.isThrownBy(() -> this.accounts.add(name, role, "", college.isEmpty() ? List.of() : List.of(college),
					Optional.of(password), REGISTRAR))
			.withMessage(reason);
		assertThat(this.accounts.all()).hasSize(1);
	}

}
