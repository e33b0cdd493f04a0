package io.rollcall.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.SourceRole;
import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.InputRow;
import io.rollcall.facts.NoticeRow;
import io.rollcall.facts.RejectRow;
import io.rollcall.facts.RowCounts;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.Tally;
import io.rollcall.report.Slice;
import io.rollcall.run.Drift;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunMetrics.Figures;
import io.rollcall.run.RunMetrics;
import io.rollcall.run.RunOutcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the reports are written from. Streams need a transaction, which lets the server
 * send rows in portions.
 */
@Component
public class ReportData {

	/** The school's time zone: one for the whole of China. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final int PORTION = 2_000;

	/** In place of the role, where a notice is about the run. */
	private static final String DRIFT = "drift";

	private static final String FINDINGS = """
			select %s, severity_rank(f.severity)::text as severity_rank,
			       %s, %s
			  from %s f %s where f.campaign_id = :campaign and f.run_id = :run %s
			""";

	/** What a row shows. */
	private static final String COLUMNS = """
			f.finding_id, f.code, f.severity, f.college, f.student_no, f.candidate_no, f.name, f.field, f.roster_value, f.platform_value,
			f.admission_value, f.claimed_value, f.locations, f.detail, f.suggestion, f.state, f.first_seen, f.last_seen, f.case_id,
			f.private_detail, f.cause, f.route, f.odd, f.group_ref, f.major, f.class_name""";

	/** The same where nobody reads what it says, which is most of it. */
	private static final String SILENT = COLUMNS.replaceAll("f\\.(locations|detail|suggestion|private_detail)",
			"'' as $1");

	/** Findings that may show a day: too many rather than too few. */
	private static final String DATED = """
			and (f.field = 'birth_date' or concat_ws(' ', f.roster_value, f.platform_value, f.admission_value, f.claimed_value, f.detail,
			     f.suggestion) ~ :day)""";

	/**
	 * Finds the number of a finding's case on the sheet of long texts, which
	 * {@link CaseData#gather} has numbered.
	 */
	private static final String EXPLAINED = "left join explained e on e.elsewhere and e.case_id = f.case_id";

	/**
	 * Where a group stands, and how many of its members belong to other colleges; only
	 * the sheet of groups asks.
	 */
	private static final String GROUP = """
			min(severity_rank(f.severity)::text || f.code)
			  over (partition by case when f.group_ref = '' then f.finding_id else f.group_ref end) as group_head,
			(select count(*) from finding o where o.campaign_id = :campaign and o.run_id = f.run_id and o.code = f.code
			    and o.group_ref = f.group_ref and o.group_ref <> '' and o.college <> f.college) as outside""";

	private final JdbcClient jdbc;

	private final JdbcTemplate streams;

	private final RunFileStore files;

	private final ReportFigures figures;

	private final RunMetrics metrics;

	private final Drift drift;

	ReportData(JdbcTemplate template, JdbcClient jdbc, RunFileStore files, ReportFigures figures, RunMetrics metrics,
			Drift drift) {
		this.jdbc = jdbc;
		this.streams = new JdbcTemplate(template.getDataSource());
		this.streams.setFetchSize(PORTION);
		this.files = files;
		this.figures = figures;
		this.metrics = metrics;
		this.drift = drift;
	}

	/** All findings of a run, the gravest first. */
	public Stream<FindingRow> findings(Run run) {
		return findings(run, Slice.ALL, Optional.empty());
	}

	/** How many findings of all colleges there are of each kind. */
	public Tally tally(Run run) {
		return tally(run, Optional.empty());
	}

	/** The same of what one college reads, or of all. */
	public Tally tally(Run run, Optional<String> college) {
		Tally tally = new Tally();
		this.jdbc.sql("""
				select code, severity, state, college, count(*) as count, min(first_seen) as first_seen
				  from %s f where campaign_id = :campaign and run_id = :run group by code, severity, state, college
				""".formatted(from(college)))
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("college", college.orElse(""))
			.query((row) -> {
				tally.add(row.getString("code"), row.getString("severity"), row.getString("state"),
						row.getString("college"), row.getLong("count"),
						(int) ChronoUnit.DAYS.between(row.getObject("first_seen", LocalDate.class), run.date()));
			});
		return tally;
	}

