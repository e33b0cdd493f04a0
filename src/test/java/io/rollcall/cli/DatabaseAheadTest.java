package io.rollcall.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;

import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.run.RunFailure;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseAheadTest {

	private final StartNotice notice = new StartNotice(new PrintWriter(Writer.nullWriter()), Messages.of("en"), false);

	private final GenericApplicationContext context = new GenericApplicationContext();

	@AfterEach
	void close() {
		this.context.close();
		this.notice.close();
	}

	@Test
	void whoAsksWhatThereIsDoesNotWaitAndWhoAsksForItDoes() throws Exception {
		CountDownLatch reachable = new CountDownLatch(1);
		try (DatabaseAhead ahead = new DatabaseAhead(() -> {
			reachable.await();
			return TestDatabase.migrated();
		}, this.notice)) {
			ahead.giveTo(this.context);
			Environment environment = this.context.getEnvironment();
			assertThat(environment.containsProperty("spring.datasource.url")).isTrue();
			assertThat(environment.getProperty("spring.datasource.type")).isNull();
			reachable.countDown();
			assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(ahead.get().jdbcUrl());
			assertThat(environment.getProperty("rollcall.sessions")).isEqualTo(ahead.get().sessions());
		}
	}

	@Test
	void emptyTablesAreMadeOnceItIsKnownWhereToLog() throws Exception {
		try (DatabaseAhead ahead = new DatabaseAhead(TestDatabase::fresh, this.notice)) {
			ahead.giveTo(this.context);
			assertThat(ahead.get().isCurrent()).isTrue();
		}
	}

	@Test
	void itOutlivesTheApplication() throws Exception {
		try (DatabaseAhead ahead = new DatabaseAhead(TestDatabase::migrated, this.notice)) {
			ahead.giveTo(this.context);
			this.context.refresh();
			assertThat(this.context.getBean(Database.class)).isSameAs(ahead.get());
			this.context.close();
			try (Connection connection = ahead.get().connect()) {
				assertThat(connection.isValid(10)).isTrue();
			}
		}
	}

	@Test
	void whyItCouldNotBeOpenedIsToldAsItIs() {
		RunFailure why = new RunFailure("UNSEEN", "x");
		DatabaseAhead ahead = new DatabaseAhead(() -> {
			throw why;
		}, this.notice);
		ahead.giveTo(this.context);
		assertThatThrownBy(() -> this.context.getEnvironment().getProperty("spring.datasource.url")).isSameAs(why);
		assertThatThrownBy(ahead::get).isSameAs(why);
		assertThatThrownBy(ahead::close).isSameAs(why);
	}

}
