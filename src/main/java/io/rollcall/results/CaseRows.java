package io.rollcall.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.Masking;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A few cases of a run with what is found and what happened, as the workbooks show them:
 * to the registrar all of it, to a college what {@code college_finding} lets it read.
 */
@Component
public class CaseRows {

	/** What a case shows that nothing is found of any more, too. */
	private static final String CASES = "with told as (" + CaseStatements.briefly("and f.case_id = any (:ids)")
			+ """
					),
					read as (
					  select student_key, max(student_no) as student_no, max(candidate_no) as candidate_no
					    from {findings} f
					   where f.campaign_id = :campaign and f.run_id = :run
					     and f.student_key = any (array(select student_key from run_case where campaign_id = :campaign and run_id = :run and case_id = any (:ids)))
					   group by student_key
					)
					select c.*, coalesce(t.findings, c.code || ' ' || c.severity) as findings, coalesce(t.roster, '') as roster,
					       coalesce(t.platform_value, '') as platform_value,
					       case when t.case_id is null and {own} then coalesce(c.platform ->> c.field, '') else '' end as platform_now,
					       coalesce(t.admission, '') as admission, coalesce(t.claimed, '') as claimed,
					       coalesce(t.cause, '') as cause, coalesce(t.proposed_route, '') as proposed_route,
					       coalesce(t.odd, '') as odd, coalesce(t.major, '') as major, coalesce(t.class_name, '') as class_name,
					       coalesce(t.shown_student_no, k.student_no, c.student_no) as shown_student_no,
					       coalesce(t.shown_candidate_no, k.candidate_no, c.candidate_no) as shown_candidate_no
					  from run_case c left join told t using (case_id) left join read k using (student_key)
					 where c.campaign_id = :campaign and c.run_id = :run and c.case_id = any (:ids) {visible}
					""";

	private static final String FINDINGS = """
			select f.*, 0 as outside, 0 as explained
			  from {findings} f
			 where f.campaign_id = :campaign and f.run_id = :run and f.student_key = any (:students)
			 order by f.code like 'REVIEW!_%' escape '!', severity_rank(f.severity), f.code collate "C",
			          f.field collate "C", f.finding_id collate "C"
			""";

	/** The members of what the findings of one code are about together. */
	private static final String MEMBERS = """
			select f.*, 0 as outside, 0 as explained
			  from {findings} f
			 where f.campaign_id = :campaign and f.run_id = :run and f.group_ref = :group and f.group_ref <> '' and f.code = :code
			 order by f.college collate "C", f.student_no collate "C", f.student_key collate "C"
			 limit :most
			""";

	/**
	 * By the number of a case, which stays when its student's key changes; a run stands
	 * for its own date even where another one has replaced it.
	 */
	private static final String EVENTS = """
			select r.business_date, e.case_id, e.code, e.college, e.student_no, e.name, e.field, e.kind, e.before, e.after,
			       case when {own} then e.old_value else '' end as old_value,
			       case when {own} then e.new_value else '' end as new_value, e.by_whom, e.on_date, e.why, e.place
			  from case_event e
			  join (select run_id, business_date from effective_run where campaign_id = :campaign and business_date < :date
			        union all select :run, :date::date) r using (run_id)
			 where e.campaign_id = :campaign and e.case_no = any (:numbers) {visible}
			 order by r.business_date, e.event_no
			""";

	private static final String UNVEILED = """
			not exists (select 1 from finding h where h.campaign_id = :campaign and h.run_id = {row}.run_id and h.case_id = {row}.case_id
			               and (h.reader <> 'college' or h.veiled is not null))
			""";

	private final JdbcClient jdbc;

	CaseRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Cases in the order in which they are asked for.
	 * @param context the run
	 * @param ids the ids of the cases
	 * @param college the college that reads, empty for the registrar
	 * @return the cases; those that the college may not read are left out
	 */
	public List<CaseRow> cases(RunContext context, Collection<String> ids, Optional<String> college) {
		Map<String, CaseRow> found = new LinkedHashMap<>();
		ids.forEach((id) -> found.put(id, null));
		String visible = college.isEmpty() ? ""
				: "and c.college = :college and c.student_key not like 'F:%' and not c.hidden";
		statement(context, CASES.replace("{visible}", visible), "c", college).param("run", context.run().id())
			.param("ids", ids.toArray(String[]::new))
			.param("college", college.orElse(""))
			.query((row) -> {
				found.put(row.getString("case_id"), shown(context, row, college.isPresent()));
			});
		return found.values().stream().filter(Objects::nonNull).toList();
	}

	/** The platform's record is kept in clear. */
	private static CaseRow shown(RunContext context, ResultSet row, boolean college) throws SQLException {
		CaseRow one = masked(context, CaseMapper.row(context.masked(), row, college ? "offered" : "proposed"));
		String now = row.getString("platform_now");
		if (now.isEmpty() || college && CaseMapper.NUMBERS.contains(one.problem().field())) {
			return one;
		}
		CaseRow.Values values = one.values();
		return one.with(one.problem(),
				new CaseRow.Values(values.roster(), CaseMapper.shown(context.masked()).of(one.problem().field(), now),
						values.admission(), values.claimed(), values.proposed(), values.approved(), values.replaced()));
	}

	/**
	 * What is found of students.
	 * @param context the run
	 * @param students the keys of the students
	 * @param college the college that reads, empty for the registrar
	 * @return the findings, the gravest first, behind them what became of answers
	 */
	public List<FindingRow> findings(RunContext context, Collection<String> students, Optional<String> college) {
		return statement(context, FINDINGS, "f", college).param("run", context.run().id())
			.param("students", students.toArray(String[]::new))
			.param("college", college.orElse(""))
			.query((row, index) -> finding(context, row, college.isEmpty()))
			.list();
	}

	/**
	 * Whom findings about one thing name.
	 *
	 * @param studentKey the student's key
	 * @param finding what is found of him
	 */
	public record Member(String studentKey, FindingRow finding) {

		@Override
		public String toString() {
			return this.finding.toString();
		}

	}

	/**
	 * The members of a group.
	 * @param context the run
	 * @param group what their findings share
	 * @param code the code of the findings
	 * @param college the college that reads, empty for the registrar
	 * @param most at most so many
	 * @return the members, by college and number
	 */
	public List<Member> members(RunContext context, String group, String code, Optional<String> college, int most) {
		return statement(context, MEMBERS, "f", college).param("run", context.run().id())
			.param("group", group)
			.param("code", code)
			.param("most", most)
			.param("college", college.orElse(""))
			.query((row, index) -> new Member(row.getString("student_key"), finding(context, row, college.isEmpty())))
			.list();
	}

	/**
	 * How many members a group has, whoever may read of them.
	 * @param context the run
	 * @param group what their findings share
	 * @param code the code of the findings
	 * @return the number
	 */
	public long members(RunContext context, String group, String code) {
		return this.jdbc.sql(
				"select count(*) from finding where campaign_id = ? and run_id = ? and group_ref = ? and group_ref <> '' and code = ?")
			.params(context.run().campaignId(), context.run().id(), group, code)
			.query(Long.class)
			.single();
	}

	/**
	 * What happened to cases up to the run.
	 * @param context the run
	 * @param numbers the numbers of the cases
	 * @param college the college that reads, empty for the registrar
	 * @return the changes, oldest first
	 */
	public List<CaseEventRow> events(RunContext context, Collection<Long> numbers, Optional<String> college) {
		String visible = college.isEmpty() ? ""
				: """
						and e.college = :college and e.student_key not like 'F:%'
						and not exists (select 1 from run_case h where h.campaign_id = :campaign and h.run_id = e.run_id and h.case_id = e.case_id and h.hidden)
						""";
		return statement(context, EVENTS.replace("{visible}", visible), "e", college).param("run", context.run().id())
			.param("date", context.run().date())
			.param("numbers", numbers.toArray(Long[]::new))
			.param("college", college.orElse(""))
			.query((row, index) -> event(row, college.isPresent()))
			.list();
	}

