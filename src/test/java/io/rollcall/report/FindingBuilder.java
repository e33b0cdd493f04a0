package io.rollcall.report;

import java.time.LocalDate;
import java.util.stream.Stream;

import io.rollcall.facts.FindingRow;

/** Builds findings about invented people; every value can be replaced. */
public final class FindingBuilder {

	private String code = "FIELD_DIFFERS";

	private String severity = "E";

	private String college = "计算机学院";

	private String studentNo = "2020010001";

	private String candidateNo = "20610100000001";

	private String name = "测试甲";

	private String field = "name";

	private String roster = "测试甲";

	private String platform = "测试乙";

	private String detail = "";

	private String suggestion = "";

	private FindingRow.More more = FindingRow.More.NONE;

	private String state = "open";

	private String locations = "roster:甲.xlsx#学生!2;platform:a.csv#!3";

	private FindingBuilder() {
	}

	public static FindingBuilder aFinding() {
		return new FindingBuilder();
	}

	public FindingBuilder code(String value) {
		this.code = value;
		return this;
	}

	public FindingBuilder severity(String value) {
		this.severity = value;
		return this;
	}

	public FindingBuilder college(String value) {
		this.college = value;
		return this;
	}

	FindingBuilder student(String number, String candidate, String person) {
		this.studentNo = number;
		this.candidateNo = candidate;
		this.name = person;
		return this;
	}

	public FindingBuilder values(String named, String inRoster, String inPlatform) {
		this.field = named;
		this.roster = inRoster;
		this.platform = inPlatform;
		return this;
	}

	public FindingBuilder detail(String value) {
		this.detail = value;
		return this;
	}

	FindingBuilder suggestion(String value) {
		this.suggestion = value;
		return this;
	}

	FindingBuilder state(String value) {
		this.state = value;
		return this;
	}

	public FindingBuilder locations(String value) {
		this.locations = value;
		return this;
	}

	FindingBuilder privateDetail(String value) {
		this.more = new FindingRow.More(value, "", "", "", "", "", "", 0);
		return this;
	}

	FindingBuilder more(String cause, String route, String odd) {
		this.more = new FindingRow.More("", cause, route, odd, "", "会计学", "会计2001", 0);
		return this;
	}

	FindingBuilder group(String group, long outside) {
		this.more = new FindingRow.More("涉及：测试丙 外国语学院", "", "", "", group, "", "", outside);
		return this;
	}

	/** As the judgement knows it: one a student and field, or a student and kind. */
	private String caseId() {
		boolean byKind = this.field.isEmpty() || Stream.of(Slice.GROUPS, Slice.MISSING, Slice.UNCHECKED)
			.anyMatch((slice) -> slice.codes().contains(this.code));
		String matter = byKind ? this.code : this.field;
		return "c" + Integer.toHexString((this.studentNo + this.name + matter).hashCode());
	}

	public FindingRow build() {
		String id = Integer.toHexString((this.code + this.studentNo + this.name + this.field).hashCode());
		return new FindingRow(id, this.code, this.severity, this.college, this.studentNo, this.candidateNo, this.name,
				this.field, this.roster, this.platform, this.roster, "", this.locations, this.detail, this.suggestion,
				this.state, LocalDate.of(2020, 11, 5), LocalDate.of(2020, 11, 10), 5, caseId(), this.more);
	}

}
