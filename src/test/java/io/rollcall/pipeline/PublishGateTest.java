package io.rollcall.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.rollcall.campaign.Cases;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.run.PublishGate;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunMetrics;
import io.rollcall.run.RunOrigin;
import io.rollcall.run.RunStates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Each key of the gate, just inside and just outside its limit. */
class PublishGateTest {

	private static final Instant FROZEN = Instant.parse("2020-11-12T18:00:00Z");

	private static JdbcClient jdbc;

	private static int number;

	@BeforeAll
	static void open() {
		Database database = TestDatabase.migrated();
		jdbc = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
	}

	static List<GateCase> cases() throws IOException {
		try (InputStream in = PublishGateTest.class.getResourceAsStream("/cases/gate.yml")) {
			return new YAMLMapper().readValue(in, new TypeReference<List<GateCase>>() {
			});
		}
	}

	record GateCase(String title, Map<String, Object> gate, Map<String, Long> before, Map<String, Long> now,
			Map<String, String> age, Boolean rerun, List<String> held) {

		String job() {
			return this.gate.isEmpty() ? ""
					: "gate:\n" + this.gate.entrySet()
						.stream()
						.map((entry) -> "  " + entry.getKey() + ": " + entry.getValue() + "\n")
						.collect(Collectors.joining());
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

	@ParameterizedTest
	@MethodSource("cases")
	void aRunIsHeldByTheChecksThatSaySo(GateCase one) {
		String campaign = "gate-" + ++number;
		if (one.before() != null) {
			enter(campaign, "2020-11-11", "published", one.before());
		}
		Run run = enter(campaign, "2020-11-12", "running", (one.now() != null) ? one.now() : Map.of());
		if (one.age() != null) {
			one.age().forEach((role, age) -> file(run, role, FROZEN.minus(Duration.parse("PT" + age))));
		}
		RunMetrics metrics = new RunMetrics(jdbc);
		InstantSource clock = InstantSource.fixed(FROZEN);
		PublishGate gate = new PublishGate(jdbc, metrics, new RunStates(jdbc, clock));
		new RunStates(jdbc, clock).frozen(run);
		Run judged = Boolean.TRUE.equals(one.rerun()) ? rerun(run) : run;
		boolean held = gate.judge(new RunContext(judged, Cases.campaign(one.job()), null));
		assertThat(gate.verdict(run)
			.stream()
			.filter((check) -> check.held())
			.map((check) -> (check.check() + " " + check.role() + check.code()).strip()))
			.containsExactlyElementsOf(one.held());
		assertThat(held).isEqualTo(!one.held().isEmpty());
		assertThat(gate.verdict(run)).allSatisfy((check) -> assertThat(one.gate()).containsKey(check.check()));
	}

	private static Run enter(String campaign, String date, String status, Map<String, Long> figures) {
		long id = jdbc.sql("""
				with c as (insert into campaign (name, school_code) values (?, '11736')
				           on conflict (name) do update set school_code = excluded.school_code returning campaign_id)
				insert into run (campaign_id, business_date, number, status, job_file, job_text, input_dir, output_dir,
				                 unmasked, started_at)
				select campaign_id, ?::date, 1, ?, 'test.yml', '', '/in', '/out', false, now() from c returning run_id
				""").params(campaign, date, status).query(Long.class).single();
		figures.forEach((name, value) -> jdbc.sql("""
				insert into run_metric select campaign_id, run_id, ?, ?, ? from run where run_id = ?
				""").params(name.split(" ")[0], name.split(" ")[1], value, id).update());
		long campaignId = jdbc.sql("select campaign_id from run where run_id = ?").param(id).query(Long.class).single();
		return run(id, campaignId, campaign, LocalDate.parse(date), Optional.empty());
	}

	private static Run rerun(Run run) {
		return run(run.id(), run.campaignId(), run.campaign(), run.date(), Optional.of(1L));
	}

	private static Run run(long id, long campaignId, String campaign, LocalDate date, Optional<Long> inputsOf) {
		return new Run(id, campaignId, campaign, date, 1, Run.Status.RUNNING, "", Path.of("test.yml"), "",
				Path.of("in"), Path.of("out"), false, FROZEN, inputsOf, RunOrigin.command());
	}

	private static void file(Run run, String role, Instant modified) {
		jdbc.sql(
				"""
						insert into run_file (campaign_id, run_id, file_no, role, path, size, modified, sha256, status)
						select ?, ?, coalesce(max(file_no), 0) + 1, ?, 'a.csv', 1, ?, '', 'loaded' from run_file where run_id = ?
						""")
			.params(run.campaignId(), run.id(), role, modified.atOffset(ZoneOffset.UTC), run.id())
			.update();
	}

}
