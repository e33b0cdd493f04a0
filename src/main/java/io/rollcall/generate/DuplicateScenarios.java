package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/** Numbers and people that stand twice where they may stand once. */
final class DuplicateScenarios {

	private static final SourceRole R = SourceRole.ROSTER;

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final SourceRole E = SourceRole.ENROLLED;

	private static final String ID = "id_no";

	static final List<Scenario> LIST = List.of(Scenario.duplicate("the same row twice", 1, (scene) -> {
		scene.student().again(scene.odd(R, P));
		scene.student().expect("ROW_DUPLICATE", "");
	}), Scenario.duplicate("the same student in two files of the roster", 1, (scene) -> {
		scene.student().again(R).late();
		scene.student().expect("ROW_DUPLICATE", "");
	}), Scenario.duplicate("another class in the list of late additions", 1, (scene) -> {
		// Of two rows that are equally full the first file's is kept: the right one.
		scene.student().again(R).late().put("class_no", scene.student().get("class_no") + "0");
		scene.student().expect("ROW_CONFLICT", "class_no");
	}), Scenario.duplicate("two rows of one student with another value", 1, (scene) -> {
		String field = scene.pick("ethnic_group", "major_name", "class_no", "political_status");
		Student student = scene.student();
		student.again(scene.odd(R, P)).put(field, switch (field) {
			case "ethnic_group" -> DifferenceScenarios.other(student.get(field), "傣族", "畲族");
			case "major_name" -> scene.people().school().otherMajor(student)[0];
			case "class_no" -> student.get(field) + "0";
			default -> DifferenceScenarios.other(student.get(field), "群众", "共青团员");
		});
		student.expect("ROW_CONFLICT", field);
	}), Scenario.duplicate("two rows of one student with another birth date", 1, (scene) -> {
		Student student = scene.student();
		student.again(scene.odd(R, P)).put("birth_date", scene.otherDay(student));
		student.expect("ROW_CONFLICT", "birth_date").expect("ID_BIRTH_MISMATCH", ID);
	}), Scenario.duplicate("two rows of one student with another candidate number", 1, (scene) -> {
		Student student = scene.student();
		student.again(R).put("candidate_no", scene.people().candidateNo("20", student.get("source_province_code")));
		student.expect("ROW_CONFLICT", "candidate_no");
	}), Scenario.duplicate("one student number for two", 2, (scene) -> {
		scene.other().is("student_no", scene.student().get("student_no"));
		both(scene, "STUDENT_NO_SHARED", "student_no");
	}), Scenario.duplicate("one candidate number for two", 2, (scene) -> {
		scene.other()
			.is("candidate_no", scene.student().get("candidate_no"))
			.is("source_province_code", scene.student().get("source_province_code"));
		both(scene, "CANDIDATE_NO_SHARED", "candidate_no");
	}), Scenario.duplicate("one ID number for two", 2, (scene) -> {
		Student student = scene.student();
		Student other = scene.other();
		other.is("sex", student.get("sex")).is("birth_date", student.get("birth_date")).is(ID, student.get(ID));
		while (!scene.people().names().take(other.get("name"), other.get("birth_date"))) {
			other.is("name", scene.people().names().han(student.get("sex").equals("男")));
		}
		both(scene, "ID_SHARED", ID);
	}), Scenario.duplicate("registered twice", 2, (scene) -> {
		samePerson(scene);
		scene.other().is(ID, scene.student().get(ID));
		both(scene, "ID_DOUBLE_REGISTRATION", ID);
	}), Scenario.duplicate("registered twice, once with the number of 15 digits", 2, (scene) -> {
		Student student = scene.student();
		scene.people().born(student, "1998" + student.get("birth_date").substring(4));
		samePerson(scene);
		String id = student.get(ID);
		scene.other().is(ID, id.substring(0, 6) + id.substring(8, 17)).expect("ID_15_DIGIT", ID);
		both(scene, "ID_DOUBLE_REGISTRATION", ID);
	}), Scenario.duplicate("registered twice, once with a typing error", 2, (scene) -> {
		samePerson(scene);
		IdNumbers ids = scene.people().ids();
		String id = scene.student().get(ID);
		scene.other()
			.is(ID, scene.random().nextBoolean() ? ids.wrongOrder(id) : ids.swapped(id))
			.expect("ID_CHECKSUM", ID);
		both(scene, "ID_NEAR_DUPLICATE", ID);
	}), Scenario.duplicate("same name, sex and birth date", 2, (scene) -> {
		samePerson(scene);
		Student other = scene.other();
		String province = scene.student().get("source_province_code").equals("41") ? "62" : "41";
		// Another province, so that the two numbers are clearly different.
		other.is("source_province_code", province)
			.is("candidate_no", scene.people().candidateNo("20", province))
			.is(ID, scene.people().newId(other));
		both(scene, "PERSON_REPEATED", "");
	}), Scenario.duplicate("enrolled in an earlier year", 1, (scene) -> {
		enrolled(scene, scene.student().get("name"));
		scene.student().expect("ID_IN_EARLIER_COHORT", ID);
	}), Scenario.duplicate("ID number of an enrolled student with another name", 1, (scene) -> {
		enrolled(scene, scene.people().names().surname() + "振国");
		scene.student().expect("ID_SHARED", ID);
	}));

	private DuplicateScenarios() {
	}

	private static void both(Scene scene, String code, String field) {
		scene.students().forEach((student) -> student.expect(code, field));
	}

	private static void samePerson(Scene scene) {
		for (String field : List.of("name", "sex", "birth_date", "ethnic_group", "political_status",
				"source_province_code")) {
			scene.other().is(field, scene.student().get(field));
		}
	}

	private static void enrolled(Scene scene, String name) {
		Student student = scene.student();
		student.add(View.of(E, "student_no", "2018" + student.get("student_no").substring(4), "name", name, "sex",
				student.get("sex"), "birth_date", student.get("birth_date"), ID, student.get(ID), "college",
				student.get("college"), "current_grade", "2018"));
	}

}
