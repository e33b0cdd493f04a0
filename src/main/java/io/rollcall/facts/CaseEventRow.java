package io.rollcall.facts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One change of a case.
 *
 * @param date the business date of the run that made or noticed it
 * @param caseId the case's identity
 * @param code the code of the gravest finding
 * @param college the student's college, may be empty
 * @param studentNo the student number, may be empty
 * @param name the student's name, may be empty
 * @param field the canonical field, may be empty
 * @param kind what happened: new, answered, lapsed, sent, closed or reopened
 * @param before the state before
 * @param after the state after
 * @param oldValue what it was, may be empty
 * @param newValue what it became, may be empty
 * @param by who decided, may be empty
 * @param on the day of the decision, if somebody stated it
 * @param why what was said
 * @param place the file in which the decision stands, may be empty
 */
public record CaseEventRow(LocalDate date, String caseId, String code, String college, String studentNo, String name,
		String field, String kind, String before, String after, String oldValue, String newValue, String by,
		Optional<LocalDate> on, String why, String place) {

	public CaseEventRow {
		Objects.requireNonNull(date);
		Objects.requireNonNull(code);
		Objects.requireNonNull(on);
	}

	@Override
	public String toString() {
		return this.kind + " " + this.caseId;
	}

}
