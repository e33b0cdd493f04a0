package io.rollcall.nightly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

import io.rollcall.Patience;
import io.rollcall.database.Database;
import io.rollcall.database.Presence;
import io.rollcall.pipeline.RunService;
import io.rollcall.run.Run;
import io.rollcall.run.RunOrigin.Trigger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Several campaigns of several schools in one process. */
class AtOnceTest {

	private static final List<String> SCHOOLS = List.of("a", "b", "c");

	@TempDir
	private Path folder;

	private House house;

	private LineRunner runner;

	private Presence serving;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder);
		for (String school : SCHOOLS) {
			for (String role : List.of("roster", "platform")) {
				this.house.file(school + "/" + role + "/a.csv",
						"学号,姓名,学院\n20200100%s,测甲%s,理学院\n".formatted(SCHOOLS.indexOf(school), school));
			}
			Files.writeString(this.folder.resolve("jobs/" + school + ".yml"), """
					school: {code: 1000%d, name: 某大学}
					cohort: 2020
					start: 2020-11-04
					deadline: 2020-11-20
					colleges: [{name: 理学院}]
					input: %s
					""".formatted(SCHOOLS.indexOf(school), school));
		}
		this.runner = new LineRunner(this.house.get(Database.class), this.house.get(RunLine.class),
				this.house.get(LineStore.class), this.house.get(RunService.class), 2);
		this.serving = Presence.show(this.house.database(), Presence.SERVING);
	}

	@AfterEach
	void close() {
		this.runner.stop();
		this.serving.close();
		this.house.close();
	}

	private Run request(String campaign, String date) {
		return this.house.get(RunService.class)
			.enqueue(this.house.request(this.house.jobs().read().job(campaign).orElseThrow(), date, Trigger.PORTAL),
					"");
	}

	private List<String> at(String status) {
		return this.house.jdbc()
			.sql("select c.name || ' ' || r.number from run r join campaign c using (campaign_id) where status = ?"
					+ " order by 1")
			.param(status)
			.query(String.class)
			.list();
	}

	private void await(String status, String... runs) {
		Awaitility.await().atMost(Patience.LONGEST).untilAsserted(() -> assertThat(at(status)).containsExactly(runs));
	}

	/** Nobody freezes the list of his files while this is open. */
	private Connection held() throws Exception {
		Connection connection = this.house.database().connect();
		connection.setAutoCommit(false);
		connection.createStatement().execute("lock table run_file in share mode");
		return connection;
	}

	@Test
	void twoAtOnceEachOfAnotherCampaignTheLongestWaitingFirst() throws Exception {
		try (Connection held = held()) {
			request("b", "2020-11-10");
			request("b", "2020-11-10");
			request("c", "2020-11-10");
			request("a", "2020-11-10");
			this.runner.start();
			await("running", "b 1", "c 1");
			assertThat(at("waiting")).containsExactly("a 1", "b 2");
			held.rollback();
		}
		await("published", "a 1", "b 1", "b 2", "c 1");
		assertThat(this.house.jdbc()
			.sql("select count(distinct finding_id) = count(*) from finding where campaign_id in"
					+ " (select campaign_id from campaign where name = 'c')")
			.query(Boolean.class)
			.single()).isTrue();
		for (String school : SCHOOLS) {
			Path run = this.house.output().resolve(school).resolve("2020-11-10-1");
			assertThat(Files.readString(run.resolve("rejects.csv")).lines()).hasSize(1);
			assertThat(Files.readString(run.resolve("findings.csv"))).contains("测甲" + school)
				.doesNotContain(SCHOOLS.stream().filter((other) -> !other.equals(school)).map("测甲"::concat).toList());
		}
	}

	@Test
	void nobodyLooksIntoTheTablesOfAnotherCampaign() throws Exception {
		request("b", "2020-11-10");
		this.runner.start();
		await("published", "b 1");
		long other = this.house.jdbc()
			.sql("select campaign_id from campaign where name = 'b'")
			.query(Long.class)
			.single();
		try (Connection judging = this.house.database().connect()) {
			judging.createStatement().execute("select staged_open(1000000)");
			judging.setAutoCommit(false);
			judging.createStatement()
				.execute("select staged_analyze(1000000, parted, '{}') from unnest(staged_tables()) as parted");
			judging.createStatement()
				.execute("lock table finding_%1$d, run_case_%1$d, case_event_%1$d, reject_%1$d in access exclusive mode"
					.formatted(other));
			request("a", "2020-11-10");
			request("a", "2020-11-11");
			await("published", "a 1", "a 1", "b 1");
			judging.rollback();
		}
	}

	@Test
	void stoppingOneLeavesTheOtherAlone() throws Exception {
		try (Connection held = held()) {
			Run stopped = request("a", "2020-11-10");
			request("b", "2020-11-10");
			this.runner.start();
			await("running", "a 1", "b 1");
			this.house.get(LineStore.class).wantStop(stopped);
			// Both wait for the same lock for longer than a second: only one is cut
			// short.
			await("stopped", "a 1");
			assertThat(at("running")).containsExactly("b 1");
			held.rollback();
		}
		await("published", "b 1");
	}

	@Test
	void theEndOfTheProcessLeavesAllInLine() throws Exception {
		try (Connection held = held()) {
			request("a", "2020-11-10");
			request("b", "2020-11-10");
			this.runner.start();
			await("running", "a 1", "b 1");
			this.runner.stop();
			assertThat(at("waiting")).containsExactly("a 1", "b 1");
			held.rollback();
		}
	}

}
