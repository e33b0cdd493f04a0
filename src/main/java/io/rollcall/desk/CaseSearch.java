package io.rollcall.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.College;
import io.rollcall.facts.CaseRow;
import io.rollcall.results.CaseRows;
import io.rollcall.results.Urgency;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Looks through the cases of the last published run: by default what waits for who looks,
 * the most urgent first.
 */
@Service
public class CaseSearch {

	/** The cases of a page. */
	public static final int PAGE = 50;

	/** What waits for who looks. */
	public static final String MINE = "mine";

	/** What waits for anybody. */
	public static final String TO_DO = "todo";

	/** What was answered on a page and takes effect with the next run. */
	public static final String PENDING = "pending";

	/** What is only good to know. */
	public static final String INFORMATION = "info";

	/** Every case there ever was. */
	public static final String ALL = "all";

	/** What may be asked for as a state, in the order in which it is offered. */
	public static final List<String> STATES = List.of(MINE, TO_DO, PENDING, "open", "reopened", "college-confirmed",
			"college-rejected", "registrar-approved", "sent", "registrar-rejected", "known-ok", "closed", INFORMATION,
			ALL);

	private static final String WAITS = "c.to_do and c.state not in ('sent', 'registrar-rejected', 'known-ok', 'closed')";

	/** A college answers what nobody decided on, and what it still seeks proof for. */
	private static final String COLLEGE = WAITS
			+ " and c.state in ('open', 'reopened') and c.answer in ('', 'PENDING')";

	/** The registrar decides what a college answered, and what no college is told of. */
	private static final String REGISTRAR = WAITS
			+ """
					 and (c.state in ('college-confirmed', 'college-rejected')
					      or c.state in ('open', 'reopened')
					         and (c.answer in ('NO_PROBLEM', 'UNSURE') or c.college = '' or c.hidden or c.student_key like 'F:%'))
					""";

	/** What is left for a college once a page took an answer. */
	private static final String COLLEGE_AFTER = "case when a.decided then a.answer = 'RETURNED' else a.answer = 'PENDING' end";

	/** What is left for the registrar once a page took an answer. */
	private static final String REGISTRAR_AFTER = "case when a.decided then a.answer = 'WITHDRAWN' else a.answer <> 'PENDING' end";

	private static final String VISIBLE = "and c.college = any (:colleges) and c.student_key not like 'F:%' and not c.hidden";

	private static final String NAMED = """
			and (c.student_no = :number or c.candidate_no = :number or c.name like :like or c.student_key = any (:bearers))
			""";

	/** Codes of findings that a college does not read are not its case's. */
	private static final String TOLD = """
			array(select u from unnest(case when cardinality(c.codes) > 0 then c.codes else array[c.code] end) as u
			       where not exists (select 1 from kept_back k where k.case_id = c.case_id and k.code = u))
			""";

	private static final String PLAIN = "case when cardinality(c.codes) > 0 then c.codes else array[c.code] end";

	/**
	 * Everything that a page of the list needs, from one look at the cases: the page, how
	 * many there are, and how many each choice of a filter would leave.
	 */
	private static final String FOUND = """
			with escalated as materialized (
			  select distinct case_id from finding where campaign_id = :campaign and run_id = :run and route = 'ROUTE-ESCALATE' and severity <> 'I'
			),
			kept_back as materialized (
			  select case_id, code from finding where campaign_id = :campaign and run_id = :run and college = any (:colleges) and reader <> 'college'
			),
			-- What pages took since the run, the last of each case.
			answered as materialized (
			  select distinct on (case_no) case_no, desk = 'registrar' as decided, answer from page_answer
			   where campaign_id = :campaign and answer_no > (select answers_upto from run where run_id = :run)
			   order by case_no, answer_no desc
			),
			seen as materialized (
			  select case_id, college, field, codes, standing, mine, to_do, pending, urgency, opened_on, student_no, student_key, matter,
			         (:anyCollege or college = :college) as in_college, (:code = '' or :code = any (codes)) as in_code,
			         (:field = '' or field = :field) as in_field,
			         case :state when 'mine' then mine when 'todo' then to_do when 'pending' then pending
			                     when 'all' then true else standing = :state end as in_state
			    from (select c.case_id, c.college, c.field, {codes} as codes, c.opened_on, c.student_no, c.student_key, c.matter,
			                 case when not c.to_do and c.state in ('open', 'reopened') then 'info' else c.state end as standing,
			                 case when a.case_no is null then {mine} else {waits} and {after} end as mine,
			                 {waits} as to_do, a.case_no is not null as pending,
			                 {urgency} as urgency
			            from run_case c left join escalated e using (case_id) left join answered a using (case_no)
			           where c.campaign_id = :campaign and c.run_id = :run {visible} {named}) as c
			),
			-- Many cases are alike in all that filters ask for.
			alike as materialized (
			  select college, codes, field, standing, mine, to_do, pending, in_college, in_code, in_field, in_state, count(*) as n
			    from seen group by college, codes, field, standing, mine, to_do, pending, in_college, in_code, in_field, in_state
			)
			select case when pending then 'pending' else 'case' end as kind, case_id as word, row_number() over () as number
			  from (select case_id, pending from seen where in_college and in_code and in_field and in_state
			         order by urgency, opened_on, college collate "C", student_no collate "C", student_key collate "C",
			                  matter collate "C", case_id
			         limit :most offset :from) as page
			union all
			select 'total', '', coalesce(sum(n), 0)::bigint from alike where in_college and in_code and in_field and in_state
			union all
			select 'college', college, sum(n)::bigint from alike where in_code and in_field and in_state group by college
			union all
			select 'code', u, sum(n)::bigint from alike, unnest(codes) as u where in_college and in_field and in_state group by u
			union all
			select 'field', field, sum(n)::bigint from alike where field <> '' and in_college and in_code and in_state group by field
			union all
			select 'state', standing, sum(n)::bigint from alike where in_college and in_code and in_field group by standing
			union all
			select 'state', w.word, coalesce(w.number, 0)::bigint
			  from (select sum(n) filter (where mine) as mine, sum(n) filter (where to_do) as to_do,
			               sum(n) filter (where pending) as pending, sum(n) as everything
			          from alike where in_college and in_code and in_field) as n
			 cross join lateral (values ('mine', n.mine), ('todo', n.to_do), ('pending', n.pending), ('all', n.everything)) as w(word, number)
			""";

