package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/** What is wrong with a claim besides its value. */
final class ClaimFaults {

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final List<String> LATE_DAYS = List.of("20201121", "20201123", "20201127");

	static final List<Scenario> LIST = List
		.of(Scenario.claim("claim that quotes what the platform does not show", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.PERSONAL);
			FormEntry row = ClaimScenarios.supported(scene, field, P);
			row.put("said", Claiming.another(scene, field));
			scene.student().expect("CLAIM_STALE", field);
		}), Scenario.claim("claim against every source that quotes none of them", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.PERSONAL);
			Claiming.looked(scene).expect("CLAIM_UNSUPPORTED", field).expect("CLAIM_STALE", field);
			String right = Claiming.another(scene, field);
			String quoted = Claiming.another(scene, field);
			while (quoted.equals(right)) {
				quoted = Claiming.another(scene, field);
			}
			Claiming.claim(scene, field, right).put("said", quoted);
		}), Scenario.claim("two claims of one field, one of them supported", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.PERSONAL);
			ClaimScenarios.supported(scene, field, P);
			Claiming.claim(scene, field, Claiming.another(scene, field));
			scene.student().expect("CLAIM_UNSUPPORTED", field).expect("CLAIM_CONFLICT", field);
		}), Scenario.claim("two claims of one field, one of what the platform shows", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.FIELDS);
			ClaimScenarios.supported(scene, field, P);
			Claiming.claim(scene, field, scene.student().in(P).get(field));
			scene.student().expect("CLAIM_ALREADY_CORRECT", field).expect("CLAIM_CONFLICT", field);
		}), Scenario.claim("the same claim in two rows", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.FIELDS);
			FormEntry row = ClaimScenarios.supported(scene, field, P);
			scene.student().send(row.copy()).expect("CLAIM_DUPLICATE", field);
		}), Scenario.claim("the same claim in two files and notations", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.PERSONAL);
			ClaimScenarios.supported(scene, field, P);
			Claiming.wide(scene, field, scene.student().get(field));
			scene.student().expect("CLAIM_DUPLICATE", field);
		}), Scenario.claim("claim without proof", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.FIELDS);
			ClaimScenarios.supported(scene, field, P).put("evidence", scene.pick("", "无", "待补"));
			scene.student().expect("CLAIM_EVIDENCE_MISSING", field);
		}), Scenario.claim("claim after the deadline", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.FIELDS);
			ClaimScenarios.supported(scene, field, P).put("reviewed_on", Lists.pick(scene.random(), LATE_DAYS));
			scene.student().expect("CLAIM_LATE", field);
		}), Scenario.claim("late claim with an old quotation and no proof", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.PERSONAL);
			ClaimScenarios.supported(scene, field, P)
				.put("reviewed_on", Lists.pick(scene.random(), LATE_DAYS))
				.put("said", Claiming.another(scene, field))
				.put("evidence", "");
			scene.student()
				.expect("CLAIM_LATE", field)
				.expect("CLAIM_STALE", field)
				.expect("CLAIM_EVIDENCE_MISSING", field);
		}), Scenario.claim("claim filed by another college", (scene) -> {
			String field = Lists.pick(scene.random(), Claiming.FIELDS);
			String other = DifferenceScenarios.other(scene.student().get("college"), scene.pick("理学院", "机械工程学院"),
					"计算机学院");
			ClaimScenarios.supported(scene, field, P).put("college", other);
			scene.student().expect("CLAIM_OTHER_COLLEGE", field);
		}), Scenario.claim("further claim without any number", (scene) -> {
			FormEntry row = ClaimScenarios.supported(scene, Lists.pick(scene.random(), Claiming.FIELDS), P);
			scene.student().send(row.copy().put("student_no", "").put("candidate_no", "").expect("ROW_NO_KEY"));
		}));

	private ClaimFaults() {
	}

}
