package io.rollcall.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.rollcall.explain.Dossier;
import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.inquiry.Explanations;
import io.rollcall.report.BirthDateGuard;
import io.rollcall.results.CaseRows;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Everything about one student, as {@code explain} tells it. A college reads of its own
 * student what its workbook would show, and the records that are certainly his.
 */
@Service
public class StudentStory {

	private static final String CASES = """
			select case_id, case_no from run_case
			 where campaign_id = :campaign and run_id = :run and student_hash(student_key) = student_hash(:key) and student_key = :key
			 order by case_no
			""";

	/** Places of records that are probably another student's. */
	private static final String KEPT_BACK = """
			select l.place
			  from finding f, unnest(string_to_array(f.locations, ';')) as l(place)
			 where f.campaign_id = :campaign and f.run_id = :run and f.student_key = :key
			   and (f.reader = 'registrar'
			        or jsonb_exists(f.veiled, 'locations') and l.place <> all (string_to_array(f.veiled ->> 'locations', ';')))
			""";

	/** What earlier runs found that a college reads. */
	private static final String READ_BEFORE = """
			select distinct f.code, f.field from finding f
			 where f.campaign_id = :campaign and f.student_key = :key and f.college = :college and f.reader = 'college'
			   and f.run_id = any (array(select run_id from effective_run where campaign_id = :campaign))
			""";

	private final JdbcClient jdbc;

	private final CaseRows rows;

	private final Explanations explanations;

	private final CollegeScreen screen;

	public StudentStory(JdbcClient jdbc, CaseRows rows, Explanations explanations) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.explanations = explanations;
		this.screen = new CollegeScreen(rows);
	}

	/**
	 * A student.
	 *
	 * @param dossier what is known
	 * @param cases the cases, those that wait first
	 * @param veiled whether something is kept from the reader
	 */
	public record Story(Dossier dossier, List<CaseRow> cases, boolean veiled) {

		@Override
		public String toString() {
			return this.dossier.toString();
		}

	}

	/**
	 * Tells a student.
	 * @param context the run
	 * @param reader who reads; may see the student
	 * @param student the student
	 * @return everything that the reader may know
	 */
	public Story tell(RunContext context, Reader reader, StudentSearch.Student student) {
		Map<String, Long> ids = new LinkedHashMap<>();
		this.jdbc.sql(CASES)
			.param("campaign", context.run().campaignId())
			.param("run", context.run().id())
			.param("key", student.key())
			.query((row) -> {
				ids.put(row.getString("case_id"), row.getLong("case_no"));
			});
		Dossier dossier = this.explanations.of(context, student.key(), student.name());
		Optional<String> desk = reader.as(student.college());
		List<CaseRow> cases = this.rows.cases(context, ids.keySet(), desk);
		if (desk.isEmpty()) {
			return new Story(dossier, sorted(cases), false);
		}
		CaseRows.Relatives relatives = new CaseRows.Relatives(Set.of(student.key()), ids.keySet(),
				new LinkedHashSet<>(ids.values()));
		BirthDateGuard guard = this.screen.guard(context, relatives, desk);
		return veiled(context, student, dossier, sorted(cases.stream().map(guard::guard).toList()),
				new College(desk, relatives, guard));
	}

	private record College(Optional<String> desk, CaseRows.Relatives relatives, BirthDateGuard guard) {
	}

	private Story veiled(RunContext context, StudentSearch.Student student, Dossier dossier, List<CaseRow> cases,
			College college) {
		List<FindingRow> findings = this.rows.findings(context, List.of(student.key()), college.desk())
			.stream()
			.map(college.guard()::guard)
			.toList();
		Set<String> hidden = new LinkedHashSet<>(this.jdbc.sql(KEPT_BACK)
			.param("campaign", context.run().campaignId())
			.param("run", context.run().id())
			.param("key", student.key())
			.query(String.class)
			.list());
		boolean exposed = college.guard().exposes(student.studentNo(), student.candidateNo(), student.name());
		DossierVeil veil = new DossierVeil(college.guard(), exposed, numbers(student, findings), hidden);
		List<Dossier.Event> events = this.rows.events(context, college.relatives().numbers(), college.desk())
			.stream()
			.map(college.guard()::guard)
			.map(StudentStory::event)
			.toList();
		Set<String> read = new LinkedHashSet<>(this.jdbc.sql(READ_BEFORE)
			.param("campaign", context.run().campaignId())
			.param("key", student.key())
			.param("college", college.desk().orElseThrow())
			.query((row, index) -> row.getString("code") + ' ' + row.getString("field"))
			.list());
		return new Story(veil.of(dossier, findings.stream().map(StudentStory::fact).toList(), events, read), cases,
				!hidden.isEmpty());
	}

	/** The numbers that the college reads of its student. */
	private static Set<String> numbers(StudentSearch.Student student, List<FindingRow> findings) {
		Set<String> numbers = new LinkedHashSet<>();
		for (FindingRow row : findings) {
			numbers.add(row.studentNo());
			numbers.add(row.candidateNo());
			if (Set.of("student_no", "candidate_no").contains(row.field())) {
				numbers
					.addAll(List.of(row.rosterValue(), row.platformValue(), row.admissionValue(), row.claimedValue()));
			}
		}
		if (findings.isEmpty()) {
			numbers.addAll(List.of(student.studentNo(), student.candidateNo()));
		}
		return numbers;
	}

	private static List<CaseRow> sorted(List<CaseRow> cases) {
		return Stream
			.concat(cases.stream().filter((row) -> !row.state().equals("closed")),
					cases.stream().filter((row) -> row.state().equals("closed")))
			.toList();
	}

	private static Dossier.Fact fact(FindingRow row) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("roster", row.rosterValue());
		values.put("platform", row.platformValue());
		values.put("admission", row.admissionValue());
		values.put("claim", row.claimedValue());
		values.values().removeIf(String::isEmpty);
		return new Dossier.Fact(row.code(), row.severity(), row.field(), row.detail(), row.suggestion(), values,
				Stream.of(row.locations().split(";")).filter((place) -> !place.isEmpty()).toList(),
				new Dossier.Life(row.state(), row.firstSeen(), row.lastSeen(), true));
	}

	private static Dossier.Event event(CaseEventRow row) {
		String on = row.on().map(LocalDate::toString).orElse("");
		return new Dossier.Event(row.date(), row.kind(), row.code(), row.field(), row.before(), row.after(),
				(row.by() + " " + on).strip(), row.why(), row.place());
	}

}
