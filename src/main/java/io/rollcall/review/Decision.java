package io.rollcall.review;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One answered row. Texts are never null; empty means that nothing was filled in.
 *
 * @param caseId the case that was answered
 * @param field the canonical field that it is about, or empty
 * @param sheet the sheet on which the answer stands
 * @param row the row as people count
 * @param reviewer who answers
 * @param answer the answer
 * @param correctedValue the right value as typed; only beside an answer that accepts the
 * finding
 * @param evidence the kinds of evidence, from a college
 * @param route how to proceed, from the registrar
 * @param by who checked
 * @param on when it was checked
 * @param remark a remark
 */
public record Decision(String caseId, String field, String sheet, long row, Reviewer reviewer, Answer answer,
		String correctedValue, String evidence, String route, String by, Optional<LocalDate> on, String remark) {

	public Decision {
		Objects.requireNonNull(caseId);
		Objects.requireNonNull(field);
		Objects.requireNonNull(sheet);
		Objects.requireNonNull(reviewer);
		Objects.requireNonNull(answer);
		Objects.requireNonNull(correctedValue);
		Objects.requireNonNull(evidence);
		Objects.requireNonNull(route);
		Objects.requireNonNull(by);
		Objects.requireNonNull(on);
		Objects.requireNonNull(remark);
	}

	/** The case and the answer only, so that a log line cannot show a person. */
	@Override
	public String toString() {
		return this.caseId + " " + this.answer;
	}

}
