package io.rollcall.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.StudentNumber;

/**
 * An invented student: the truth, one row in each source, and what must be found. A
 * scenario changes the rows and states the findings.
 */
final class Student {

	private static final List<String> EVERYWHERE = List.of("candidate_no", "name", "sex", "birth_date", "id_no",
			"ethnic_group", "political_status");

	private static final List<String> AT_SCHOOL = List.of("student_no", "major_code", "major_name", "college",
			"class_no", "level", "study_length", "study_form", "entry_date", "expected_graduation_date",
			"current_grade");

	private static final Map<SourceRole, List<String>> FIELDS = Map.of(SourceRole.ROSTER,
			join(EVERYWHERE, AT_SCHOOL,
					List.of("id_type", "exam_ticket_no", "entry_state", "change_type", "document_no", "approval_date")),
			SourceRole.PLATFORM,
			join(EVERYWHERE, AT_SCHOOL,
					List.of("source_province_code", "registration_status", "viewed_at", "entry_state")),
			SourceRole.ADMISSION, join(EVERYWHERE, List.of("id_type", "exam_ticket_no", "source_province_code",
					"admitted_major_code", "entry_state")));

	/** Where a student's rows go, besides college and province. */
	enum Route {

		/** To the files of college and province. */
		ORDINARY,
		/** To the list of late additions in the roster. */
		LATE,
		/** To the platform's list of students who did not enter as usual. */
		MARKED,
		/** As MARKED, with an admission of an earlier year. */
		RETURNED

	}

	private final Map<String, String> truth;

	private final List<View> views = new ArrayList<>();

	private final List<String[]> findings = new ArrayList<>(0);

	private final List<View> refused = new ArrayList<>(0);

	private final List<FormEntry> forms = new ArrayList<>(0);

	private final Set<String> settled = new HashSet<>(0);

	private Route route = Route.ORDINARY;

	Student(Map<String, String> truth) {
		this.truth = truth;
		for (SourceRole role : List.of(SourceRole.ROSTER, SourceRole.PLATFORM, SourceRole.ADMISSION)) {
			Map<String, String> values = new LinkedHashMap<>();
			FIELDS.get(role).forEach((field) -> values.put(field, truth.getOrDefault(field, "")));
			this.views.add(new View(role, values));
		}
	}

	@SafeVarargs
	private static List<String> join(List<String>... lists) {
		List<String> all = new ArrayList<>();
		for (List<String> list : lists) {
			all.addAll(list);
		}
		return all;
	}

	String get(String field) {
		return this.truth.getOrDefault(field, "");
	}

	/** Changes the truth, and with it every source that holds the field. */
	Student is(String field, String value) {
		this.truth.put(field, value);
		this.views.stream().filter((view) -> view.has(field)).forEach((view) -> view.put(field, value));
		return this;
	}

	Student route(Route to) {
		this.route = to;
		return this;
	}

	Route route() {
		return this.route;
	}

	/** The student's first row in a source. */
	View in(SourceRole role) {
		return find(role).orElseThrow();
	}

	Optional<View> find(SourceRole role) {
		return this.views.stream().filter((view) -> view.role() == role && !this.refused.contains(view)).findFirst();
	}

	Student says(SourceRole role, String field, String value) {
		in(role).put(field, value);
		return this;
	}

	Student missingIn(SourceRole... roles) {
		this.views.removeIf((view) -> List.of(roles).contains(view.role()));
		return this;
	}

	/** A second row in a source, equal to the first until it is changed. */
	View again(SourceRole role) {
		return add(in(role).copy());
	}

	View add(View view) {
		this.views.add(view);
		return view;
	}

	List<View> views() {
		return this.views;
	}

	/** A row that must be found. */
	Student expect(String code, String field) {
		this.findings.add(new String[] { code, field });
		return this;
	}

	/** A difference in the field, if there is one, needs no claim: it is explained. */
	Student settle(String field) {
		this.settled.add(field);
		return this;
	}

	boolean isSettled(String field) {
		return this.settled.contains(field);
	}

	/** The student or the college sends a row in. */
	Student send(FormEntry row) {
		this.forms.add(row);
		return this;
	}

	List<FormEntry> forms() {
		return this.forms;
	}

	/** A row that must be refused. */
	Student expectRefusal(String code, View view) {
		this.refused.add(view);
		this.findings.add(new String[] { code, null });
		return this;
	}

	/** Code and field of each finding; the field of a refused row is null. */
	List<String[]> findings() {
		return this.findings;
	}

	List<View> refused() {
		return this.refused;
	}

	/**
	 * The number that findings show: the first usable one of roster, platform, admission.
	 */
	String shownStudentNo() {
		return this.views.stream()
			.filter((view) -> view.role() != SourceRole.ENROLLED && !this.refused.contains(view))
			.map((view) -> StudentNumber.parse(view.get("student_no")).canonical())
			.filter((number) -> !number.isEmpty())
			.findFirst()
			.orElse("");
	}

	String shownCandidateNo() {
		return this.views.stream()
			.filter((view) -> view.role() != SourceRole.ENROLLED && !this.refused.contains(view))
			.map((view) -> CandidateNumber.parse(view.get("candidate_no")).canonical())
			.filter((number) -> !number.isEmpty())
			.findFirst()
			.orElse("");
	}

}
