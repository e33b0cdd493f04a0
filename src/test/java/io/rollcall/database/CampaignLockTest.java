package io.rollcall.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CampaignLockTest {

	private final Database database = TestDatabase.fresh();

	@Test
	void theSecondIsRefusedAndToldWhoHoldsIt() {
		try (CampaignLock first = CampaignLock.acquire(this.database, "freshman-2020")) {
			assertThat(CampaignLock.tryAcquire(this.database, "freshman-2020")).isEmpty();
			assertThatExceptionOfType(DatabaseException.class)
				.isThrownBy(() -> CampaignLock.acquire(this.database, "freshman-2020"))
				.withMessageContaining("freshman-2020")
				.withMessageContaining(ProcessHandle.current().pid() + "@");
			first.verify();
		}
		assertThat(LockHolder.of(this.database, "freshman-2020")).isEmpty();
		CampaignLock.acquire(this.database, "freshman-2020").close();
	}

	@Test
	void campaignsAndDatabasesDoNotDisturbEachOther() {
		Database other = TestDatabase.fresh();
		try (CampaignLock first = CampaignLock.acquire(this.database, "freshman-2020");
				CampaignLock second = CampaignLock.acquire(this.database, "freshman-2021");
				CampaignLock third = CampaignLock.acquire(other, "freshman-2020")) {
			first.verify();
			second.verify();
			third.verify();
		}
	}

	@Test
	void aLostSessionIsNoticedBeforePublishing() throws SQLException {
		try (CampaignLock lock = CampaignLock.acquire(this.database, "freshman-2020")) {
			try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
				statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
						+ " WHERE application_name LIKE 'rollcall %@%' AND datname = current_database()");
			}
			assertThatExceptionOfType(DatabaseException.class).isThrownBy(lock::verify).withMessageContaining("resume");
			Optional<CampaignLock> next = CampaignLock.tryAcquire(this.database, "freshman-2020");
			assertThat(next).isPresent();
			next.get().close();
		}
	}

	/**
	 * What another process has open for a campaign: its lock, and a transaction for a
	 * run.
	 */
	private Connection[] held() throws SQLException {
		Connection lock = this.database.connect();
		lock.createStatement()
			.execute("set application_name = 'rollcall 1@elsewhere'; select pg_advisory_lock(%d)"
				.formatted(CampaignLock.key("freshman-2020")));
		Connection work = this.database.connect();
		work.setAutoCommit(false);
		work.createStatement().execute("set application_name = 'rollcall/1@elsewhere/17'");
		return new Connection[] { lock, work };
	}

	@Test
	void whoIsStoppedLosesTheCampaignAndAllItsSessions() throws SQLException {
		Connection[] stopped = held();
		Pause.millis(1_200);
		assertThat(LockHolder.endSilent(this.database, "freshman-2021", Duration.ofSeconds(1))).isFalse();
		assertThat(LockHolder.endSilent(this.database, "freshman-2020", Duration.ofSeconds(1))).isTrue();
		for (Connection connection : stopped) {
			assertThat(connection.isValid(5)).isFalse();
		}
		CampaignLock.acquire(this.database, "freshman-2020").close();
	}

	@Test
	void whoGivesSignsKeepsIt() throws Exception {
		Connection[] held = held();
		assertThat(LockHolder.endSilent(this.database, "freshman-2020")).as("a moment ago").isFalse();
		Pause.millis(1_200);
		Thread waking = new Thread(() -> {
			Pause.millis(1_500);
			try {
				held[0].isValid(5);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		});
		waking.start();
		assertThat(LockHolder.endSilent(this.database, "freshman-2020", Duration.ofMillis(2_000))).as("just awake")
			.isFalse();
		waking.join();
		Thread busy = new Thread(() -> {
			try {
				held[0].createStatement().execute("select pg_sleep(6)");
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		});
		busy.start();
		Pause.millis(1_200);
		assertThat(LockHolder.endSilent(this.database, "freshman-2020", Duration.ofSeconds(1)))
			.as("the server is at work for it")
			.isFalse();
		busy.join();
		assertThat(CampaignLock.tryAcquire(this.database, "freshman-2020")).isEmpty();
		for (Connection connection : held) {
			connection.close();
		}
	}

	@Test
	void theKeyIsTheSameInEveryVersion() {
		assertThat(CampaignLock.key("")).isEqualTo(-8740536814046167985L);
		assertThat(CampaignLock.key("freshman-2020")).isNotEqualTo(CampaignLock.key("freshman-2021"));
	}

}
