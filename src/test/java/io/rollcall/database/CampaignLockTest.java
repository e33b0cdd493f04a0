package io.rollcall.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
		assertThat(CampaignLock.holder(this.database, "freshman-2020")).isEmpty();
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

	@Test
	void theKeyIsTheSameInEveryVersion() {
		assertThat(CampaignLock.key("")).isEqualTo(-8740536814046167985L);
		assertThat(CampaignLock.key("freshman-2020")).isNotEqualTo(CampaignLock.key("freshman-2021"));
	}

}
