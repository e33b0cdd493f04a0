package io.rollcall.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One case as it stands after a run, ready to be shown: what has to be settled about a
 * student, what the sources say, and what people answered. Texts are never null; empty
 * means there is nothing to say. ID numbers are masked unless the run was asked for plain
 * ones.
 *
 * @param caseId the identity that is stable across runs
 * @param student whom it is about
 * @param problem what is found
 * @param values what the sources say, what is claimed and what would be registered
 * @param college what the college answered
 * @param registrar what the registrar answered
 * @param state the case's state
 * @param openedOn the business date of the run that opened it
 * @param ageDays the calendar days since then
 * @param fresh whether this run opened it
 * @param sentOn when its correction was handed in
 * @param note what has to be told of it beside its state, as a key of the texts
 * {@code report.note.*}, or empty
 */
public record CaseRow(String caseId, Student student, Problem problem, Values values, Answer college, Answer registrar,
		String state, LocalDate openedOn, int ageDays, boolean fresh, Optional<LocalDate> sentOn, String note) {

	public CaseRow {
		Objects.requireNonNull(caseId);
		Objects.requireNonNull(student);
		Objects.requireNonNull(problem);
		Objects.requireNonNull(values);
		Objects.requireNonNull(college);
		Objects.requireNonNull(registrar);
		Objects.requireNonNull(state);
		Objects.requireNonNull(openedOn);
		Objects.requireNonNull(sentOn);
		Objects.requireNonNull(note);
	}

	/**
	 * Whom a case is about.
	 *
	 * @param college the college; empty when it is unknown
	 * @param studentNo the student number
	 * @param candidateNo the candidate number
	 * @param name the name
	 * @param major the major
	 * @param className the class
	 */
	public record Student(String college, String studentNo, String candidateNo, String name, String major,
			String className) {

		@Override
		public String toString() {
			return "student";
		}

	}

	/**
	 * What is found.
	 *
	 * @param severity {@code E} or {@code W}, the gravest
	 * @param field the canonical field, or empty
	 * @param cause the proposed cause, or empty
	 * @param route the proposed route, or empty
	 * @param odd the role whose value is the odd one out, or empty
	 * @param findings what each finding says, the gravest first
	 */
	public record Problem(String severity, String field, String cause, String route, String odd,
			List<Finding> findings) {

		public Problem {
			findings = List.copyOf(findings);
		}

		/** The codes, the gravest first, each once. */
		public List<String> codes() {
			return this.findings.stream().map(Finding::code).distinct().toList();
		}

		@Override
		public String toString() {
			return codes() + " " + this.field;
		}

	}

	/**
	 * What one finding of a case says.
	 *
	 * @param code its code
	 * @param severity its severity
	 * @param detail how the values differ, or what else there is to know
	 * @param privateDetail other students concerned: for the registrar only
	 * @param suggestion what could be done
	 * @param locations where it stands
	 */
	public record Finding(String code, String severity, String detail, String privateDetail, String suggestion,
			String locations) {

		@Override
		public String toString() {
			return this.code;
		}

	}

	/**
	 * Values side by side.
	 *
	 * @param roster what the school's own system says
	 * @param platform what the national platform says
	 * @param admission what the admission data say
	 * @param claimed what the student claims
	 * @param proposed what agreeing would register
	 * @param approved the value that was approved
	 * @param replaced the platform's value when it was approved
	 */
	public record Values(String roster, String platform, String admission, String claimed, String proposed,
			String approved, String replaced) {

		@Override
		public String toString() {
			return "values";
		}

	}

	/**
	 * What somebody answered.
	 *
	 * @param answer the answer's name, or empty
	 * @param value the value to register, or empty
	 * @param basis the kinds of proof seen by a college; the route chosen by the
	 * registrar
	 * @param by who answered
	 * @param on when
	 * @param note a remark
	 */
	public record Answer(String answer, String value, String basis, String by, Optional<LocalDate> on, String note) {

		/** Whether there is none. */
		public boolean isEmpty() {
			return this.answer.isEmpty();
		}

		@Override
		public String toString() {
			return this.answer;
		}

	}

	/**
	 * The same case with other texts and values to be shown.
	 * @param texts what is found
	 * @param shown the values side by side
	 * @return the case
	 */
	public CaseRow with(Problem texts, Values shown) {
		return new CaseRow(this.caseId, this.student, texts, shown, this.college, this.registrar, this.state,
				this.openedOn, this.ageDays, this.fresh, this.sentOn, this.note);
	}

	/** The case's state and identity only, so that a log line cannot show a person. */
	@Override
	public String toString() {
		return this.state + " " + this.caseId;
	}

}
