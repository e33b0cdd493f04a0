package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/** Claims by their verdict: what the sources say of the value that is claimed. */
final class ClaimScenarios {

	private static final SourceRole R = SourceRole.ROSTER;

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final SourceRole A = SourceRole.ADMISSION;

	private static final String SUPPORTED = "CLAIM_SUPPORTED";

	private static final String UNSUPPORTED = "CLAIM_UNSUPPORTED";

	private static final String CORRECT = "CLAIM_ALREADY_CORRECT";

	private static final String INVALID = "CLAIM_INVALID_VALUE";

	private static final String NOT_CORRECTABLE = "CLAIM_NOT_CORRECTABLE";

	static final List<Scenario> LIST = List.of(Scenario.claim("claim that another source supports", (scene) -> {
		String field = Lists.pick(scene.random(), Claiming.FIELDS);
		supported(scene, field, P);
	}), Scenario.claim("claim that the admission data alone support", (scene) -> {
		supported(scene, scene.pick("name", "id_no", "ethnic_group"), R, P);
	}), Scenario.claim("claim that the roster alone supports", (scene) -> {
		supported(scene, scene.pick("name", "id_no", "ethnic_group"), P, A);
	}), Scenario.claim("claim on the last day", (scene) -> {
		String field = Lists.pick(scene.random(), Claiming.FIELDS);
		supported(scene, field, P).put("reviewed_on", "20201120");
	}), Scenario.claim("claim with the candidate number only", (scene) -> {
		String field = Lists.pick(scene.random(), Claiming.FIELDS);
		supported(scene, field, P).put("student_no", "").put("name", "");
	}), Scenario.claim("claim that does not quote the platform", (scene) -> {
		String field = Lists.pick(scene.random(), Claiming.FIELDS);
		supported(scene, field, P).put("said", "").put("reason", "").put("opinion", "");
	}), Scenario.claim("claim under an old name of the college", (scene) -> {
		String[] aliases = Seats.college(scene.student().get("college"))[2].split(" ");
		supported(scene, Lists.pick(scene.random(), Claiming.FIELDS), P).put("college", scene.pick(aliases));
	}), Scenario.claim("claim of a student without a date of looking", (scene) -> {
		supported(scene, Lists.pick(scene.random(), Claiming.FIELDS), P);
		scene.student().is("viewed_at", "");
	}), Scenario.claim("one of two differences claimed", (scene) -> {
		Claiming.wrong(scene, "study_length", P);
		supported(scene, scene.pick("name", "ethnic_group", "major_name"), P);
	}), Scenario.claim("several fields in one row", (scene) -> {
		FormEntry row = wide(scene, scene.pick("name", "id_no"));
		String field = scene.pick("birth_date", "ethnic_group");
		Claiming.wrong(scene, field, P).expect(SUPPORTED, field);
		Claiming.beside(scene, row, field, scene.student().get(field));
	}), Scenario.claim("several fields in one row, one of them against every source", (scene) -> {
		FormEntry row = wide(scene, scene.pick("name", "ethnic_group"));
		String field = scene.pick("birth_date", "id_no");
		Claiming.beside(scene, row, field, Claiming.another(scene, field));
		scene.student().expect(UNSUPPORTED, field);
	}), Scenario.claim("claim that every source contradicts", (scene) -> {
		String field = Lists.pick(scene.random(), Claiming.FIELDS);
		Claiming.looked(scene).expect(UNSUPPORTED, field);
		Claiming.claim(scene, field, Claiming.another(scene, field));
	}), Scenario.claim("claim of a third value", (scene) -> {
		String field = Lists.pick(scene.random(), Claiming.PERSONAL);
		Claiming.wrong(scene, field, P).expect(UNSUPPORTED, field);
		Claiming.claim(scene, field, Claiming.another(scene, field));
	}), Scenario.claim("claim of what every source shows", (scene) -> {
		String field = Lists.pick(scene.random(), Claiming.FIELDS);
		Claiming.looked(scene).expect(CORRECT, field);
		// Neither the old quotation nor the lacking proof matters any more.
		Claiming.claim(scene, field, scene.student().get(field))
			.put("said", Claiming.another(scene, field))
			.put("evidence", scene.pick("", "居民身份证"));
	}), Scenario.claim("claim of what the platform shows, against the roster", (scene) -> {
		String field = Lists.pick(scene.random(), Claiming.FIELDS);
		Claiming.wrong(scene, field, R).expect(CORRECT, field);
		Claiming.claim(scene, field, scene.student().get(field));
	}), Scenario.claim("claim under a number that nobody has", ClaimScenarios::unknown),
			Scenario.claim("claimed ID number with a wrong check character", (scene) -> {
				Claiming.looked(scene).expect(INVALID, "id_no");
				String wrong = scene.people().ids().wrongCheck(scene.student().get("id_no"));
				Claiming.claim(scene, "id_no", wrong);
			}), Scenario.claim("claimed date that does not exist", (scene) -> {
				Claiming.looked(scene).expect(INVALID, "birth_date");
				String year = scene.student().get("birth_date").substring(0, 4);
				Claiming.claim(scene, "birth_date", year + scene.pick("0230", "0431", "1301"));
			}), Scenario.claim("claimed ethnic group that does not exist", (scene) -> {
				Claiming.wrong(scene, "ethnic_group", P).expect(INVALID, "ethnic_group");
				Claiming.claim(scene, "ethnic_group", scene.pick("火星族", "汗族"));
			}), Scenario.claim("claim without a value", (scene) -> {
				String field = Lists.pick(scene.random(), Claiming.FIELDS);
				Claiming.wrong(scene, field, P).expect(INVALID, field);
				Claiming.claim(scene, field, "");
			}), Scenario.claim("claim of a field that no form knows", (scene) -> {
				Claiming.looked(scene).expect(INVALID, "");
				Claiming.claim(scene, "class_no", scene.pick("3号楼", "5号楼"))
					.about("")
					.put("wrong_field", scene.pick("宿舍", "床位"))
					.put("said", "");
			}), Scenario.claim("claim of a field that is not to be reported", (scene) -> {
				String field = scene.pick("class_no", "political_status", "expected_graduation_date", "current_grade");
				Claiming.looked(scene).expect(NOT_CORRECTABLE, field);
				Claiming.claim(scene, field, switch (field) {
					case "class_no" -> scene.student().get(field) + "0";
					case "political_status" -> DifferenceScenarios.other(scene.student().get(field), "群众", "共青团员");
					case "expected_graduation_date" -> "20250701";
					default -> "2019";
				});
			}), Scenario.claim("personal change before the entry", (scene) -> {
				String field = scene.pick("name", "ethnic_group", "id_no");
				Claiming.looked(scene).expect(NOT_CORRECTABLE, field);
				Claiming.claim(scene, field, Claiming.another(scene, field))
					.put("reason", scene.pick("入学前个人变更", "个人变更"));
			}));

	private ClaimScenarios() {
	}

	/** The platform and perhaps another source are wrong, and the student says so. */
	static FormEntry supported(Scene scene, String field, SourceRole... wrong) {
		Claiming.wrong(scene, field, wrong).expect(SUPPORTED, field);
		return Claiming.claim(scene, field, scene.student().get(field));
	}

	private static FormEntry wide(Scene scene, String field) {
		Claiming.wrong(scene, field, P).expect(SUPPORTED, field);
		return Claiming.wide(scene, field, scene.student().get(field));
	}

	/** The number is mistyped; the student of that name claims nothing. */
	private static void unknown(Scene scene) {
		boolean candidate = scene.random().nextBoolean();
		String province = scene.student().get("source_province_code");
		String field = Lists.pick(scene.random(), Claiming.PERSONAL);
		FormEntry row = Claiming.claim(scene, field, Claiming.another(scene, field));
		row.put("student_no", candidate ? "" : scene.people().freeStudentNo())
			.put("candidate_no", candidate ? scene.people().candidateNo("20", province) : "")
			.expect("CLAIM_UNKNOWN_STUDENT");
	}

}
