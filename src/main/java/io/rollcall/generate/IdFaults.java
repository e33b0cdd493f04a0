package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/** Faults of the ID number that a single row shows. */
final class IdFaults {

	private static final SourceRole R = SourceRole.ROSTER;

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final SourceRole A = SourceRole.ADMISSION;

	private static final String ID = "id_no";

	static final List<Scenario> LIST = List.of(Scenario.row("ID number in a numeric cell", (scene) -> {
		digitsOnly(scene);
		scene.student().in(R).numeric(ID);
		scene.student().expect("ID_DAMAGED", ID);
	}), Scenario.row("ID number in E-notation", (scene) -> {
		digitsOnly(scene);
		String id = scene.student().get(ID);
		scene.student()
			.says(scene.odd(R, P), ID, id.charAt(0) + "." + id.substring(1, 6) + "E+17")
			.expect("ID_DAMAGED", ID);
	}), new Scenario("two damaged numbers that look alike", Scenario.Family.ROWS, 2, (scene) -> {
		String damaged = scene.pick("6.10104E+17", "6.10322E+17", "4.10102E+17");
		scene.students().forEach((student) -> student.says(R, ID, damaged).expect("ID_DAMAGED", ID));
	}), Scenario.row("ID number cut to 15 digits and zeros", (scene) -> {
		digitsOnly(scene);
		Student student = scene.student();
		while (IdNumbers.complete(student.get(ID).substring(0, 15) + "00").endsWith("0")) {
			student.is(ID, scene.people().newId(student));
		}
		student.says(scene.odd(R, P), ID, student.get(ID).substring(0, 15) + "000").expect("ID_DAMAGED", ID);
	}), Scenario.row("ID number of 17 places, the same everywhere", (scene) -> {
		String id = scene.student().get(ID);
		scene.student().is(ID, id.substring(0, 9) + id.substring(10)).expect("ID_FORMAT", ID);
	}), Scenario.row("letter in the ID number, the same everywhere", (scene) -> {
		String id = scene.student().get(ID);
		scene.student().is(ID, id.substring(0, 7) + "O" + id.substring(8)).expect("ID_FORMAT", ID);
	}), Scenario.row("masked ID number", (scene) -> {
		String id = scene.student().get(ID);
		scene.student()
			.says(scene.odd(R, P), ID, id.substring(0, 6) + "********" + id.substring(14))
			.expect("ID_FORMAT", ID);
	}), Scenario.row("wrong check character everywhere", (scene) -> {
		scene.student().is(ID, scene.people().ids().wrongCheck(scene.student().get(ID))).expect("ID_CHECKSUM", ID);
	}), Scenario.row("wrong digit in one source", (scene) -> {
		IdNumbers ids = scene.people().ids();
		String id = scene.student().get(ID);
		String wrong = scene.random().nextBoolean() ? ids.wrongCheck(id) : ids.wrongOrder(id);
		scene.student().says(scene.odd(R, P, A), ID, wrong).expect("ID_CHECKSUM", ID).expect("FIELD_DIFFERS", ID);
	}), Scenario.row("digits exchanged in one source", (scene) -> {
		String wrong = scene.people().ids().swapped(scene.student().get(ID));
		scene.student().says(scene.odd(R, P, A), ID, wrong).expect("ID_CHECKSUM", ID).expect("FIELD_DIFFERS", ID);
	}), Scenario.row("impossible or future date inside the ID number, the same everywhere", (scene) -> {
		String birth = scene.student().get("birth_date").substring(0, 4) + "0230";
		scene.student()
			.is(ID, scene.idWith(scene.student(), null, scene.random().nextBoolean() ? birth : "20210815"))
			.expect("ID_BIRTH_INVALID", ID);
	}), Scenario.row("birth date wrong in one source", (scene) -> {
		Student student = scene.student();
		student.says(scene.odd(R, P, A), "birth_date", scene.otherDay(student))
			.expect("FIELD_DIFFERS", "birth_date")
			.expect("ID_BIRTH_MISMATCH", ID);
	}), Scenario.row("birth date wrong everywhere", (scene) -> {
		Student student = scene.student();
		student.is("birth_date", scene.otherDay(student)).expect("ID_BIRTH_MISMATCH", ID);
	}), Scenario.row("sex wrong in one source", (scene) -> {
		Student student = scene.student();
		student.says(scene.odd(R, P, A), "sex", Scene.otherSex(student.get("sex")))
			.expect("FIELD_DIFFERS", "sex")
			.expect("ID_SEX_MISMATCH", ID);
	}), Scenario.row("sex wrong everywhere", (scene) -> {
		Student student = scene.student();
		student.is("sex", Scene.otherSex(student.get("sex"))).expect("ID_SEX_MISMATCH", ID);
	}), Scenario.row("unknown division everywhere", (scene) -> {
		Student student = scene.student();
		student.is(ID, scene.idWith(student, noDivision(student), null)).expect("ID_DIVISION_UNKNOWN", ID);
	}), Scenario.row("unknown division in one source", (scene) -> {
		Student student = scene.student();
		student.says(scene.odd(R, P, A), ID, scene.idWith(student, noDivision(student), null))
			.expect("ID_DIVISION_UNKNOWN", ID)
			.expect("FIELD_DIFFERS", ID);
	}), Scenario.row("division abolished before the birth", (scene) -> {
		Student student = scene.student();
		student.is(ID, scene.idWith(student, Population.abolishedDivision(), null)).expect("ID_DIVISION_PERIOD", ID);
	}), Scenario.row("ID number of 15 digits everywhere", (scene) -> {
		Student student = scene.student();
		scene.people().born(student, "1998" + student.get("birth_date").substring(4));
		String id = student.get(ID);
		student.is(ID, id.substring(0, 6) + id.substring(8, 17)).expect("ID_15_DIGIT", ID);
	}), Scenario.row("signs in the ID number that need cleaning", (scene) -> {
		Student student = scene.student();
		String id = student.get(ID);
		String unclean = scene.pick("'" + id, id.substring(0, 6) + " " + id.substring(6), "\u200B" + id,
				(char) (id.charAt(0) - '0' + '０') + id.substring(1));
		student.in(scene.odd(R, P)).putUnclean(ID, unclean);
		student.expect("FIELD_FORMAT_ONLY", ID);
	}), Scenario.row("another sign for the X", (scene) -> {
		Student student = scene.student();
		scene.people().idEnding(student, "X");
		student.in(scene.odd(R, P)).putUnclean(ID, student.get(ID).substring(0, 17) + scene.pick("x", "Ｘ", "×", "*"));
		student.expect("FIELD_FORMAT_ONLY", ID);
	}));

	private IdFaults() {
	}

	/** A spreadsheet takes only digits for a number. */
	private static void digitsOnly(Scene scene) {
		while (scene.student().get(ID).endsWith("X")) {
			scene.student().is(ID, scene.people().newId(scene.student()));
		}
	}

	private static String noDivision(Student student) {
		return student.get("source_province_code") + "9797";
	}

}
