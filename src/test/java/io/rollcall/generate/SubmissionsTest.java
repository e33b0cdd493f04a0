package io.rollcall.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.campaign.FieldKey;
import io.rollcall.campaign.Fields;
import io.rollcall.campaign.SourceRole;
import io.rollcall.generate.FormEntry.Form;
import io.rollcall.identity.ParsedDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the forms say is held against what is to be found, by the words of
 * docs/generate.md and not by the scenario that wrote them.
 */
class SubmissionsTest {

	private static final GenerateSettings SETTINGS = new GenerateSettings(20_000, 12, 0.15);

	private static final LocalDate BUSINESS_DATE = LocalDate.of(2020, 11, 12);

	private static final LocalDate DEADLINE = LocalDate.of(2020, 11, 20);

	private static final Set<String> NO_GROUPS = Set.of("火星族", "汗族");

	private static final Set<String> NO_PROOF = Set.of("", "无", "待补");

	private static final List<Student> STUDENTS = new ArrayList<>();

	/** One thing that a row claims. */
	private record Claim(FormEntry row, String field, String right) {
	}

	@BeforeAll
	static void stage() {
		Population people = new Population(new Random(SETTINGS.seed()));
		Deck.of(SETTINGS, people.random())
			.forEach((scenario) -> Generator.stage(people, scenario)
				.stream()
				.filter((student) -> !student.forms().isEmpty())
				.forEach(STUDENTS::add));
		assertThat(STUDENTS).hasSizeGreaterThan(1000);
	}

	@Test
	void everyClaimIsLabelledByWhatTheSourcesSay() {
		for (Student student : STUDENTS) {
			Set<String> expected = new TreeSet<>();
			List<Claim> claims = claims(student);
			claims.forEach((claim) -> expect(student, claim, expected));
			compare(claims, expected);
			assertThat(labels(student, "CLAIM_")).as(student.forms().get(0).get("wrong_field")).isEqualTo(expected);
		}
	}

	@Test
	void everyAccountRowIsLabelledByItsLimits() {
		for (Student student : STUDENTS) {
			Set<String> expected = new TreeSet<>();
			student.forms()
				.stream()
				.filter((row) -> row.form() == Form.ACCOUNTS && row.finding().isEmpty())
				.forEach((row) -> expect(row, expected));
			assertThat(labels(student, "ACCOUNT_")).isEqualTo(expected);
		}
	}

	@Test
	void noFindingIsStatedTwice() {
		for (Student student : STUDENTS) {
			assertThat(student.findings().stream().map((finding) -> finding[0] + " " + finding[1]))
				.doesNotHaveDuplicates();
		}
	}

	@Test
	void strangersHaveNumbersOfNobody() {
		Set<String> strangers = new HashSet<>();
		Set<String> known = new HashSet<>();
		for (Student student : STUDENTS) {
			student.views().forEach((view) -> known.addAll(List.of(view.get("student_no"), view.get("candidate_no"))));
			student.forms()
				.stream()
				.filter((row) -> row.finding().equals("CLAIM_UNKNOWN_STUDENT"))
				.forEach((row) -> strangers.add(row.get("student_no") + row.get("candidate_no")));
		}
		assertThat(strangers).isNotEmpty().doesNotContain("").doesNotContainAnyElementsOf(known);
	}

	@Test
	void claimableFieldsAreTheKeyFields() {
		assertThat(Claiming.FIELDS).containsExactlyInAnyOrderElementsOf(Fields.standard()
			.all()
			.stream()
			.filter((field) -> field.key() == FieldKey.YES && !field.name().equals("photo_present"))
			.map((field) -> field.name())
			.toList());
	}

	private static Set<String> labels(Student student, String start) {
		Set<String> labels = new TreeSet<>();
		student.findings()
			.stream()
			.filter((finding) -> finding[0].startsWith(start))
			.forEach((finding) -> labels.add(finding[0] + " " + finding[1]));
		return labels;
	}

	private static List<Claim> claims(Student student) {
		List<Claim> claims = new ArrayList<>();
		for (FormEntry row : student.forms()) {
			if (!row.finding().isEmpty()) {
				continue;
			}
			if (row.form() == Form.CLAIMS) {
				claims.add(new Claim(row, row.field(), row.get("right")));
			}
			if (row.form() == Form.WIDE_CLAIMS) {
				Claiming.PERSONAL.stream()
					.filter((field) -> !row.get(FormFile.RIGHT + field).isEmpty())
					.forEach((field) -> claims.add(new Claim(row, field, row.get(FormFile.RIGHT + field))));
			}
		}
		return claims;
	}

