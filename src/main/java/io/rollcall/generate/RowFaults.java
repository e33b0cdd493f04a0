package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/** Faults that a single row shows, other than those of the ID number. */
final class RowFaults {

	private static final SourceRole R = SourceRole.ROSTER;

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final SourceRole A = SourceRole.ADMISSION;

	/** In no province's table and in no published one. */
	private static final String NO_CODE = "77";

	static final List<Scenario> LIST = List.of(Scenario.row("required field empty", (scene) -> {
		String field = scene.pick("sex", "birth_date", "id_no", "major_name", "college");
		scene.student()
			.says(scene.odd(R, P), field, "")
			.expect("REQUIRED_MISSING", field)
			.expect("FIELD_MISSING", field);
	}), Scenario.row("placeholder for the ID number",
			(scene) -> scene.student()
				.says(scene.odd(R, P), "id_no", scene.pick("无", "暂无"))
				.expect("REQUIRED_MISSING", "id_no")
				.expect("FIELD_MISSING", "id_no")),
			Scenario.row("impossible birth date", (scene) -> {
				Student student = scene.student();
				student.says(scene.odd(R, P, A), "birth_date", student.get("birth_date").substring(0, 4) + "0230")
					.expect("DATE_INVALID", "birth_date");
			}),
			Scenario.row("impossible entry date",
					(scene) -> scene.student()
						.says(scene.odd(R, P), "entry_date", "20200931")
						.expect("DATE_INVALID", "entry_date")),
			Scenario.row("too young", (scene) -> {
				scene.people().born(scene.student(), "200805" + scene.student().get("birth_date").substring(6));
				scene.student().expect("DATE_INVALID", "birth_date");
			}),
			Scenario.row("unknown ethnic group",
					(scene) -> scene.student()
						.says(scene.odd(R, P), "ethnic_group", scene.pick("火星族", "汗族"))
						.expect("CODE_UNKNOWN", "ethnic_group")),
			Scenario.row("code in no delivered table", (scene) -> {
				String field = scene.pick("ethnic_group", "political_status", "sex");
				scene.student().says(A, field, NO_CODE).expect("CODE_UNKNOWN", field);
			}),
			Scenario.row("unknown political status",
					(scene) -> scene.student()
						.says(scene.odd(R, P), "political_status", "少先队员")
						.expect("CODE_UNKNOWN", "political_status")),
			Scenario.row("unknown college",
					(scene) -> scene.student().says(R, "college", "航海学院").expect("CODE_UNKNOWN", "college")),
			Scenario.row("bare code for the level",
					(scene) -> scene.student().says(scene.odd(R, P), "level", "B2").expect("CODE_UNKNOWN", "level")),
			Scenario.row("impossible years of study",
					(scene) -> scene.student()
						.says(scene.odd(R, P), "study_length", "9")
						.expect("CODE_UNKNOWN", "study_length")),
			Scenario.row("digit or remark in the name", (scene) -> {
				Student student = scene.student();
				student.says(scene.odd(R, P), "name", student.get("name") + scene.pick("1", "2", "(休学)", "(转)"))
					.expect("NAME_SUSPECT", "name")
					.expect("FIELD_DIFFERS", "name");
			}), Scenario.row("remark in wide brackets in the name", (scene) -> {
				Student student = scene.student();
				student.in(scene.odd(R, P)).putUnclean("name", student.get("name") + "（保留）");
				student.expect("NAME_SUSPECT", "name").expect("FIELD_DIFFERS", "name");
			}), Scenario.row("private-use character in the name", (scene) -> {
				Student student = scene.student();
				scene.people().called(student, student.get("name").substring(0, 1) + '\uE123');
				student.expect("NAME_SUSPECT", "name");
			}), Scenario.row("local candidate number", (scene) -> {
				Student student = scene.student();
				student.is("candidate_no", scene.people().localCandidateNo(student.get("source_province_code")))
					.expect("CANDIDATE_NO_SUSPECT", "candidate_no");
			}), Scenario.row("candidate number of another year", (scene) -> {
				Student student = scene.student();
				student.is("candidate_no", scene.people().candidateNo("19", student.get("source_province_code")))
					.expect("CANDIDATE_NO_SUSPECT", "candidate_no");
			}), Scenario.row("first digit of the candidate number lost at the platform", (scene) -> {
				Student student = scene.student();
				student.says(P, "candidate_no", student.get("candidate_no").substring(1))
					.expect("CANDIDATE_NO_SUSPECT", "candidate_no")
					.expect("KEY_DIFFERS", "candidate_no");
			}), Scenario.row("candidate number in E-notation", (scene) -> {
				Student student = scene.student();
				String number = student.get("candidate_no");
				student.says(R, "candidate_no", number.charAt(0) + "." + number.substring(1, 5) + "E+13")
					.expect("CANDIDATE_NO_SUSPECT", "candidate_no");
			}), Scenario.row("candidate and student number in numeric cells", (scene) -> {
				scene.student().in(R).numeric("candidate_no").numeric("student_no");
				scene.student().in(R).cleaned().addAll(List.of("candidate_no", "student_no"));
			}), Scenario.row("spaces around the candidate number", (scene) -> {
				Student student = scene.student();
				student.in(scene.odd(R, P)).putUnclean("candidate_no", " " + student.get("candidate_no") + "\u3000");
				student.expect("FIELD_FORMAT_ONLY", "candidate_no");
			}), Scenario.row("further copy of a row, shifted by one cell", (scene) -> {
				Student student = scene.student();
				student.expectRefusal("ROW_MALFORMED", student.again(scene.odd(R, P)).overflow());
			}), Scenario.row("only row shifted by one cell", (scene) -> {
				Student student = scene.student();
				student.is("viewed_at", scene.people().viewed());
				student.expectRefusal("ROW_MALFORMED", student.in(R).overflow()).expect("MISSING_IN_ROSTER", "");
			}), Scenario.row("only row without a name", (scene) -> {
				Student student = scene.student();
				student.is("viewed_at", scene.people().viewed());
				student.expectRefusal("ROW_NO_KEY", student.in(R).put("name", "")).expect("MISSING_IN_ROSTER", "");
			}), Scenario.row("stray row without any number", (scene) -> {
				Student student = scene.student();
				View stray = View.of(R, "name", scene.people().names().han(true), "sex", "男", "college",
						student.get("college"));
				student.expectRefusal("ROW_NO_KEY", student.add(stray));
			}));

	private RowFaults() {
	}

}
