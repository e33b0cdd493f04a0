package io.rollcall.nightly;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.run.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every command opens: the audit log, and nothing of a server. */
class OfficeTest {

	private static final Actor REGISTRAR = new Actor("registrar", "registrar", "10.0.0.7");

	@TempDir
	private Path folder;

	private House house;

	private AuditLog audit;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder);
		this.audit = this.house.get(AuditLog.class);
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	private long rows() {
		return this.house.jdbc().sql("select count(*) from audit").query(Long.class).single();
	}

	@Test
	void theDatabaseItselfRefusesToChangeOrDeleteWhatWasWritten() {
		this.house.clock.set(Instant.now().toString());
		this.audit.write(REGISTRAR, "run.release", "test", "2020-11-10-1", "", "done");
		for (String sql : new String[] { "update audit set account = 'nobody'", "delete from audit", "truncate audit",
				"update audit set at = at - interval '400 days'" }) {
			assertThatExceptionOfType(DataAccessException.class).as(sql)
				.isThrownBy(() -> this.house.jdbc().sql(sql).update());
		}
		assertThat(rows()).isOne();
	}

	@Test
	void rowsGoWhenTheyAreOlderThanTheLongestTimeOfAllCampaigns() throws Exception {
		Campaigns campaigns = this.house.get(Campaigns.class);
		campaigns.know(this.house.job("retention: {audit_days: 400}\n").campaign());
		for (int days : new int[] { 401, 399, 181, 0 }) {
			this.house.jdbc().sql("""
					insert into audit (at, account, role, address, action, campaign, run, object, outcome)
					values (now() - make_interval(days => ?), '', '', '', '', '', '', '', '')
					""").param(days).update();
		}
		assertThat(this.audit.expire()).isOne();
		campaigns.know(this.house.job("").campaign());
		assertThat(this.audit.expire()).isEqualTo(2);
		assertThat(rows()).isOne();
	}

	@Test
	void everyActionOnRunsAndSchedulesLeavesARow() throws Exception {
		JobFolder.Job job = this.house.job("");
		this.house.run(job, "2020-11-10");
		Campaigns campaigns = this.house.get(Campaigns.class);
		this.house.clock.pass(Duration.ofMinutes(1));
		campaigns.pause("test", "why", REGISTRAR);
		this.house.clock.pass(Duration.ofMinutes(1));
		campaigns.goOn("test", "why", REGISTRAR);
		try (var entries = this.audit.entries(AuditLog.Wanted.ALL)) {
			assertThat(entries.map((entry) -> entry.action() + " " + entry.actor().role() + " " + entry.run()))
				.containsExactly("schedule.continue registrar ", "schedule.pause registrar ",
						"run.start shell 2020-11-10-1");
		}
	}

	@Test
	void whoMayNotChangeTheTablesCanRunAndCannotSwitchOffTheGuard(@TempDir Path other) throws Exception {
		Database least = TestDatabase.withLeastRights(TestDatabase.migrated());
		try (House poor = new House(other, least)) {
			poor.clock.set(Instant.now().toString());
			assertThat(poor.run(poor.job("gate: {lost_rows: 10%}\n"), "2020-11-10").status())
				.isEqualTo(Run.Status.PUBLISHED);
			assertThat(poor.run(poor.job("gate: {lost_rows: 10%}\n"), "2020-11-11").status())
				.isEqualTo(Run.Status.PUBLISHED);
			for (String sql : new String[] { "delete from audit", "alter table audit disable trigger all",
					"drop table audit" }) {
				assertThatExceptionOfType(DataAccessException.class).as(sql)
					.isThrownBy(() -> poor.jdbc().sql(sql).update());
			}
		}
	}

	@Test
	void commandsLoadNothingOfAServer() {
		ConfigurableListableBeanFactory beans = this.house.beans();
		assertThat(Arrays.stream(beans.getBeanDefinitionNames())
			.map((name) -> beans.getType(name))
			.filter((type) -> type != null)
			.map(Class::getName))
			.noneMatch((name) -> name.matches("org\\.springframework\\.(web|boot\\.(web|tomcat|webmvc|"
					+ "actuate|health|micrometer|mail|servlet)|mail|security)\\..*|com\\.github\\.kagkarlsson\\..*|"
					+ "io\\.micrometer\\.core\\..*"))
			.contains("io.rollcall.nightly.RunLine");
	}

}
