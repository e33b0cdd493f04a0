package io.rollcall.results;

import java.util.Optional;

/**
 * The statements that {@link CaseData} asks with, and who may read what in them. What
 * stands in braces is put in for whoever asks: all findings and cases of a run, or those
 * that a college reads.
 */
final class CaseStatements {

	/** Every text with the day of a birth in it fits. */
	static final String MAY_BE_DAY = "(19|20)[0-9][0-9]";

	/**
	 * What each finding of a case says, and the values side by side: one order for all,
	 * so that rows are sorted once. Values that a source contradicts itself in come last.
	 */
	private static final String FINDINGS = """
			  select f.case_id, {told} as findings,
			         coalesce((array_agg(f.roster_value order by {first}) filter (where f.roster_value <> ''))[1], '') as roster,
			         coalesce((array_agg(f.platform_value order by {first}) filter (where f.platform_value <> ''))[1], '') as platform_value,
			         coalesce((array_agg(f.admission_value order by {first}) filter (where f.admission_value <> ''))[1], '') as admission,
			         coalesce((select string_agg(distinct one, ' / ') from unnest(array_agg(f.claimed_value) filter (where f.claimed_value <> '')) one), '')
			           as claimed,
			         coalesce((array_agg(f.cause order by {first}) filter (where f.cause <> ''))[1], '') as cause,
			         coalesce((array_agg(f.route order by {first}) filter (where f.route <> ''))[1], '') as proposed_route,
			         coalesce((array_agg(f.odd order by {first}) filter (where f.odd <> ''))[1], '') as odd,
			         max(f.major) as major, max(f.class_name) as class_name,
			         max(f.student_no) as shown_student_no, max(f.candidate_no) as shown_candidate_no
			    from {findings} f
			   where f.campaign_id = :campaign and f.run_id = :run and f.severity <> 'I' and f.code not like 'REVIEW!_%' escape '!' {of}
			   group by f.case_id
			""";

	private static final String FIRST = "f.code = 'ROW_CONFLICT', f.severity collate \"C\", f.code collate \"C\", "
			+ "f.finding_id collate \"C\"";

	/** Of each finding its code and severity, as {@link CaseMapper} takes them apart. */
	private static final String BRIEFLY = "string_agg(f.code || ' ' || f.severity, ',' order by {first})";

	/** Of each finding all that it says. */
	private static final String WHOLLY = """
			jsonb_agg(jsonb_build_array(f.code, f.severity, f.detail, f.private_detail, f.suggestion, f.locations)
			          order by {first})""";

	/** What a list of cases shows of each of them. */
	private static final String CASE = """
			c.case_id, c.student_key, c.matter, c.field, c.severity, c.college, c.student_no, c.candidate_no, c.name, c.state, c.opened_on,
			c.sent_on, c.note, c.offered, c.proposed, c.approved, c.replaced, c.answer, c.answer_value, c.evidence, c.answered_by,
			c.answered_on, c.answer_note, c.review, c.review_value, c.review_route, c.reviewed_by, c.reviewed_on, c.review_note""";

	/** The numbers of each student as whoever asks reads them of the findings. */
	private static final String READ = """
			read as (
			  select student_key, max(student_no) as student_no, max(candidate_no) as candidate_no from {findings} f
			   where campaign_id = :campaign and run_id = :run group by student_key
			)
			""";

	/** Whether nothing that a run found of a case is kept from the college. */
	private static final String OWN = """
			not exists (select 1 from finding h where h.campaign_id = :campaign and h.run_id = {case}.run_id and h.case_id = {case}.case_id
			               and (h.reader <> 'college' or h.veiled is not null))
			""";

	/** The findings of a run. */
	private static final String ALL = "(select * from finding where campaign_id = :campaign and run_id = :run)";

	/** The same as a college reads them. */
	private static final String OF_COLLEGE = "college_finding(:campaign, :run, :college)";

	/**
	 * A college reads no case that rests on a record which is probably another student's.
	 */
	private static final String READABLE = "c.college = :college and c.student_key not like 'F:%' and not c.hidden";

	/** Holds what was gathered of the findings that a college reads. */
	static final String READ_FINDING = "read_finding";

	private static final String READ_CASE = "read_case";

