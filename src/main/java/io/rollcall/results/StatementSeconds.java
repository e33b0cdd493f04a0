package io.rollcall.results;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.rollcall.database.StatementTimes;
import io.rollcall.facts.TimeRow;
import io.rollcall.run.Run;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long the steps of a run and the statements of its judging took. */
@Repository
public class StatementSeconds {

	private static final double MILLIS = 1000;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final RunSteps steps;

	StatementSeconds(JdbcClient jdbc, JdbcTemplate batches, RunSteps steps) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.steps = steps;
	}

	/** Keeps the times of the judgement, in the caller's transaction. */
	public void keep(Run run, Map<String, StatementTimes.Time> times) {
		this.jdbc.sql("delete from run_statement where run_id = ?").param(run.id()).update();
		List<Object[]> rows = new ArrayList<>();
		times.forEach((name, time) -> rows
			.add(new Object[] { run.campaignId(), run.id(), rows.size(), name, time.calls(), time.seconds() }));
		this.batches.batchUpdate("""
				insert into run_statement (campaign_id, run_id, place, name, calls, seconds) values (?, ?, ?, ?, ?, ?)
				""", rows);
	}

	/** The steps that ended, then the statements. */
	public List<TimeRow> of(Run run) {
		Stream<TimeRow> ended = this.steps.of(run)
			.stream()
			.filter((step) -> step.begun().isPresent() && step.ended().isPresent())
			.map((step) -> new TimeRow("step", step.step().column(), 1,
					Duration.between(step.begun().get(), step.ended().get()).toMillis() / MILLIS));
		List<TimeRow> statements = this.jdbc
			.sql("select name, calls, seconds from run_statement where run_id = ? order by place")
			.param(run.id())
			.query((row, index) -> new TimeRow("statement", row.getString("name"), row.getLong("calls"),
					Math.round(row.getDouble("seconds") * MILLIS) / MILLIS))
			.list();
		return Stream.concat(ended, statements.stream()).toList();
	}

}
