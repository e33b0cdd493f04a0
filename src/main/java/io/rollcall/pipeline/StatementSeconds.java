package io.rollcall.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.rollcall.database.StatementTimes;
import io.rollcall.report.TimeRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long the steps of a run and the statements of its judging took. */
@Repository
class StatementSeconds {

	private static final double MILLIS = 1000;

	private final JdbcClient jdbc;

	private final RunSteps steps;

	StatementSeconds(JdbcClient jdbc, RunSteps steps) {
		this.jdbc = jdbc;
		this.steps = steps;
	}

	/** Keeps the times of the judgement, in the caller's transaction. */
	void keep(Run run, Map<String, StatementTimes.Time> times) {
		this.jdbc.sql("delete from run_statement where run_id = ?").param(run.id()).update();
		int place = 0;
		for (Map.Entry<String, StatementTimes.Time> each : times.entrySet()) {
			this.jdbc.sql("insert into run_statement values (?, ?, ?, ?, ?, ?)")
				.param(run.campaignId())
				.param(run.id())
				.param(place++)
				.param(each.getKey())
				.param(each.getValue().calls())
				.param(each.getValue().seconds())
				.update();
		}
	}

	/** The steps that ended, then the statements. */
	List<TimeRow> of(Run run) {
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
