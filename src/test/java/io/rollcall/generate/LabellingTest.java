package io.rollcall.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.IdComparison;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.MatchLevel;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.TextComparison;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No fault without a label: what the rows say is held against what is to be found. */
class LabellingTest {

	private static final GenerateSettings SETTINGS = new GenerateSettings(20_000, 11, 0.15);

	/** The fields that two sources hold. */
	private static final List<String> COMPARED = List.of("exam_ticket_no", "name", "sex", "birth_date", "id_type",
			"id_no", "ethnic_group", "political_status", "source_province_code", "major_code", "major_name", "level",
			"study_length", "study_form", "entry_date", "expected_graduation_date", "current_grade", "college",
			"class_no", "entry_state");

	/** What explains that a field is not the same everywhere. */
	private static final Set<String> DIFFERENCES = Set.of("FIELD_DIFFERS", "FIELD_MISSING", "FIELD_FORMAT_ONLY",
			"FIELD_TRUNCATED", "FIELD_GLYPH");

	/** What keeps a value from being compared. */
	private static final Set<String> NOT_COMPARABLE = Set.of("CODE_UNKNOWN", "DATE_INVALID", "ID_DAMAGED", "ID_FORMAT");

	private static final Set<String> SAME_PERSON = Set.of("PERSON_REPEATED", "ID_DOUBLE_REGISTRATION",
			"ID_NEAR_DUPLICATE", "LINK_PROBABLE");

	/** Texts and names, with the widths at which they are cut. */
	private static final Map<String, int[]> WIDTHS = Map.of("name", new int[0], "id_no", new int[0], "major_name",
			new int[] { 30, 50 }, "class_no", new int[] { 24 }, "exam_ticket_no", new int[0], "major_code", new int[0]);

	private static final List<Student> STUDENTS = new ArrayList<>();

	private static final Map<Student, String> SCENARIOS = new HashMap<>();

	@BeforeAll
	static void stage() {
		Population people = new Population(new Random(SETTINGS.seed()));
		for (Scenario scenario : Deck.of(SETTINGS, people.random())) {
			for (Student student : Generator.stage(people, scenario)) {
				STUDENTS.add(student);
				SCENARIOS.put(student, scenario.name());
			}
		}
	}

