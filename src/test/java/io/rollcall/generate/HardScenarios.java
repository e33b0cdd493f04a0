package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/**
 * Wrong keys: candidate numbers exchanged between students of two colleges or written
 * beside another one, also where a name is cut or a source lacks the ID number; and who
 * is entered twice. Codes are staged with all their consequences.
 */
final class HardScenarios {

	private static final SourceRole R = SourceRole.ROSTER;

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final SourceRole A = SourceRole.ADMISSION;

	private static final String NUMBER = "candidate_no";

	private static final List<String> LONG_NAMES = List.of("迪丽努尔·阿卜杜拉江·买买提明", "古丽扎尔·吐尔逊艾力·热合曼江", "阿迪力江·艾合买提江·库尔班尼");

	private static final int NAME_WIDTH = 12;

	static final List<Scenario> LIST = List.of(pair("candidate numbers exchanged", (scene) -> {
		exchange(scene, scene.odd(R, P, A));
		both(scene, "KEY_DIFFERS", NUMBER);
	}), pair("candidate numbers exchanged, one name cut", (scene) -> {
		SourceRole odd = scene.odd(R, P, A);
		cutName(scene, odd);
		exchange(scene, odd);
		both(scene, "KEY_DIFFERS", NUMBER);
	}), pair("candidate numbers exchanged in a list without their ID numbers", (scene) -> {
		SourceRole odd = scene.odd(R, P);
		scene.students().forEach((student) -> withoutId(student, odd));
		exchange(scene, odd);
		both(scene, "KEY_DIFFERS", NUMBER);
	}), pair("candidate numbers exchanged, without ID numbers and with a cut name", (scene) -> {
		SourceRole odd = scene.odd(R, P);
		cutName(scene, odd);
		scene.students().forEach((student) -> withoutId(student, odd));
		exchange(scene, odd);
		both(scene, "KEY_DIFFERS", NUMBER);
	}), pair("candidate numbers exchanged, one row twice", (scene) -> {
		SourceRole odd = scene.odd(R, P);
		exchange(scene, odd);
		scene.student().again(scene.odd(R, P));
		scene.student().expect("ROW_DUPLICATE", "");
		both(scene, "KEY_DIFFERS", NUMBER);
	}), pair("a platform record carries the number of somebody who has none", (scene) -> {
		scene.student().says(P, NUMBER, scene.other().get(NUMBER)).expect("KEY_DIFFERS", NUMBER);
		scene.other().missingIn(P).expect("MISSING_IN_PLATFORM", "");
	}), pair("the roster gives a student the number of somebody it does not hold", (scene) -> {
		scene.student().says(R, NUMBER, scene.other().get(NUMBER)).expect("KEY_DIFFERS", NUMBER);
		scene.other().is("viewed_at", scene.people().viewed()).missingIn(R).expect("MISSING_IN_ROSTER", "");
	}), pair("the admission data give a student the number of somebody they do not hold", (scene) -> {
		scene.student().says(A, NUMBER, scene.other().get(NUMBER)).expect("KEY_DIFFERS", NUMBER);
		scene.other().missingIn(A).expect("MISSING_IN_ADMISSION", "");
	}), pair("one name and student number, two people", (scene) -> {
		Student student = scene.student();
		Student other = scene.other();
		while (!scene.people().names().take(student.get("name"), other.get("birth_date"))) {
			scene.people().born(other, scene.otherDay(other));
		}
		other.is("name", student.get("name")).says(R, "student_no", student.get("student_no"));
		both(scene, "STUDENT_NO_SHARED", "student_no");
		other.expect("KEY_DIFFERS", "student_no");
	}), Scenario.duplicate("entered twice with two valid ID numbers", 1, (scene) -> {
		Student student = scene.student();
		student.again(R).put("id_no", scene.people().newId(student));
		student.expect("ROW_CONFLICT", "id_no");
	}), Scenario.duplicate("entered twice, the second time with another student's missing ID number", 1, (scene) -> {
		Student student = scene.student();
		student.again(scene.odd(R, P)).put("id_no", "");
		student.expect("ROW_DUPLICATE", "").expect("REQUIRED_MISSING", "id_no");
	}));

	private HardScenarios() {
	}

	/** Two students of two colleges. */
	private static Scenario pair(String name, java.util.function.Consumer<Scene> staging) {
		return Scenario.duplicate(name, 2, (scene) -> {
			apart(scene);
			staging.accept(scene);
		});
	}

	private static void apart(Scene scene) {
		Student other = scene.other();
		if (!Seats.official(other.get("college")).equals(Seats.official(scene.student().get("college")))) {
			return;
		}
		int own = Seats.numberOf(Seats.college(other.get("college")));
		String[] college = Seats.COLLEGES.get(own % Seats.COLLEGES.size());
		String[] major = college[3].split(" ")[0].split(",");
		other.is("college", college[0])
			.is("major_name", major[0])
			.is("major_code", major[1])
			.is("admitted_major_code", "%02d".formatted(Seats.numberOf(college) * 3))
			.is("class_no", major[2] + "2099");
	}

	private static void exchange(Scene scene, SourceRole role) {
		String number = scene.student().get(NUMBER);
		scene.student().says(role, NUMBER, scene.other().get(NUMBER));
		scene.other().says(role, NUMBER, number);
	}

	private static void cutName(Scene scene, SourceRole role) {
		Student student = scene.student();
		String name = Lists.pick(scene.random(), LONG_NAMES);
		student.is("ethnic_group", "维吾尔族");
		scene.people().called(student, name);
		student.says(role, "name", name.substring(0, NAME_WIDTH)).expect("FIELD_TRUNCATED", "name");
	}

	private static void withoutId(Student student, SourceRole role) {
		student.says(role, "id_no", "").expect("REQUIRED_MISSING", "id_no").expect("FIELD_MISSING", "id_no");
	}

	private static void both(Scene scene, String code, String field) {
		scene.students().forEach((student) -> student.expect(code, field));
	}

}