	private static CaseEventRow event(ResultSet row, boolean college) throws SQLException {
		return CaseMapper.event(row, college, row.getString("why"));
	}

	/**
	 * Students with all their cases.
	 *
	 * @param students the keys of the students
	 * @param cases the ids of their cases
	 * @param numbers the numbers of their cases
	 */
	public record Relatives(Set<String> students, Set<String> cases, Set<Long> numbers) {
	}

	/**
	 * The students whom cases are about, with all their cases.
	 * @param context the run
	 * @param ids the ids of cases
	 * @return the students
	 */
	public Relatives relatives(RunContext context, Collection<String> ids) {
		Relatives relatives = new Relatives(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
		this.jdbc
			.sql("""
					select distinct o.student_key, o.case_id, o.case_no
					  from run_case c
					  join run_case o on o.campaign_id = c.campaign_id and o.run_id = c.run_id and student_hash(o.student_key) = student_hash(c.student_key)
					 where c.campaign_id = ? and c.run_id = ? and c.case_id = any (?)
					""")
			.params(context.run().campaignId(), context.run().id(), ids.toArray(String[]::new))
			.query((row) -> {
				relatives.students().add(row.getString("student_key"));
				relatives.cases().add(row.getString("case_id"));
				relatives.numbers().add(row.getLong("case_no"));
			});
		return relatives;
	}

	private static CaseRow masked(RunContext context, CaseRow row) {
		if (!context.run().unmasked()) {
			return row;
		}
		String field = row.problem().field();
		CaseRow.Values old = row.values();
		return row.with(row.problem(),
				new CaseRow.Values(masked(field, old.roster()), masked(field, old.platform()),
						masked(field, old.admission()), masked(field, old.claimed()), masked(field, old.proposed()),
						old.approved(), old.replaced()));
	}

	/** Other students concerned are the registrar's to know. */
	private static FindingRow finding(RunContext context, ResultSet row, boolean registrar) throws SQLException {
		FindingRow one = ReportData.finding(context.run(), row);
		boolean masked = !context.run().unmasked();
		if (masked && (registrar || one.more().privateDetail().isEmpty())) {
			return one;
		}
		FindingRow.More more = one.more();
		String field = one.field();
		String detail = registrar ? more.privateDetail() : "";
		return new FindingRow(one.findingId(), one.code(), one.severity(), one.college(), one.studentNo(),
				one.candidateNo(), one.name(), field, masked ? one.rosterValue() : masked(field, one.rosterValue()),
				masked ? one.platformValue() : masked(field, one.platformValue()),
				masked ? one.admissionValue() : masked(field, one.admissionValue()),
				masked ? one.claimedValue() : masked(field, one.claimedValue()), one.locations(),
				masked ? one.detail() : Masking.maskAnyNumbers(one.detail()),
				masked ? one.suggestion() : Masking.maskAnyNumbers(one.suggestion()), one.state(), one.firstSeen(),
				one.lastSeen(), one.ageDays(), one.caseId(),
				new FindingRow.More(masked ? detail : Masking.maskAnyNumbers(detail), more.cause(), more.route(),
						more.odd(), more.group(), more.major(), more.className(), more.outside()));
	}

	private static String masked(String field, String value) {
		boolean number = field.equals("id_no") && !value.isEmpty() && value.indexOf('*') < 0;
		return number ? Masking.mask(IdNumber.parse(value, null)) : Masking.maskAnyNumbers(value);
	}

	private JdbcClient.StatementSpec statement(RunContext context, String sql, String row, Optional<String> college) {
		return this.jdbc
			.sql(sql.replace("{findings}", college.isEmpty() ? "finding" : "college_finding(:campaign, :run, :college)")
				.replace("{own}", college.isEmpty() ? "true" : UNVEILED.replace("{row}", row)))
			.param("campaign", context.run().campaignId());
	}

}
