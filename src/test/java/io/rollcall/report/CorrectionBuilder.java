package io.rollcall.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.rollcall.facts.Correction;

/** Builds approved corrections of invented people; every value can be replaced. */
final class CorrectionBuilder {

	private String caseId = "c-1";

	private Correction.Whom whom = new Correction.Whom("理学院", "202001001", "20610000000001", "张䶮");

	private String field = "ethnic_group";

	private String before = "满族";

	private String after = "汉族";

	private String route = "platform";

	private String chosen = "";

	private Map<String, String> platform = Map.of("candidate_no", "20610000000001", "student_no", "202001001", "name",
			"张䶮", "sex", "男", "ethnic_group", "满族");

	private String evidence = "居民身份证";

	private boolean fresh;

	private Optional<LocalDate> sentOn = Optional.empty();

	private CorrectionBuilder() {
	}

	static CorrectionBuilder aCorrection() {
		return new CorrectionBuilder();
	}

	CorrectionBuilder named(String id) {
		this.caseId = id;
		return this;
	}

	CorrectionBuilder college(String value) {
		this.whom = new Correction.Whom(value, this.whom.studentNo(), this.whom.candidateNo(), this.whom.name());
		return this;
	}

	CorrectionBuilder student(String number, String candidate, String name) {
		this.whom = new Correction.Whom(this.whom.college(), number, candidate, name);
		return this;
	}

	CorrectionBuilder of(String named, String oldValue, String newValue) {
		this.field = named;
		this.before = oldValue;
		this.after = newValue;
		return this;
	}

	CorrectionBuilder by(String way) {
		this.route = way;
		return this;
	}

	CorrectionBuilder chosen(String words) {
		this.chosen = words;
		return this;
	}

	CorrectionBuilder held(Map<String, String> record) {
		this.platform = record;
		return this;
	}

	CorrectionBuilder evidence(String kinds) {
		this.evidence = kinds;
		return this;
	}

	CorrectionBuilder fresh() {
		this.fresh = true;
		return this;
	}

	CorrectionBuilder sentOn(LocalDate day) {
		this.sentOn = Optional.of(day);
		return this;
	}

	Correction build() {
		return new Correction(this.caseId, "C:" + this.whom.candidateNo(), this.whom, this.field, this.before,
				this.after, this.route, this.chosen, this.platform,
				new Correction.Ground(this.evidence, "王老师", "2020-11-08", "赵老师", "2020-11-09", "已电话核实"), this.fresh,
				this.sentOn);
	}

}
