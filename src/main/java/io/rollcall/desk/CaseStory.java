package io.rollcall.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.report.BirthDateGuard;
import io.rollcall.results.CaseRows;
import io.rollcall.results.StudentValues;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** One case: what it is about, what the sources say, what happened, who else is in it. */
@Service
public class CaseStory {

	/** More members of a group are counted rather than shown. */
	static final int MEMBERS = 12;

	/**
	 * The number of a case stays when its student's key changes, so an older id leads to
	 * the case as it goes on.
	 */
	private static final String HEAD = """
			select case_id, case_no, student_key, college, hidden, to_do, state, matter, answer, review
			  from run_case
			 where campaign_id = :campaign and run_id = :run
			   and case_no = (select o.case_no from run_case o where o.campaign_id = :campaign and o.case_id = :id
			                   order by o.run_id desc limit 1)
			 order by case_id = :id desc, closed_on is not null, case_id
			 limit 1
			""";

	private final JdbcClient jdbc;

	private final CaseRows rows;

	private final StudentValues values;

	private final CollegeScreen screen;

	public CaseStory(JdbcClient jdbc, CaseRows rows, StudentValues values) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.values = values;
		this.screen = new CollegeScreen(rows);
	}

	/**
	 * Which case it is and whose.
	 *
	 * @param caseId the case's id
	 * @param number its number, which stays for its whole life
	 * @param studentKey the student's key; {@code F:} and a file for what concerns a file
	 * @param college the student's college, empty when it is unknown
	 * @param hidden whether only the registrar reads it
	 * @param toDo whether something is found that somebody has to act on or look at
	 * @param state the case's state
	 * @param matter the field or code that it is about
	 */
	public record Head(String caseId, long number, String studentKey, String college, boolean hidden, boolean toDo,
			String state, String matter) {

		private static final Set<String> DONE = Set.of("sent", "registrar-rejected", "known-ok", "closed");

		/**
		 * Whether a reader may see the case.
		 * @param reader who reads
		 * @return true for the registrar, and for the student's college unless it is kept
		 * from it
		 */
		public boolean isFor(Reader reader) {
			return reader.registrar() || reader.sees(this.college) && !this.hidden && !this.studentKey.startsWith("F:");
		}

		/**
		 * Whether it waits for somebody's answer.
		 * @return true when it stands on the list to answer
		 */
		public boolean waits() {
			return this.toDo && !DONE.contains(this.state);
		}

		@Override
		public String toString() {
			return this.matter + " " + this.state;
		}

	}

	/**
	 * Everything about a case.
	 *
	 * @param head which case it is
	 * @param row the case as it stands
	 * @param findings what is found of it, the gravest first
	 * @param events what happened to it, oldest first
	 * @param groups who else is concerned
	 * @param others the student's other cases
	 */
	public record Story(Head head, CaseRow row, List<FindingRow> findings, List<CaseEventRow> events,
			List<Group> groups, List<CaseRow> others) {

		@Override
		public String toString() {
			return this.head.toString();
		}

	}

	/**
	 * Students about whom there is a finding together.
	 *
	 * @param code the finding's code
	 * @param shared the number that they share, masked, or empty
	 * @param members those whom the reader may see, at most twelve
	 * @param more how many more there are that the reader may see
	 * @param elsewhere whether there are some of other colleges, which the registrar
	 * settles
	 */
	public record Group(String code, String shared, List<Member> members, long more, boolean elsewhere) {

		@Override
		public String toString() {
			return this.code;
		}

	}

	/**
	 * A member of a group.
	 *
	 * @param studentKey the student's key
	 * @param finding what is found of him, with his name and numbers
	 * @param values what the first of his sources says that says anything, by field;
	 * masked; empty when the records are gone
	 * @param own whether he is the student of the case
	 */
	public record Member(String studentKey, FindingRow finding, Map<String, String> values, boolean own) {

		@Override
		public String toString() {
			return this.finding.toString();
		}

	}

	/**
	 * Looks a case up, whoever asks.
	 * @param context the run
	 * @param caseId what {@link PageReferences#caseId} read, or anything else
	 * @return the case, of which it is not yet said that the reader may see it
	 */
	public Optional<Head> head(RunContext context, String caseId) {
		return this.jdbc.sql(HEAD)
			.param("run", context.run().id())
			.param("campaign", context.run().campaignId())
			.param("id", caseId)
			.query((row, index) -> new Head(row.getString("case_id"), row.getLong("case_no"),
					row.getString("student_key"), row.getString("college"), row.getBoolean("hidden"),
					row.getBoolean("to_do"), row.getString("state"), row.getString("matter")))
			.optional();
	}

	/**
	 * Tells a case.
	 * @param context the run
	 * @param reader who reads; may see the case
	 * @param head the case
	 * @return everything that the reader may know of it
	 */
	public Story tell(RunContext context, Reader reader, Head head) {
		Optional<String> desk = reader.as(head.college());
		List<CaseEventRow> events = this.rows.events(context, List.of(head.number()), desk);
		List<FindingRow> findings = this.rows.findings(context, List.of(head.studentKey()), desk)
			.stream()
			.filter((row) -> row.caseId().equals(head.caseId()))
			.toList();
		CaseRows.Relatives relatives = this.rows.relatives(context, List.of(head.caseId()));
		List<CaseRow> cases = this.rows.cases(context, relatives.cases(), desk);
		List<Group> groups = groups(context, reader, head, findings);
		if (desk.isPresent()) {
			BirthDateGuard guard = this.screen.guard(context, relatives, desk);
			cases = cases.stream().map(guard::guard).toList();
			findings = findings.stream().map(guard::guard).toList();
			events = events.stream().map(guard::guard).toList();
		}
		CaseRow own = cases.stream().filter((row) -> row.caseId().equals(head.caseId())).findFirst().orElseThrow();
		return new Story(head, own, findings, events, groups, cases.stream().filter((row) -> row != own).toList());
	}

	private List<Group> groups(RunContext context, Reader reader, Head head, List<FindingRow> findings) {
		Map<String, Group> groups = new LinkedHashMap<>();
		for (FindingRow finding : findings) {
			String group = finding.more().group();
			if (!group.isEmpty() && !groups.containsKey(finding.code())) {
				groups.put(finding.code(), group(context, reader, head, finding));
			}
		}
		return List.copyOf(groups.values());
	}

	private Group group(RunContext context, Reader reader, Head head, FindingRow finding) {
		String group = finding.more().group();
		List<CaseRows.Member> found = new ArrayList<>();
		reader.all().forEach((desk) -> found.addAll(this.rows.members(context, group, finding.code(), desk, 1_000)));
		found.sort((one, other) -> Boolean.compare(isOf(other, head), isOf(one, head)));
		List<CaseRows.Member> shown = found.subList(0, Math.min(MEMBERS, found.size()));
		Map<String, Map<String, String>> values = this.values.of(context,
				shown.stream().map(CaseRows.Member::studentKey).toList());
		List<Member> members = new ArrayList<>();
		for (CaseRows.Member member : shown) {
			members.add(member(context, reader, member, values.getOrDefault(member.studentKey(), Map.of()), head));
		}
		return new Group(finding.code(), shared(finding), members, found.size() - shown.size(),
				this.rows.members(context, group, finding.code()) > found.size());
	}

	/**
	 * What a college may know of its students its findings say: a record beside them may
	 * be another student's.
	 */
	private Member member(RunContext context, Reader reader, CaseRows.Member member, Map<String, String> values,
			Head head) {
		if (reader.registrar()) {
			return new Member(member.studentKey(), member.finding(), values, isOf(member, head));
		}
		BirthDateGuard guard = this.screen.guard(context,
				this.rows.relatives(context, List.of(member.finding().caseId())),
				Optional.of(member.finding().college()));
		return new Member(member.studentKey(), guard.guard(member.finding()), Map.of(), isOf(member, head));
	}

	private static boolean isOf(CaseRows.Member member, Head head) {
		return member.studentKey().equals(head.studentKey());
	}

	/** What all of them have is what the findings state. */
	private static String shared(FindingRow finding) {
		if (!SHARING.contains(finding.code())) {
			return "";
		}
		for (String value : List.of(finding.rosterValue(), finding.platformValue(), finding.admissionValue())) {
			if (!value.isEmpty()) {
				return value;
			}
		}
		return "";
	}

	private static final Set<String> SHARING = Set.of("ID_SHARED", "ID_DOUBLE_REGISTRATION", "STUDENT_NO_SHARED",
			"CANDIDATE_NO_SHARED");

}
