package io.rollcall.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.run.Run;
import io.rollcall.run.RunListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of runs, as Batch's tables hold them. */
@Repository
public class RunSteps {

	/** As many nights make what is usual. */
	private static final int NIGHTS = 7;

	private static final String[] NAMES = Stream.of(RunListener.Step.values())
		.map(RunListener.Step::column)
		.toArray(String[]::new);

	private final JdbcClient jdbc;

	RunSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last execution of each step; parts of a step are not told apart. */
	List<RunStory.Step> of(Run run) {
		return this.jdbc.sql("""
				select distinct on (s.step_name) s.step_name, s.status, s.start_time, s.end_time
				  from batch_step_execution s
				 where s.step_name = any (:steps) and s.job_execution_id in (
				         select c.job_execution_id
				           from batch_job_execution_params c
				           join batch_job_execution_params d using (job_execution_id)
				           join batch_job_execution_params n using (job_execution_id)
				          where c.parameter_name = 'campaign' and c.parameter_value = :campaign
				            and d.parameter_name = 'date' and d.parameter_value = :date
				            and n.parameter_name = 'number' and n.parameter_value = :number)
				 order by s.step_name, s.step_execution_id desc
				""")
			.param("steps", NAMES)
			.param("campaign", run.campaign())
			.param("date", run.date().toString())
			.param("number", String.valueOf(run.number()))
			.query((row, index) -> new RunStory.Step(step(row), row.getString("status"), time(row, "start_time"),
					time(row, "end_time")))
			.list()
			.stream()
			.sorted((a, b) -> a.step().compareTo(b.step()))
			.toList();
	}

	/**
	 * How long each step usually takes: the median of the last published nights in
	 * seconds.
	 */
	Map<RunListener.Step, Double> usual(Run run) {
		Map<RunListener.Step, Double> seconds = new EnumMap<>(RunListener.Step.class);
		this.jdbc
			.sql("""
					with night as (
					  select business_date::text as date, number::text as number from effective_run
					   where campaign_id = :id and run_id <> :run order by business_date desc limit :nights
					)
					select s.step_name, percentile_cont(0.5) within group (order by extract(epoch from s.end_time - s.start_time))
					         as seconds
					  from night
					  join batch_job_execution_params d on d.parameter_name = 'date' and d.parameter_value = night.date
					  join batch_job_execution_params n on n.job_execution_id = d.job_execution_id
					   and n.parameter_name = 'number' and n.parameter_value = night.number
					  join batch_job_execution_params c on c.job_execution_id = d.job_execution_id
					   and c.parameter_name = 'campaign' and c.parameter_value = :campaign
					  join batch_step_execution s on s.job_execution_id = d.job_execution_id
					 where s.step_name = any (:steps) and s.status = 'COMPLETED' and s.end_time is not null
					 group by s.step_name
					""")
			.param("id", run.campaignId())
			.param("run", run.id())
			.param("nights", NIGHTS)
			.param("campaign", run.campaign())
			.param("steps", NAMES)
			.query((row) -> {
				seconds.put(step(row), row.getDouble("seconds"));
			});
		return seconds;
	}

	private static RunListener.Step step(ResultSet row) throws SQLException {
		return RunListener.Step.valueOf(row.getString("step_name").toUpperCase(Locale.ROOT));
	}

	private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
	}

}