	/**
	 * A part of the findings, of all colleges or of one; the empty name takes the
	 * students whose college is unknown. {@link CaseData#gather} comes before.
	 */
	public Stream<FindingRow> findings(Run run, Slice slice, Optional<String> college) {
		boolean leads = Slice.leading().contains(slice);
		String rows = FINDINGS.formatted((slice == Slice.UNCHECKED) ? SILENT : COLUMNS,
				(slice == Slice.GROUPS) ? GROUP : "0 as outside",
				leads ? "coalesce(e.explained_no, 0) as explained" : "0 as explained", from(college),
				leads ? EXPLAINED : "", switch (slice) {
					case ALL -> "";
					case INFORMATION -> "and (f.severity = 'I' or f.state = any (:done))";
					default -> "and f.code = any (:codes)";
				});
		String sql = "select * from (" + rows + ") found order by "
				+ Stream.concat(slice.order().stream(), Stream.of("candidate_no", "finding_id"))
					.map((column) -> column + " collate \"C\"")
					.collect(Collectors.joining(", "));
		MapSqlParameterSource values = new MapSqlParameterSource("run", run.id()).addValue("campaign", run.campaignId())
			.addValue("codes", slice.codes().toArray(String[]::new))
			.addValue("done", FindingRow.DONE.toArray(String[]::new))
			.addValue("college", college.orElse(""));
		return new NamedParameterJdbcTemplate(this.streams)
			.queryForStream(sql, values, (row, index) -> finding(run, row))
			.filter(slice::includes);
	}

	/** The findings that may show a day, in no order. */
	public Stream<FindingRow> dated(Run run, Optional<String> college) {
		return new NamedParameterJdbcTemplate(this.streams).queryForStream(
				FINDINGS.formatted(COLUMNS, "0 as outside", "0 as explained", from(college), "", DATED),
				new MapSqlParameterSource("run", run.id()).addValue("campaign", run.campaignId())
					.addValue("day", CaseStatements.MAY_BE_DAY)
					.addValue("college", college.orElse("")),
				(row, index) -> finding(run, row));
	}

	/** {@link CaseData#gather} comes before. */
	private static String from(Optional<String> college) {
		return college.isEmpty() ? "finding" : CaseStatements.READ_FINDING;
	}

	static FindingRow finding(Run run, ResultSet row) throws SQLException {
		LocalDate first = row.getObject("first_seen", LocalDate.class);
		return new FindingRow(row.getString("finding_id"), row.getString("code"), row.getString("severity"),
				row.getString("college"), row.getString("student_no"), row.getString("candidate_no"),
				row.getString("name"), row.getString("field"), row.getString("roster_value"),
				row.getString("platform_value"), row.getString("admission_value"), row.getString("claimed_value"),
				row.getString("locations"), row.getString("detail"), row.getString("suggestion"),
				row.getString("state"), first, row.getObject("last_seen", LocalDate.class),
				(int) ChronoUnit.DAYS.between(first, run.date()), row.getString("case_id"),
				new FindingRow.More(row.getString("private_detail"), row.getString("cause"), row.getString("route"),
						row.getString("odd"), row.getString("group_ref"), row.getString("major"),
						row.getString("class_name"), row.getLong("outside"), row.getInt("explained")));
	}

	/** Refused files, then refused rows, in the order of the frozen list. */
	public Stream<RejectRow> rejects(Run run) {
		return rejects("""
				select role, path, '' as sheet, null::bigint as row_no, reason, detail, '' as raw, file_no,
				       0::bigint as reject_no
				  from run_file where run_id = ? and status = 'refused'
				union all
				select f.role, f.path, r.sheet, r.row_no, r.reason, r.detail, r.raw, r.file_no, r.reject_no
				  from reject r join run_file f using (run_id, file_no) where r.campaign_id = ? and r.run_id = ?
				 order by file_no, reject_no
				""", run.id(), run.campaignId(), run.id());
	}

	/**
	 * The refused rows that name a college, and those it sent in about others' students.
	 */
	public Stream<RejectRow> rejects(Run run, String college, String stray) {
		return rejects("""
				select f.role, f.path, r.sheet, r.row_no, r.reason, r.detail, r.raw
				  from reject r join run_file f using (run_id, file_no)
				 where r.campaign_id = ? and r.run_id = ? and r.college = ? and r.college <> ''
				union all
				select role, path, sheet, row_no, 'OTHER_COLLEGE', ?, ''
				  from run_stray where run_id = ? and college = ? and college <> ''
				 order by role, path, sheet, row_no
				""", run.campaignId(), run.id(), college, stray, run.id(), college);
	}