	private static void expect(Student student, Claim claim, Set<String> expected) {
		String verdict = verdict(student, claim);
		expected.add(verdict + " " + claim.field());
		FormEntry row = claim.row();
		if (row.get("reviewed_on").compareTo("20201120") > 0) {
			expected.add("CLAIM_LATE " + claim.field());
		}
		if (!Seats.official(row.get("college")).equals(student.in(SourceRole.ROSTER).get("college"))) {
			expected.add("CLAIM_OTHER_COLLEGE " + claim.field());
		}
		if (verdict.endsWith("SUPPORTED")) {
			String said = row.get("said");
			if (!said.isEmpty() && !said.equals(student.in(SourceRole.PLATFORM).get(claim.field()))) {
				expected.add("CLAIM_STALE " + claim.field());
			}
			if (NO_PROOF.contains(row.get("evidence"))) {
				expected.add("CLAIM_EVIDENCE_MISSING " + claim.field());
			}
		}
	}

	private static String verdict(Student student, Claim claim) {
		if (!isValid(claim)) {
			return "CLAIM_INVALID_VALUE";
		}
		if (!Claiming.FIELDS.contains(claim.field()) || claim.row().get("reason").contains("个人变更")) {
			return "CLAIM_NOT_CORRECTABLE";
		}
		if (claim.right().equals(student.in(SourceRole.PLATFORM).get(claim.field()))) {
			return "CLAIM_ALREADY_CORRECT";
		}
		return List.of(SourceRole.ROSTER, SourceRole.ADMISSION)
			.stream()
			.anyMatch((role) -> claim.right().equals(student.in(role).get(claim.field()))) ? "CLAIM_SUPPORTED"
					: "CLAIM_UNSUPPORTED";
	}

	private static boolean isValid(Claim claim) {
		String right = claim.right();
		return !right.isEmpty() && switch (claim.field()) {
			case "" -> false;
			case "id_no" -> IdNumbers.complete(right.substring(0, 17)).equals(right);
			case "birth_date", "entry_date" -> ParsedDate.parse(right).status() == ParsedDate.Status.VALID;
			case "ethnic_group" -> !NO_GROUPS.contains(right);
			default -> true;
		};
	}

	private static void compare(List<Claim> claims, Set<String> expected) {
		Map<String, List<String>> values = new HashMap<>();
		claims.forEach((claim) -> values.computeIfAbsent(claim.field(), (key) -> new ArrayList<>()).add(claim.right()));
		values.forEach((field, rights) -> {
			Set<String> different = new HashSet<>(rights);
			if (different.size() > 1) {
				expected.add("CLAIM_CONFLICT " + field);
			}
			if (different.size() < rights.size()) {
				expected.add("CLAIM_DUPLICATE " + field);
			}
		});
	}

	private static void expect(FormEntry row, Set<String> expected) {
		String code = row.get("prompt").contains("已被用户") ? "ACC-09" : row.field();
		expected.add(code.isEmpty() ? "ACCOUNT_PROBLEM_UNRECOGNISED " : "ACCOUNT_PROBLEM " + code);
		if (row.get("audit_state").equals("待审核")) {
			LocalDate due = due(LocalDate.parse(row.get("uploaded_on"), DateTimeFormatter.BASIC_ISO_DATE));
			if (due.isBefore(BUSINESS_DATE)) {
				expected.add("ACCOUNT_AUDIT_OVERDUE " + code);
			}
			if (due.isAfter(DEADLINE)) {
				expected.add("ACCOUNT_AUDIT_TOO_LATE " + code);
			}
		}
		if (count(row, "uploads_total") >= 5 || count(row, "uploads_today") >= 3 || count(row, "helps_today") >= 5) {
			expected.add("ACCOUNT_LIMIT_REACHED " + code);
		}
		boolean told = !row.get("photo_type").isEmpty();
		if (told && (!row.get("photo_type").toLowerCase().matches("jpe?g|png|gif") || count(row, "photo_count") != 2
				|| kilobytes(row.get("photo_size")) > 300)) {
			expected.add("ACCOUNT_EVIDENCE_REFUSED " + code);
		}
	}

	private static int count(FormEntry row, String content) {
		return row.get(content).isEmpty() ? 0 : Integer.parseInt(row.get(content));
	}

	private static double kilobytes(String size) {
		double number = Double.parseDouble(size.replaceAll("[A-Z]+$", ""));
		return size.contains("M") ? number * 1024 : number;
	}

	/** The third working day after a day; no holiday falls into this time. */
	private static LocalDate due(LocalDate day) {
		LocalDate due = day;
		for (int left = 3; left > 0;) {
			due = due.plusDays(1);
			if (due.getDayOfWeek() != DayOfWeek.SATURDAY && due.getDayOfWeek() != DayOfWeek.SUNDAY) {
				left--;
			}
		}
		return due;
	}

}
