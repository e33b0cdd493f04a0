package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/**
 * Constellations that look like errors and are none: nothing of severity E may be found.
 */
final class Negatives {

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final SourceRole A = SourceRole.ADMISSION;

	private static final SourceRole E = SourceRole.ENROLLED;

	static final List<Scenario> LIST = List.of(Scenario.negative("twins", 2, Negatives::twins),
			Scenario.negative("three of one common name", 3, (scene) -> {
				String name = scene.pick("王伟", "张伟", "李娜", "王芳", "刘洋");
				scene.students().forEach((student) -> scene.people().called(student, name));
			}),
			document("Hong Kong identity card",
					(scene) -> ForeignNumbers.hongKong(scene.random(), scene.random().nextBoolean()), "香港特区护照/身份证明"),
			document("Macao identity card", (scene) -> ForeignNumbers.macao(scene.random()), "澳门特区护照/身份证明"),
			document("Taiwan identity card",
					(scene) -> ForeignNumbers.taiwan(scene.random(), scene.student().get("sex").equals("男")),
					"台湾居民来往大陆通行证"),
			document("permit of Hong Kong", (scene) -> "H" + ForeignNumbers.digits(scene.random(), 8), "香港特区护照/身份证明"),
			document("permit of Macao", (scene) -> "M" + ForeignNumbers.digits(scene.random(), 8), "澳门特区护照/身份证明"),
			document("permit of Taiwan", (scene) -> "0" + ForeignNumbers.digits(scene.random(), 7), "台湾居民来往大陆通行证"),
			document("residence permit",
					(scene) -> scene.idWith(scene.student(), scene.pick("810000", "820000", "830000"), null),
					"港澳台居民居住证"),
			document("passport", (scene) -> scene.pick("E", "G", "K") + ForeignNumbers.digits(scene.random(), 8), "护照"),
			document("foreigner's card",
					(scene) -> scene.idWith(scene.student(), "961" + scene.pick("682", "410", "392"), null), "境外永久居住证"),
			document("foreigner's card, old form",
					(scene) -> scene.pick("USA", "KOR", "FRA") + "6101" + ForeignNumbers.digits(scene.random(), 8),
					"境外永久居住证"),
			Scenario.negative("name with a dot", 1, NameDifferences::minority),
			Scenario.negative("rare character", 1,
					(scene) -> NameDifferences.rare(scene, scene.pick("䶮", "𬱖", "𠮷", "𪚥", "㛃", "翀"))),
			Scenario.negative("name in Latin letters", 1, (scene) -> {
				Student student = scene.student();
				String name = scene.pick("ANNA", "JOHN", "MARIA", "OMAR") + " "
						+ scene.pick("O'NEILL", "SMITH", "KIM", "DA SILVA");
				if (scene.people().names().take(name, student.get("birth_date"))) {
					student.is("name", name).is("ethnic_group", "其他");
				}
			}),
			Scenario.negative("no student number at the platform", 1,
					(scene) -> scene.student().says(P, "student_no", "")),
			Scenario.negative("old name of the college", 1, (scene) -> {
				String[] aliases = Seats.college(scene.student().get("college"))[2].split(" ");
				scene.student().says(P, "college", scene.pick(aliases));
			}),
			Scenario.negative("upgrade from a college of higher vocational education", 1,
					(scene) -> scene.student()
						.is("level", "专升本")
						.is("study_length", "2")
						.is("expected_graduation_date", "20220701")),
			Scenario.negative("gave up the place", 1, (scene) -> mark(scene.student(), "放弃入学资格")),
			Scenario.negative("keeps the place", 1, (scene) -> mark(scene.student(), "保留入学资格")),
			Scenario.negative("returned to a kept place", 1, (scene) -> {
				Student student = scene.student();
				student.route(Student.Route.RETURNED)
					.is("entry_state", "恢复入学")
					.is("viewed_at", scene.people().viewed())
					.is("candidate_no", scene.people().candidateNo("18", student.get("source_province_code")));
			}), Scenario.negative("already in the list of enrolled students", 1, (scene) -> {
				Student student = scene.student();
				student.add(View.of(E, "student_no", student.get("student_no"), "name", student.get("name"), "sex",
						student.get("sex"), "birth_date", student.get("birth_date"), "id_no", student.get("id_no"),
						"college", student.get("college"), "current_grade", "2020"));
			}));

	private Negatives() {
	}

	/** The second student becomes the first one's twin. */
	static void twins(Scene scene) {
		Student student = scene.student();
		Student other = scene.other();
		String birth = student.get("birth_date");
		String province = student.get("source_province_code");
		other.is("birth_date", birth)
			.is("ethnic_group", student.get("ethnic_group"))
			.is("source_province_code", province)
			.is("candidate_no", scene.people().candidateNo("20", province));
		boolean male = other.get("sex").equals("男");
		String division = student.get("id_no").substring(0, 6);
		other.is("id_no", scene.people().ids().resident(List.of(division), birth, male));
		String surname = student.get("name").substring(0, 1);
		String name = surname + scene.people().names().given(male);
		while (!scene.people().names().take(name, birth)) {
			name = surname + scene.people().names().given(male);
		}
		other.is("name", name);
	}

	private static void mark(Student student, String state) {
		student.route(Student.Route.MARKED).is("entry_state", state).is("registration_status", "").is("viewed_at", "");
		// The delivery of a province knows nothing of what happens at the school.
		student.says(A, "entry_state", "");
	}

	/** Every source states the same document of another kind. */
	private static Scenario document(String name, java.util.function.Function<Scene, String> number, String type) {
		return Scenario.negative(name, 1, (scene) -> {
			String made = number.apply(scene);
			while (made.length() != 18 && !scene.people().ids().take(made)) {
				made = number.apply(scene);
			}
			scene.student().is("id_no", made).is("id_type", type);
			if (type.equals("护照") || type.equals("境外永久居住证")) {
				scene.student().is("ethnic_group", "其他");
			}
		});
	}

}
