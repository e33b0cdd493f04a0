package io.rollcall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;

/** Builds cases about invented people; every value can be replaced. */
final class CaseBuilder {

	private static final LocalDate OPENED = LocalDate.of(2020, 11, 5);

	private static final CaseRow.Answer NOBODY = new CaseRow.Answer("", "", "", "", Optional.empty(), "");

	private final List<CaseRow.Finding> findings = new ArrayList<>();

	private String caseId = "";

	private String college = "计算机学院";

	private String studentNo = "2020010001";

	private String candidateNo = "20610100000001";

	private String name = "测试甲";

	private String major = "";

	private String className = "";

	private String field = "name";

	private String cause = "";

	private String route = "";

	private String odd = "";

	private String roster = "测试甲";

	private String platform = "测试乙";

	private String admission = "测试甲";

	private String claimed = "";

	private String proposed = "";

	private String approved = "";

	private String replaced = "";

	private CaseRow.Answer answer = NOBODY;

	private CaseRow.Answer review = NOBODY;

	private String state = "open";

	private boolean fresh;

	private Optional<LocalDate> sentOn = Optional.empty();

	private String note = "";

	private CaseBuilder() {
	}

	static CaseBuilder aCase() {
		return new CaseBuilder();
	}

	/** The case of findings that belong together, the gravest first. */
	static CaseBuilder of(List<FindingRow> rows) {
		FindingRow first = rows.get(0);
		CaseBuilder one = aCase().named(first.caseId())
			.college(first.college())
			.student(first.studentNo(), first.candidateNo(), first.name())
			.values(first.field(), first.rosterValue(), first.platformValue())
			.admission(first.admissionValue())
			.claimed(first.claimedValue())
			.because(first.more().cause(), first.more().route(), first.more().odd())
			.inClass(first.more().major(), first.more().className())
			.state(first.state());
		rows.forEach((row) -> one.findings.add(new CaseRow.Finding(row.code(), row.severity(), row.detail(),
				row.more().privateDetail(), row.suggestion(), row.locations())));
		return one;
	}

	CaseBuilder named(String id) {
		this.caseId = id;
		return this;
	}

	CaseBuilder college(String value) {
		this.college = value;
		return this;
	}

	CaseBuilder student(String number, String candidate, String person) {
		this.studentNo = number;
		this.candidateNo = candidate;
		this.name = person;
		return this;
	}

	CaseBuilder inClass(String ofMajor, String named) {
		this.major = ofMajor;
		this.className = named;
		return this;
	}

	CaseBuilder values(String named, String inRoster, String inPlatform) {
		this.field = named;
		this.roster = inRoster;
		this.platform = inPlatform;
		this.admission = inRoster;
		return this;
	}

	CaseBuilder admission(String value) {
		this.admission = value;
		return this;
	}

	CaseBuilder claimed(String value) {
		this.claimed = value;
		return this;
	}

	CaseBuilder proposed(String value) {
		this.proposed = value;
		return this;
	}

	CaseBuilder approved(String value, String inPlaceOf) {
		this.approved = value;
		this.replaced = inPlaceOf;
		return this;
	}

	CaseBuilder because(String proposedCause, String proposedRoute, String oddRole) {
		this.cause = proposedCause;
		this.route = proposedRoute;
		this.odd = oddRole;
		return this;
	}

	/** One more finding; without any it is a difference between the sources. */
	CaseBuilder found(String code, String severity, String detail, String suggestion) {
		this.findings.add(new CaseRow.Finding(code, severity, detail, "", suggestion, "roster:甲.xlsx#学生!2"));
		return this;
	}

	/** What the college said. */
	CaseBuilder answered(String conclusion, String value, String evidence) {
		this.answer = new CaseRow.Answer(conclusion, value, evidence, "王老师", Optional.of(LocalDate.of(2020, 11, 9)),
				"");
		return this;
	}

	/** What the registrar said. */
	CaseBuilder reviewed(String decision, String chosenRoute, String remark) {
		this.review = new CaseRow.Answer(decision, "", chosenRoute, "赵老师", Optional.of(LocalDate.of(2020, 11, 10)),
				remark);
		return this;
	}

	CaseBuilder state(String value) {
		this.state = value;
		return this;
	}

	CaseBuilder note(String value) {
		this.note = value;
		return this;
	}

	CaseBuilder fresh() {
		this.fresh = true;
		return this;
	}

	CaseBuilder sentOn(LocalDate day) {
		this.sentOn = Optional.of(day);
		this.state = "sent";
		return this;
	}

	CaseRow build() {
		String id = this.caseId.isEmpty() ? "c" + Integer.toHexString((this.studentNo + this.field).hashCode())
				: this.caseId;
		if (this.findings.isEmpty()) {
			found("FIELD_DIFFERS", "E", "", "");
		}
		return new CaseRow(id,
				new CaseRow.Student(this.college, this.studentNo, this.candidateNo, this.name, this.major,
						this.className),
				new CaseRow.Problem(this.findings.get(0).severity(), this.field, this.cause, this.route, this.odd,
						this.findings),
				new CaseRow.Values(this.roster, this.platform, this.admission, this.claimed, this.proposed,
						this.approved, this.replaced),
				this.answer, this.review, this.state, OPENED, 5, this.fresh, this.sentOn, this.note);
	}

}