	@Test
	void everyDifferenceIsLabelledAndEveryLabelIsADifference() {
		Set<String> wrong = new TreeSet<>();
		for (Student student : STUDENTS) {
			Set<String> differing = differing(student);
			Set<String> labelled = fields(student, DIFFERENCES);
			Set<String> silent = fields(student, NOT_COMPARABLE);
			differing.stream()
				.filter((field) -> !labelled.contains(field) && !silent.contains(field))
				.filter((field) -> !isAlias(student, field))
				.forEach((field) -> wrong.add(SCENARIOS.get(student) + " does not label " + field));
			labelled.stream()
				.filter((field) -> COMPARED.contains(field) && !differing.contains(field))
				.forEach((field) -> wrong.add(SCENARIOS.get(student) + " labels " + field));
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void theLabelIsTheWorstOfAllPairs() {
		Set<String> wrong = new TreeSet<>();
		for (Student student : STUDENTS) {
			for (String[] finding : student.findings()) {
				boolean judged = DIFFERENCES.contains(finding[0]) && !finding[0].equals("FIELD_MISSING")
						&& WIDTHS.containsKey(finding[1]);
				if (judged && !worst(views(student), finding[1]).equals(finding[0])) {
					wrong.add(SCENARIOS.get(student) + ": " + worst(views(student), finding[1]));
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void everySharedNumberIsLabelled() {
		assertThat(shared((view) -> CandidateNumber.parse(view.get("candidate_no")).canonical(),
				Set.of("CANDIDATE_NO_SHARED")))
			.isEmpty();
		assertThat(shared((view) -> view.get("student_no"), Set.of("STUDENT_NO_SHARED"))).isEmpty();
		assertThat(shared((view) -> view.get("id_no").matches("\\d{17}[\\dX]") ? view.get("id_no") : "",
				Set.of("ID_SHARED", "ID_DOUBLE_REGISTRATION", "LINK_PROBABLE")))
			.isEmpty();
	}

	@Test
	void nobodySharesNameAndBirthDateByChance() {
		assertThat(shared((view) -> view.get("birth_date").isEmpty() ? "" : view.get("name") + view.get("birth_date"),
				SAME_PERSON))
			.isEmpty();
	}

	@Test
	void missingRecordsAreLabelled() {
		for (Student student : STUDENTS) {
			if (codes(student).contains("LINK_PROBABLE") || !student.get("entry_state").isEmpty()) {
				continue;
			}
			for (SourceRole role : List.of(SourceRole.ROSTER, SourceRole.PLATFORM, SourceRole.ADMISSION)) {
				assertThat(codes(student).contains("MISSING_IN_" + role)).as(SCENARIOS.get(student))
					.isEqualTo(student.find(role).isEmpty());
			}
		}
	}

	/** Values of all numbers that more than one student has without being told so. */
	private static List<String> shared(Function<View, String> number, Set<String> labels) {
		Map<String, Set<Student>> holders = new HashMap<>();
		for (Student student : STUDENTS) {
			for (View view : student.views()) {
				if (view.role() != SourceRole.ENROLLED && !student.refused().contains(view)
						&& !number.apply(view).isEmpty()) {
					holders.computeIfAbsent(number.apply(view), (key) -> new HashSet<>()).add(student);
				}
			}
		}
		return holders.values()
			.stream()
			.filter((students) -> students.size() > 1)
			.filter((students) -> students.stream()
				.anyMatch((student) -> codes(student).stream().noneMatch(labels::contains)))
			.map((students) -> students.stream().map(SCENARIOS::get).toList().toString())
			.toList();
	}

	private static List<View> views(Student student) {
		return List.of(SourceRole.ROSTER, SourceRole.PLATFORM, SourceRole.ADMISSION)
			.stream()
			.flatMap((role) -> student.find(role).stream())
			.toList();
	}

	private static String worst(List<View> views, String field) {
		List<MatchLevel> levels = new ArrayList<>();
		for (View one : views) {
			for (View other : views) {
				if (one.has(field) && other.has(field)) {
					levels.add(level(field, one.get(field), other.get(field)));
				}
			}
		}
		return levels.contains(MatchLevel.DIFFERENT) ? "FIELD_DIFFERS"
				: levels.contains(MatchLevel.TRUNCATED) ? "FIELD_TRUNCATED" : levels.contains(MatchLevel.GLYPH)
						? "FIELD_GLYPH" : levels.contains(MatchLevel.DISPLAY) ? "FIELD_FORMAT_ONLY" : "nothing";
	}

	private static MatchLevel level(String field, String one, String other) {
		if (field.equals("name")) {
			return TextComparison.ofNames(PersonName.parse(one), PersonName.parse(other)).level();
		}
		if (field.equals("id_no")) {
			return switch (IdComparison.of(IdNumber.parse(one, null), IdNumber.parse(other, null)).verdict()) {
				case EQUAL -> MatchLevel.EXACT;
				case EQUAL_NORMALISED -> MatchLevel.DISPLAY;
				case DIFFERENT, DIFFERENT_TYPE -> MatchLevel.DIFFERENT;
				case NOT_COMPARABLE -> MatchLevel.NOT_COMPARABLE;
			};
		}
		return TextComparison.ofTexts(one, other, WIDTHS.get(field)).level();
	}

	private static Set<String> differing(Student student) {
		List<View> views = views(student);
		Set<String> fields = new TreeSet<>();
		for (String field : COMPARED) {
			boolean kept = field.equals("entry_state");
			long values = views.stream()
				.filter((view) -> view.has(field) && !(kept && view.role() == SourceRole.ADMISSION))
				.map((view) -> view.isNumeric(field) ? "numeric" : view.get(field))
				.distinct()
				.count();
			if (values > 1) {
				fields.add(field);
			}
		}
		return fields;
	}

	/** Sources may call a college by its old names. */
	private static boolean isAlias(Student student, String field) {
		String[] college = Seats.college(student.get("college"));
		return field.equals("college") && Arrays.asList(college[2].split(" "))
			.contains(student.find(SourceRole.PLATFORM).map((view) -> view.get("college")).orElse(""));
	}

	private static Set<String> fields(Student student, Set<String> codes) {
		return student.findings()
			.stream()
			.filter((finding) -> codes.contains(finding[0]))
			.map((finding) -> finding[1])
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> codes(Student student) {
		return student.findings().stream().map((finding) -> finding[0]).collect(Collectors.toSet());
	}

}
