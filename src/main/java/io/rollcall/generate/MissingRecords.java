package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/** Students who have no record in a source, or a record that cannot be linked surely. */
final class MissingRecords {

	private static final SourceRole R = SourceRole.ROSTER;

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final SourceRole A = SourceRole.ADMISSION;

	static final List<Scenario> LIST = List.of(
			Scenario.between("not at the platform",
					(scene) -> scene.student().missingIn(P).expect("MISSING_IN_PLATFORM", "")),
			Scenario.between("not in the roster", (scene) -> {
				// Whether somebody who is not in the roster has to check himself is left
				// open.
				scene.student().is("viewed_at", scene.people().viewed());
				scene.student().missingIn(R).expect("MISSING_IN_ROSTER", "");
			}),
			Scenario.between("not in the admission data",
					(scene) -> scene.student().missingIn(A).expect("MISSING_IN_ADMISSION", "")),
			Scenario.between("at the platform only", (scene) -> {
				scene.student().is("viewed_at", scene.people().viewed());
				scene.student().missingIn(R, A).expect("MISSING_IN_ROSTER", "").expect("MISSING_IN_ADMISSION", "");
			}), new Scenario("namesakes, each missing in one source", Scenario.Family.BETWEEN, 2, (scene) -> {
				scene.students().forEach((student) -> scene.people().called(student, "王伟"));
				eachMissing(scene);
			}), new Scenario("twins, each missing in one source", Scenario.Family.BETWEEN, 2, (scene) -> {
				Negatives.twins(scene);
				eachMissing(scene);
			}),
			new Scenario("no common number, one digit of the ID number wrong", Scenario.Family.BETWEEN, 2, (scene) -> {
				apart(scene);
				Student twin = scene.other();
				twin.says(P, "id_no", scene.people().ids().wrongOrder(twin.get("id_no")))
					.expect("ID_CHECKSUM", "id_no");
			}), new Scenario("no common number, ID number damaged", Scenario.Family.BETWEEN, 2, (scene) -> {
				while (scene.student().get("id_no").endsWith("X")) {
					scene.student().is("id_no", scene.people().newId(scene.student()));
				}
				apart(scene);
				String id = scene.other().get("id_no");
				scene.other()
					.says(P, "id_no", id.charAt(0) + "." + id.substring(1, 6) + "E+17")
					.expect("ID_DAMAGED", "id_no");
			}), new Scenario("no common number, ID number empty", Scenario.Family.BETWEEN, 2, (scene) -> {
				apart(scene);
				scene.other().says(P, "id_no", "").expect("REQUIRED_MISSING", "id_no");
			}), Scenario.between("place kept, but registered", (scene) -> {
				// The platform's list of such students holds the record without the mark.
				Student student = scene.student();
				student.route(Student.Route.MARKED)
					.says(R, "entry_state", "保留入学资格")
					.expect("FIELD_MISSING", "entry_state");
			}));

	private MissingRecords() {
	}

	/** Valid different numbers say that the two are two. */
	private static void eachMissing(Scene scene) {
		scene.student().missingIn(P).expect("MISSING_IN_PLATFORM", "");
		scene.other().is("viewed_at", scene.people().viewed());
		scene.other().missingIn(R).expect("MISSING_IN_ROSTER", "");
	}

	/**
	 * The second student of the scene becomes the platform's record of the first, with
	 * other numbers. The two stay two students until a person confirms the link.
	 */
	private static void apart(Scene scene) {
		Student student = scene.student();
		Student twin = scene.other();
		String rare = student.get("name").substring(0, 1) + scene.pick("翀", "骞", "珩", "昶", "赟")
				+ scene.pick("璟", "尧", "祎", "霁", "懿");
		while (!scene.people().names().take(rare, student.get("birth_date"))) {
			rare = scene.people().names().surname() + scene.pick("翀", "骞", "珩", "昶", "赟") + scene.pick("璟", "祎", "霁");
		}
		student.is("name", rare);
		for (String field : List.of("name", "sex", "birth_date", "id_no", "ethnic_group", "political_status",
				"source_province_code", "college", "major_name", "major_code", "class_no")) {
			twin.is(field, student.get(field));
		}
		twin.is("viewed_at", scene.people().viewed())
			.is("candidate_no", scene.people().candidateNo("20", student.get("source_province_code")))
			.is("student_no", "");
		student.missingIn(P).expect("LINK_PROBABLE", "");
		twin.missingIn(R, A).expect("LINK_PROBABLE", "");
	}

}