	private Stream<RejectRow> rejects(String sql, Object... arguments) {
		return this.streams.queryForStream(sql, (row, index) -> {
			Long number = row.getObject("row_no", Long.class);
			return new RejectRow(row.getString("role"), row.getString("path"), row.getString("sheet"),
					(number == null) ? OptionalLong.empty() : OptionalLong.of(number), row.getString("reason"),
					row.getString("detail"), row.getString("raw"));
		}, arguments);
	}

	/** What there is to say about a run. */
	public RunFacts facts(RunContext context, String status, Optional<OffsetDateTime> finished) {
		Run run = context.run();
		Map<String, RowCounts> rows = rows(run);
		List<String> usable = rows.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().loaded() > 0
					&& SourceRole.of(entry.getKey()).orElseThrow().isCompared())
			.map((entry) -> context.messages().get("run.role." + entry.getKey()))
			.toList();
		String sources = context.messages()
			.get(usable.size() < 2 ? "run.sources.single" : "run.sources.several",
					String.join(context.messages().get("intake.comma"), usable));
		return new RunFacts(run.campaign(), context.campaign().title(), run.date(), run.number(), status,
				run.startedAt().atZone(ZONE).toOffsetDateTime(), finished,
				Optional.of(context.campaign().period().deadline()),
				Optional.of(context.campaign().period().collegeDeadline()), rows, usable.size() > 1, sources,
				inputs(context), notices(context), run.unmasked(), context.campaign().sentDays());
	}

	Map<String, RowCounts> rows(Run run) {
		Map<String, RowCounts> rows = new LinkedHashMap<>();
		for (SourceRole role : SourceRole.values()) {
			rows.put(role.word(), new RowCounts(0, 0, 0, 0));
		}
		this.jdbc.sql("""
				select role, sum(rows_read) as read, sum(rows_loaded - rows_duplicate) as loaded,
				       sum(rows_duplicate) as duplicates, sum(rows_rejected) as rejected
				  from run_file where run_id = ? group by role
				""").param(run.id()).query((row) -> {
			rows.put(row.getString("role"), new RowCounts(row.getLong("read"), row.getLong("loaded"),
					row.getLong("duplicates"), row.getLong("rejected")));
		});
		return rows;
	}

	private List<InputRow> inputs(RunContext context) {
		return this.files.all(context.run(), context.campaign())
			.stream()
			.map((file) -> new InputRow(file.input().role().word(), file.input().path(), file.input().sha256(),
					file.input().size(), file.read(), switch (file.status()) {
						case LOADED -> InputRow.READ;
						case REFUSED -> InputRow.REFUSED;
						default -> file.status().column();
					}, file.status() == RunFile.Status.REFUSED ? file.detail() : ""))
			.toList();
	}

	/** What is to be said of files, then what is out of line with the nights before. */
	private List<NoticeRow> notices(RunContext context) {
		Stream<NoticeRow> drifting = this.drift.beforeTheEnd(context.run())
			.lines()
			.stream()
			.map((line) -> new NoticeRow(DRIFT, "", "DRIFT", line.sentence(context.messages())));
		return Stream.concat(notices(context.run()).stream(), drifting).toList();
	}

	private List<NoticeRow> notices(Run run) {
		return this.jdbc.sql("""
				select f.role, f.path, n.kind, n.text
				  from run_notice n join run_file f using (run_id, file_no)
				 where n.run_id = ? order by n.file_no, n.notice_no
				""")
			.param(run.id())
			.query((row, index) -> new NoticeRow(row.getString("role"), row.getString("path"), row.getString("kind"),
					row.getString("text")))
			.list();
	}

	/** Whether anything is known of students without a college. */
	public boolean hasUnassigned(Run run) {
		return this.jdbc.sql(
				"select exists (select 1 from finding where campaign_id = ? and run_id = ? and college = '' and student_key not like 'F:%')")
			.params(run.campaignId(), run.id())
			.query(Boolean.class)
			.single();
	}

	/** How a finished run ended, from its figures: they stay when all else is cleared. */
	public RunOutcome outcome(Run run) {
		Figures figures = this.metrics.of(run.id());
		return new RunOutcome(run, run.folder(), figures.rows(), figures.sum("files"), figures.findings(),
				count("select count(*) from run_notice where run_id = ?", run),
				figures.get("problems", "REVIEW_REFUSED"), this.figures.standing(run), this.figures.before(run));
	}

	private long count(String sql, Run run) {
		return this.jdbc.sql(sql).param(run.id()).query(Long.class).single();
	}

}