	/**
	 * What a college reads of a run, for the rest of the transaction. The server has to
	 * know every column that a statement asks of, the run's too, or takes the tables for
	 * single rows.
	 */
	static final String GATHER = """
			create temporary table {findings} on commit drop as select * from %s;
			analyze {findings} (campaign_id, run_id, case_id, student_key, code, severity, field, state);
			create temporary table {cases} on commit drop as
			select c.*, %s as own from run_case c where c.campaign_id = :campaign and c.run_id = :run and %s;
			analyze {cases} (campaign_id, run_id, case_id, student_key, state, to_do, opened_on)
			""".formatted(OF_COLLEGE, OWN.replace("{case}", "c"), READABLE)
		.replace("{findings}", READ_FINDING)
		.replace("{cases}", READ_CASE);

	/**
	 * Duplicates and matters of several key fields first, then by severity, one student's
	 * cases together; after everything else those who have not looked.
	 */
	private static final String WAITING_ORDER = """
			head, college collate "C", student_no collate "C", candidate_no collate "C", student_key collate "C", urgency,
			matter collate "C", case_id""";

	/** What waits, with its findings together. */
	private static final String WAITING = "with told as (" + FINDINGS
			+ """
					),
					ranked as (
					  select {case}, t.findings, t.roster, t.platform_value, t.admission, t.claimed, t.cause, t.proposed_route, t.odd, t.major,
					         t.class_name, t.shown_student_no, t.shown_candidate_no,
					         {urgency} as urgency
					    from {cases} c join told t using (case_id)
					   where c.campaign_id = :campaign and c.run_id = :run and c.to_do and c.state not in ('sent', 'registrar-rejected', 'known-ok', 'closed') {college}
					)
					select r.*, min(urgency) over (partition by student_key) as head
					  from ranked r
					"""
				.replace("{case}", CASE)
				.replace("{urgency}", Urgency.rank("t.proposed_route = 'ROUTE-ESCALATE'"));

	static final String TO_DO = told(WAITING, BRIEFLY, "") + " order by " + WAITING_ORDER;

	/**
	 * The same with texts, where there is more to say than that somebody has not looked:
	 * numbered, for the sheets that lead there, which are those of some findings only.
	 */
	static final String EXPLAIN = "create temporary table explained on commit drop as select row_number() over (order by "
			+ WAITING_ORDER + ") as explained_no, "
			+ """
					exists (select 1 from jsonb_array_elements(w.findings) one where one ->> 0 = any (:elsewhere)) as elsewhere, w.*
					  from ("""
			+ told(WAITING, WHOLLY, "and f.code <> all (:unchecked)") + ") w";

	static final String EXPLAINED = "select * from explained order by explained_no";

	/** Named ones of the list, also settled ones: what pages took since may open them. */
	private static final String NAMED = told(WAITING, BRIEFLY, "and f.case_id in (:ids)")
		.replace("and c.state not in ('sent', 'registrar-rejected', 'known-ok', 'closed')", "") + " order by "
			+ WAITING_ORDER;

	static final String SENT = "with told as (" + briefly(
			"and f.case_id in (select case_id from {cases} where campaign_id = :campaign and run_id = :run and state = 'sent')")
			+ "), " + READ + "select " + CASE
			+ """
					       , '' as findings, '' as roster, case when {own of c} then coalesce(c.platform ->> c.field, '') else '' end as platform_value, '' as admission, '' as claimed, '' as cause,
					       '' as proposed_route, '' as odd, coalesce(t.major, '') as major, coalesce(t.class_name, '') as class_name,
					       coalesce(t.shown_student_no, k.student_no, c.student_no) as shown_student_no,
					       coalesce(t.shown_candidate_no, k.candidate_no, c.candidate_no) as shown_candidate_no
					  from {cases} c left join told t using (case_id) left join read k using (student_key)
					 where c.campaign_id = :campaign and c.run_id = :run and c.state = 'sent'
					 order by c.sent_on, c.college collate "C", c.student_no collate "C", c.field collate "C", c.case_id
					""";

	/**
	 * Those of both lists that may show a day, without what their findings say:
	 * {@link #MAY_BE_DAY} takes too many rather than too few.
	 */
	static final String BARE = "with " + READ + "select " + CASE
			+ """
					       , '' as findings, '' as roster, coalesce(c.platform ->> c.field, '') as platform_value, '' as admission,
					       '' as claimed, '' as cause, '' as proposed_route, '' as odd, '' as major, '' as class_name,
					       coalesce(k.student_no, c.student_no) as shown_student_no, coalesce(k.candidate_no, c.candidate_no) as shown_candidate_no
					  from {cases} c left join read k using (student_key)
					 where c.campaign_id = :campaign and c.run_id = :run and (c.to_do and c.state not in ('registrar-rejected', 'known-ok', 'closed') or c.state = 'sent')
					   and (c.field = 'birth_date' or concat_ws(' ', c.platform ->> c.field, c.{would}, c.approved, c.replaced, c.answer_value, c.evidence,
					        c.answer_note, c.review_value, c.review_route, c.review_note) ~ :day)
					""";

