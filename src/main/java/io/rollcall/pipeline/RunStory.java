package io.rollcall.pipeline;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.pipeline.RunMetrics.Figures;
import io.rollcall.report.RowCounts;
import io.rollcall.report.RunCause.Check;
import io.rollcall.report.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything about one run. */
@Service
public class RunStory {

	private final JdbcClient jdbc;

	private final RunMetrics metrics;

	private final PublishGate gate;

	private final ReportData data;

	private final ReportFigures figures;

	RunStory(JdbcClient jdbc, RunMetrics metrics, PublishGate gate, ReportData data, ReportFigures figures) {
		this.jdbc = jdbc;
		this.metrics = metrics;
		this.gate = gate;
		this.data = data;
		this.figures = figures;
	}

	/**
	 * What there is to tell.
	 *
	 * @param run the run
	 * @param queuedAt since when it is in line
	 * @param settledAt when it came to where it stands, empty while it waits or runs
	 * @param seconds how long it was worked on
	 * @param resumes how often it went on by itself after its process had died
	 * @param failure why it ended without reports, a word for machines, or empty
	 * @param decidedBy who released, dropped or stopped it, or empty
	 * @param decidedWhy why
	 * @param place its place in line from 1, empty unless it waits
	 * @param steps its steps
	 * @param files its input files
	 * @param rows the row counts by role
	 * @param findings the number of findings by severity E, W, I
	 * @param cases the figures of the cases, all zero unless it is finished
	 * @param gate every check of the publish gate
	 */
	public record Story(Run run, Instant queuedAt, Optional<Instant> settledAt, BigDecimal seconds, int resumes,
			String failure, String decidedBy, String decidedWhy, Optional<Integer> place, List<Step> steps,
			List<File> files, Map<String, RowCounts> rows, Map<String, Long> findings, Standing cases,
			List<Check> gate) {
	}

	/**
	 * A step.
	 *
	 * @param step which
	 * @param status Batch's word for where it stands
	 * @param begun when it was begun last
	 * @param ended when it ended
	 */
	public record Step(RunListener.Step step, String status, Optional<Instant> begun, Optional<Instant> ended) {
	}

	/**
	 * An input file.
	 *
	 * @param role the source's role
	 * @param path the path below the source's folder
	 * @param status what became of it
	 * @param rows its rows
	 */
	public record File(String role, String path, String status, RowCounts rows) {
	}

	/**
	 * Tells a run.
	 * @param run the run
	 * @return everything about it
	 */
	public Story of(Run run) {
		return this.jdbc.sql("""
				select r.*, (select count(*) from run w where w.campaign_id = r.campaign_id and w.status = 'waiting'
				              and (w.queued_at, w.run_id) <= (r.queued_at, r.run_id))::int as place
				  from run r where r.run_id = ?
				""").param(run.id()).query((row, index) -> story(run, row)).single();
	}

	/**
	 * The figures of a college's cases, as its own workbook counts them.
	 * @param run a finished run
	 * @param college the college's official name
	 * @return its figures
	 */
	public Standing college(Run run, String college) {
		return this.figures.standings(run, "college").getOrDefault(college, Standing.NONE);
	}

	private Story story(Run run, ResultSet row) throws SQLException {
		boolean open = Stream.of(Run.Status.WAITING, Run.Status.RUNNING, Run.Status.PUBLISHING)
			.anyMatch(run.status()::equals);
		return new Story(run, row.getObject("queued_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
					.filter((at) -> !open)
					.map(OffsetDateTime::toInstant),
				row.getBigDecimal("seconds"), row.getInt("resumes"), row.getString("failure"),
				row.getString("decided_by"), row.getString("decided_why"),
				(run.status() == Run.Status.WAITING) ? Optional.of(row.getInt("place")) : Optional.empty(), steps(run),
				files(run), rows(run), this.metrics.of(run.id()).findings(), this.figures.standing(run),
				this.gate.verdict(run));
	}

	/** The last execution of each step; parts of a step are not told apart. */
	private List<Step> steps(Run run) {
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
			.param("steps",
					Stream.of(RunListener.Step.values())
						.map((step) -> step.name().toLowerCase(Locale.ROOT))
						.toArray(String[]::new))
			.param("campaign", run.campaign())
			.param("date", run.date().toString())
			.param("number", String.valueOf(run.number()))
			.query((row, index) -> new Step(
					RunListener.Step.valueOf(row.getString("step_name").toUpperCase(Locale.ROOT)),
					row.getString("status"), time(row, "start_time"), time(row, "end_time")))
			.list()
			.stream()
			.sorted((a, b) -> a.step().compareTo(b.step()))
			.toList();
	}

	private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
	}

	private List<File> files(Run run) {
		return this.jdbc.sql("select * from run_file where run_id = ? order by file_no")
			.param(run.id())
			.query((row, index) -> new File(row.getString("role"), row.getString("path"), row.getString("status"),
					new RowCounts(row.getLong("rows_read"), row.getLong("rows_loaded") - row.getLong("rows_duplicate"),
							row.getLong("rows_duplicate"), row.getLong("rows_rejected"))))
			.list();
	}

	/** The figures of a finished run stay, also when its files are forgotten. */
	private Map<String, RowCounts> rows(Run run) {
		Figures figures = this.metrics.of(run.id());
		if (figures.names("read").isEmpty()) {
			return this.data.rows(run);
		}
		return figures.rows();
	}

}