	private final JdbcClient jdbc;

	private final CaseRows rows;

	private final People people;

	private final CollegeScreen screen;

	public CaseSearch(JdbcClient jdbc, CaseRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.people = new People(jdbc);
		this.screen = new CollegeScreen(rows);
	}

	/**
	 * What somebody looks for.
	 *
	 * @param college one college, {@link College#UNASSIGNED} for students without one,
	 * empty for all that may be read
	 * @param code a finding's code, or empty
	 * @param state one of {@link #STATES}
	 * @param field a canonical field, or empty
	 * @param text a name, a part of one or a number, or empty
	 */
	public record Filter(String college, String code, String state, String field, String text) {

		public Filter {
			if (!STATES.contains(state)) {
				throw new IllegalArgumentException("no such state");
			}
		}

		@Override
		public String toString() {
			return this.college + " " + this.code + " " + this.state + " " + this.field;
		}

	}

	/**
	 * A page of what was found.
	 *
	 * @param cases the cases of the page, the most urgent first
	 * @param pending the ids of those that were answered on a page since the run
	 * @param total how many there are on all pages
	 * @param choices how many cases each choice of a filter would leave, by filter and
	 * choice
	 */
	public record Found(List<CaseRow> cases, Set<String> pending, long total, Map<String, Map<String, Long>> choices) {

		/**
		 * How many pages there are.
		 * @return at least 1
		 */
		public long pages() {
			return Math.max(1, (this.total + PAGE - 1) / PAGE);
		}

	}

	/**
	 * Looks for cases.
	 * @param context the run
	 * @param reader who looks
	 * @param filter what for
	 * @param page the page, from 1
	 * @return the page
	 */
	public Found find(RunContext context, Reader reader, Filter filter, int page) {
		List<String> ids = new ArrayList<>();
		Set<String> pending = new LinkedHashSet<>();
		Map<String, Map<String, Long>> choices = new LinkedHashMap<>();
		List.of("college", "code", "field", "state").forEach((name) -> choices.put(name, new LinkedHashMap<>()));
		long[] total = new long[1];
		Wanted wanted = Wanted.of(filter.text());
		statement(context, reader, filter, wanted).param("most", PAGE)
			.param("from", (page - 1L) * PAGE)
			.query((row) -> {
				String word = row.getString("word");
				switch (row.getString("kind")) {
					case "case" -> ids.add(word);
					case "pending" -> {
						ids.add(word);
						pending.add(word);
					}
					case "total" -> total[0] = row.getLong("number");
					default -> choices.get(row.getString("kind")).put(word, row.getLong("number"));
				}
			});
		return new Found(cases(context, reader, ids), pending, total[0], choices);
	}

	private JdbcClient.StatementSpec statement(RunContext context, Reader reader, Filter filter, Wanted wanted) {
		long run = context.run().id();
		String sql = FOUND.replace("{codes}", reader.registrar() ? PLAIN : TOLD)
			.replace("{mine}", reader.registrar() ? REGISTRAR : COLLEGE)
			.replace("{after}", reader.registrar() ? REGISTRAR_AFTER : COLLEGE_AFTER)
			.replace("{waits}", WAITS)
			.replace("{urgency}", Urgency.rank("e.case_id is not null"))
			.replace("{visible}", reader.registrar() ? "" : VISIBLE)
			.replace("{named}", wanted.isEmpty() ? "" : NAMED);
		List<String> bearers = wanted.isEmpty() ? List.of() : this.people.bearers(run, wanted);
		return this.jdbc.sql(sql)
			.param("run", run)
			.param("campaign", context.run().campaignId())
			.param("colleges", reader.colleges().toArray(String[]::new))
			.param("anyCollege", filter.college().isEmpty())
			.param("college", filter.college().equals(College.UNASSIGNED) ? "" : filter.college())
			.param("code", filter.code())
			.param("field", filter.field())
			.param("state", filter.state())
			.param("number", wanted.numberOrNothing())
			.param("like", wanted.like())
			.param("bearers", bearers.toArray(String[]::new));
	}

	/**
	 * Cases as who looks may read them.
	 * @param context the run
	 * @param reader who looks
	 * @param ids the ids of the cases
	 * @return in the same order; those that may not be read are left out
	 */
	public List<CaseRow> cases(RunContext context, Reader reader, Collection<String> ids) {
		Map<String, CaseRow> found = new LinkedHashMap<>();
		ids.forEach((id) -> found.put(id, null));
		for (Optional<String> desk : ids.isEmpty() ? List.<Optional<String>>of() : reader.all()) {
			this.screen.cases(context, this.rows.cases(context, ids, desk), desk)
				.forEach((row) -> found.put(row.caseId(), row));
		}
		return found.values().stream().filter((row) -> row != null).toList();
	}

}