	/** What this run changed; new cases are told by the day on which they were opened. */
	static final String CHANGES = "with " + READ
			+ """
					select * from (
					select :date::date as business_date, e.case_id, e.code, e.college, coalesce(k.student_no, e.student_no) as student_no, e.name,
					       e.field, e.kind, e.before, e.after, case when {own of e} then e.old_value else '' end as old_value,
					       case when {own of e} then e.new_value else '' end as new_value, e.by_whom, e.on_date, e.why, e.place, e.event_no
					  from case_event e left join read k using (student_key)
					 where e.campaign_id = :campaign and e.run_id = :run and e.kind in ('answered', 'lapsed', 'sent', 'closed', 'reopened') {events}
					union all
					select :date::date, c.case_id, c.code, c.college, coalesce(k.student_no, c.student_no), c.name, c.field, 'new', '', c.state,
					       case when c.facts ->> 'platform' <> '' and c.field <> 'id_no' and {own of c} then c.facts ->> 'platform' else '' end,
					       case when c.{would} <> '' and c.field <> 'id_no' and {own of c} then c.{would} else '' end, '', null, '', '', 0
					  from {cases} c left join read k using (student_key)
					 where c.campaign_id = :campaign and c.run_id = :run and c.to_do and c.opened_on = :date and c.state <> 'closed'
					) changed
					 order by college collate "C", student_no collate "C", case_id, event_no
					""";

	/** What happened to cases up to this run, the newest first. */
	static final String EVENTS = "with " + READ
			+ """
					select r.business_date, e.case_id, e.code, e.college, coalesce(k.student_no, e.student_no) as student_no, e.name, e.field,
					       e.kind, e.before, e.after, case when {own of e} then e.old_value else '' end as old_value,
					       case when {own of e} then e.new_value else '' end as new_value, e.by_whom, e.on_date, e.why, e.place
					  from case_event e
					  join (select run_id, business_date from effective_run where campaign_id = :campaign and business_date < :date
					        union all select :run, :date) r using (run_id)
					  left join read k using (student_key)
					 where e.campaign_id = :campaign and e.kind in ('answered', 'lapsed', 'sent', 'closed', 'reopened') {events}
					 order by r.business_date desc, e.event_no
					""";

	private CaseStatements() {
	}

	/**
	 * The code and severity of the findings of some cases, and the values side by side.
	 */
	static String briefly(String which) {
		return told(FINDINGS, BRIEFLY, which);
	}

	private static String told(String sql, String findings, String which) {
		return sql.replace("{told}", findings).replace("{of}", which).replace("{first}", FIRST);
	}

	/** {@link #NAMED} as whoever asks may read the cases, without anything gathered. */
	static String named(Optional<String> college) {
		return college.isEmpty() ? readable(NAMED, ALL, "run_case", "")
				: readable(NAMED, OF_COLLEGE, "run_case", "and " + READABLE);
	}

	/** A statement as whoever asks may read the cases: a college what was gathered. */
	static String readable(String sql, Optional<String> college) {
		if (college.isEmpty()) {
			return readable(sql, ALL, "run_case", "").replace("{would}", "proposed")
				.replace("{own of e}", "true")
				.replace("{own of c}", "true")
				.replace("{events}", "");
		}
		return readable(sql, READ_FINDING, READ_CASE, "").replace("{would}", "offered")
			.replace("{own of e}", OWN.replace("{case}", "e"))
			.replace("{own of c}", "c.own")
			.replace("{events}",
					"""
							and e.college = :college and e.student_key not like 'F:%'
							and not exists (select 1 from run_case h where h.campaign_id = :campaign and h.run_id = e.run_id and h.case_id = e.case_id and h.hidden)
							""");
	}

	private static String readable(String sql, String findings, String cases, String condition) {
		return sql.replace("{findings}", findings).replace("{cases}", cases).replace("{college}", condition);
	}

}
