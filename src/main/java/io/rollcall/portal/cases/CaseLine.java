package io.rollcall.portal.cases;

import java.util.List;
import java.util.Optional;

import io.rollcall.desk.ShownCase;
import io.rollcall.facts.CaseRow;

/**
 * A case as a list shows it, in words.
 *
 * @param ref its reference
 * @param caseId its id, for forms only
 * @param severity how grave it is
 * @param severityBadge the class of its badge
 * @param name the student's name, or what stands for it
 * @param studentNo the student number, else the candidate number
 * @param college the student's college, or what is said where there is none
 * @param field the field's label, or empty
 * @param title what is found
 * @param said what each source and the claim say, without those that say nothing
 * @param platform what the platform says, or empty
 * @param proposed what agreeing would register, or empty
 * @param state where it stands
 * @param stateBadge the class of its badge
 * @param note what has to be told of its state, or empty
 * @param hint in a word what has to happen, or empty
 * @param age how many days it is open
 * @param fresh whether the last run opened it
 * @param pending what was answered on a page and waits for the next run, or empty
 */
record CaseLine(String ref, String caseId, String severity, String severityBadge, String name, String studentNo,
		String college, String field, String title, List<Said> said, String platform, String proposed, String state,
		String stateBadge, String note, String hint, int age, boolean fresh, String pending) {

	/**
	 * What somebody says.
	 *
	 * @param by the source
	 * @param value the value, masked
	 * @param odd whether it is the odd one out
	 */
	record Said(String by, String value, boolean odd) {

		@Override
		public String toString() {
			return this.by;
		}

	}

	static CaseLine of(CaseRow row, String ref, CaseWords words, String pending) {
		CaseRow.Student student = row.student();
		String field = row.problem().field();
		boolean file = student.name().isEmpty() && student.studentNo().isEmpty() && student.candidateNo().isEmpty();
		List<Said> said = said(row, words).stream().filter((one) -> !one.value().isEmpty()).toList();
		return new CaseLine(ref, row.caseId(), words.severity(row.problem().severity()),
				CaseWords.severityBadge(row.problem().severity()),
				file ? words.text("pcases.nobody")
						: student.name().isEmpty() ? words.text("pcases.nameless") : student.name(),
				student.studentNo().isEmpty() ? student.candidateNo() : student.studentNo(),
				student.college().isEmpty() ? words.text("report.unassigned") : student.college(), words.field(field),
				words.titles(row), said, words.value(field, row.values().platform()),
				words.value(field, row.values().proposed()), words.waits(row), CaseWords.stateBadge(row.state()),
				words.note(row), words.route(row.problem().route()), row.ageDays(), row.fresh(), pending);
	}

	/**
	 * The same with what would be registered now, where a page took an answer since the
	 * run.
	 */
	CaseLine with(CaseRow row, CaseWords words, Optional<ShownCase> now) {
		if (now.isEmpty()) {
			return this;
		}
		String would = words.value(row.problem().field(), now.get().would());
		String standing = now.get().standing().state();
		boolean moved = !standing.equals(row.state());
		return new CaseLine(this.ref, this.caseId, this.severity, this.severityBadge, this.name, this.studentNo,
				this.college, this.field, this.title, this.said, this.platform, would,
				moved ? words.state(standing) : this.state, CaseWords.stateBadge(standing), this.note, this.hint,
				this.age, this.fresh, this.pending);
	}

	/** The three sources and the claim, in their order. */
	static List<Said> said(CaseRow row, CaseWords words) {
		CaseRow.Values values = row.values();
		String odd = row.problem().odd();
		String field = row.problem().field();
		return List.of(
				new Said(words.text("report.role.roster"), words.value(field, values.roster()), odd.equals("roster")),
				new Said(words.text("report.role.platform"), words.value(field, values.platform()),
						odd.equals("platform")),
				new Said(words.text("report.role.admission"), words.value(field, values.admission()),
						odd.equals("admission")),
				new Said(words.text("report.column.claimed"), words.value(field, values.claimed()), false));
	}

	@Override
	public String toString() {
		return this.ref;
	}

}
