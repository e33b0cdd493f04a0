package io.rollcall.results;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.campaign.Operation.Gate;
import io.rollcall.facts.NightStanding;
import io.rollcall.facts.RowCounts;
import io.rollcall.facts.RunCause.Check;
import io.rollcall.run.PublishGate;
import io.rollcall.run.Run;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunMetrics.Figures;
import io.rollcall.run.RunMetrics;
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

	private final RunSteps steps;

	RunStory(JdbcClient jdbc, RunMetrics metrics, PublishGate gate, ReportData data, ReportFigures figures,
			RunSteps steps) {
		this.jdbc = jdbc;
		this.metrics = metrics;
		this.gate = gate;
		this.data = data;
		this.figures = figures;
		this.steps = steps;
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
	 * @param codes the number of findings by code, problems first, then what is told only
	 * @param cases the figures of the cases, all zero unless it is finished
	 * @param gate every check of the publish gate
	 */
	public record Story(Run run, Instant queuedAt, Optional<Instant> settledAt, BigDecimal seconds, int resumes,
			String failure, String decidedBy, String decidedWhy, Optional<Integer> place, List<Step> steps,
			List<File> files, Map<String, RowCounts> rows, Map<String, Long> findings, Codes codes, NightStanding cases,
			List<Check> gate) {
	}

	/**
	 * The number of findings by code.
	 *
	 * @param problems those that somebody has to act on or to look at
	 * @param information those that are told only
	 */
	public record Codes(Map<String, Long> problems, Map<String, Long> information) {
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
	 * @param number its number in the run, from 1
	 * @param role the source's role
	 * @param path the path below the source's folder
	 * @param status what became of it
	 * @param reason why it was refused or passed over, a word for machines, or empty
	 * @param detail the same as a sentence in the campaign's language, or empty
	 * @param rows its rows
	 */
	public record File(int number, String role, String path, String status, String reason, String detail,
			RowCounts rows) {
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
	public NightStanding college(Run run, String college) {
		return this.figures.standings(run, "college").getOrDefault(college, NightStanding.NONE);
	}

	/**
	 * What a gate would say of a run.
	 * @param run a finished run
	 * @param wanted the gate, which need not be the one that the run met
	 * @return its checks; nothing is held by them
	 */
	public List<Check> gate(Run run, Gate wanted) {
		return this.gate.checks(run, wanted);
	}

	private Story story(Run run, ResultSet row) throws SQLException {
		Figures figures = this.metrics.of(run.id());
		boolean open = Stream.of(Run.Status.WAITING, Run.Status.RUNNING, Run.Status.PUBLISHING)
			.anyMatch(run.status()::equals);
		return new Story(run, row.getObject("queued_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
					.filter((at) -> !open)
					.map(OffsetDateTime::toInstant),
				row.getBigDecimal("seconds"), row.getInt("resumes"), row.getString("failure"),
				row.getString("decided_by"), row.getString("decided_why"),
				(run.status() == Run.Status.WAITING) ? Optional.of(row.getInt("place")) : Optional.empty(),
				this.steps.of(run), files(run), rows(run, figures), figures.findings(), codes(figures),
				this.figures.standing(run), this.gate.verdict(run));
	}

	private List<File> files(Run run) {
		return this.jdbc.sql("select * from run_file where run_id = ? order by file_no")
			.param(run.id())
			.query((row, index) -> new File(row.getInt("file_no"), row.getString("role"), row.getString("path"),
					row.getString("status"), row.getString("reason"), row.getString("detail"),
					new RowCounts(row.getLong("rows_read"), row.getLong("rows_loaded") - row.getLong("rows_duplicate"),
							row.getLong("rows_duplicate"), row.getLong("rows_rejected"))))
			.list();
	}

	private static Codes codes(Figures figures) {
		return new Codes(counts(figures, "problems"), counts(figures, "information"));
	}

	private static Map<String, Long> counts(Figures figures, String kind) {
		Map<String, Long> counts = new LinkedHashMap<>();
		figures.names(kind).forEach((code) -> counts.put(code, figures.get(kind, code)));
		return counts;
	}

	/** The figures of a finished run stay, also when its files are forgotten. */
	private Map<String, RowCounts> rows(Run run, Figures figures) {
		if (figures.names("read").isEmpty()) {
			return this.data.rows(run);
		}
		return figures.rows();
	}

}
