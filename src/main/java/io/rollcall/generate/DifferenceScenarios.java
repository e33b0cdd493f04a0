package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/** Fields of linked students in which the sources do not agree, names aside. */
final class DifferenceScenarios {

	private static final SourceRole R = SourceRole.ROSTER;

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final SourceRole A = SourceRole.ADMISSION;

	/** 44 bytes, so that it is cut at the 30 bytes of the provinces' form. */
	private static final String LONG_MAJOR = "飞行器设计与工程卓越工程师教育培养计划实验班";

	private static final int MAJOR_WIDTH = 15;

	static final List<Scenario> LIST = List.of(Scenario.between("ID number differs, both valid", (scene) -> {
		Student student = scene.student();
		student.says(scene.odd(R, P, A), "id_no", scene.people().newId(student)).expect("FIELD_DIFFERS", "id_no");
	}), Scenario.between("numbers of two documents", (scene) -> {
		Student student = scene.student();
		String permit = "H" + ForeignNumbers.digits(scene.random(), 8);
		String card = ForeignNumbers.hongKong(scene.random(), true);
		while (!scene.people().ids().take(permit) || !scene.people().ids().take(card)) {
			permit = "H" + ForeignNumbers.digits(scene.random(), 8);
			card = ForeignNumbers.hongKong(scene.random(), true);
		}
		student.is("id_type", "香港特区护照/身份证明")
			.is("id_no", permit)
			.says(P, "id_no", card)
			.expect("FIELD_DIFFERS", "id_no")
			.settle("id_no");
	}), Scenario.between("ethnic group differs", (scene) -> {
		Student student = scene.student();
		student.says(scene.odd(R, P, A), "ethnic_group", other(student.get("ethnic_group"), "回族", "满族"))
			.expect("FIELD_DIFFERS", "ethnic_group");
	}), Scenario.between("ethnic group differs in all three", (scene) -> {
		scene.student()
			.says(R, "ethnic_group", "白族")
			.says(P, "ethnic_group", "侗族")
			.says(A, "ethnic_group", "瑶族")
			.expect("FIELD_DIFFERS", "ethnic_group");
	}), Scenario.between("major differs",
			(scene) -> scene.student()
				.says(scene.odd(R, P), "major_name", scene.people().school().otherMajor(scene.student())[0])
				.expect("FIELD_DIFFERS", "major_name")),
			Scenario.between("level, length, form or entry date differs", (scene) -> {
				String field = scene.pick("level", "study_length", "study_form", "entry_date");
				scene.student().says(scene.odd(R, P), field, switch (field) {
					case "level" -> "专科";
					case "study_length" -> "5";
					case "study_form" -> "业余";
					default -> "20200910";
				}).expect("FIELD_DIFFERS", field);
			}), Scenario.between("field for information differs", (scene) -> {
				String field = scene.pick("political_status", "class_no", "expected_graduation_date", "major_code",
						"current_grade", "college");
				Student student = scene.student();
				student.says(scene.odd(R, P), field, switch (field) {
					case "political_status" -> other(student.get(field), "群众", "共青团员");
					case "class_no" -> student.get(field) + "0";
					case "expected_graduation_date" -> "20250701";
					case "major_code" -> scene.people().school().otherMajor(student)[1];
					case "current_grade" -> "2019";
					default -> other(student.get(field), "理学院", "人文学院");
				}).expect("FIELD_DIFFERS", field);
			}), Scenario.between("exam ticket or province differs from the admission data", (scene) -> {
				String field = scene.pick("exam_ticket_no", "source_province_code");
				scene.student()
					.says(A, field, field.startsWith("exam") ? "99" + scene.student().get(field).substring(2) : "11")
					.expect("FIELD_DIFFERS", field);
			}),
			Scenario.between("two key fields differ",
					(scene) -> scene.student()
						.says(P, "ethnic_group", other(scene.student().get("ethnic_group"), "苗族", "彝族"))
						.says(P, "study_length", "3")
						.expect("FIELD_DIFFERS", "ethnic_group")
						.expect("FIELD_DIFFERS", "study_length")),
			Scenario.between("name and ID number differ", (scene) -> {
				Student student = scene.student();
				student.says(A, "name", scene.misspelt(student))
					.says(A, "id_no", scene.people().newId(student))
					.expect("FIELD_DIFFERS", "name")
					.expect("FIELD_DIFFERS", "id_no");
			}),
			Scenario.between("change of major with its document",
					(scene) -> scene.student()
						.says(R, "major_name", scene.people().school().otherMajor(scene.student())[0])
						.says(R, "change_type", "转专业")
						.says(R, "document_no", "西航教通字〔2020〕7" + scene.random().nextInt(10) + "号")
						.says(R, "approval_date", "20201020")
						.expect("FIELD_DIFFERS", "major_name")
						.settle("major_name")),
			Scenario.between("field empty in one source", (scene) -> {
				String field = scene.pick("ethnic_group", "political_status", "class_no", "level", "study_length",
						"study_form", "entry_date", "expected_graduation_date", "major_code");
				scene.student().says(scene.odd(R, P), field, "").expect("FIELD_MISSING", field);
			}), Scenario.between("field empty in the admission data", (scene) -> {
				String field = scene.pick("sex", "birth_date", "id_no", "ethnic_group", "exam_ticket_no",
						"source_province_code");
				scene.student().says(A, field, "").expect("FIELD_MISSING", field);
			}), Scenario.between("brackets of another width", (scene) -> {
				Student student = scene.student();
				String major = student.get("major_name");
				student.is("major_name", major + "（卓越班）")
					.says(scene.odd(R, P), "major_name", major + "(卓越班)")
					.expect("FIELD_FORMAT_ONLY", "major_name");
			}), Scenario.between("class with wide digits or a space", (scene) -> {
				Student student = scene.student();
				String name = student.get("class_no");
				String digit = name.substring(name.length() - 1);
				String wide = name.substring(0, name.length() - 1) + (char) (digit.charAt(0) - '0' + '０');
				student.in(scene.odd(R, P)).putUnclean("class_no", scene.pick(wide, name + " "));
				student.expect("FIELD_FORMAT_ONLY", "class_no");
			}), Scenario.between("space in the exam ticket number", (scene) -> {
				Student student = scene.student();
				String number = student.get("exam_ticket_no");
				student.in(R).putUnclean("exam_ticket_no", number + scene.pick(" ", "　"));
				student.expect("FIELD_FORMAT_ONLY", "exam_ticket_no");
			}),
			Scenario.between("major cut at 30 bytes",
					(scene) -> scene.student()
						.is("major_name", LONG_MAJOR)
						.says(P, "major_name", LONG_MAJOR.substring(0, MAJOR_WIDTH))
						.expect("FIELD_TRUNCATED", "major_name")),
			Scenario.between("student number differs",
					(scene) -> scene.student()
						.says(P, "student_no", scene.people().freeStudentNo())
						.expect("KEY_DIFFERS", "student_no")),
			Scenario.between("candidate number differs", (scene) -> {
				Student student = scene.student();
				student
					.says(scene.odd(P, A), "candidate_no",
							scene.people().candidateNo("20", student.get("source_province_code")))
					.expect("KEY_DIFFERS", "candidate_no");
			}));

	private DifferenceScenarios() {
	}

	static String other(String value, String first, String second) {
		return value.equals(first) ? second : first;
	}

}
