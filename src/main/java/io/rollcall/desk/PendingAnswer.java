package io.rollcall.desk;

import java.time.Instant;
import java.util.Objects;

/**
 * An answer that a page took and no published run has applied yet.
 *
 * @param number its number among all answers of pages
 * @param caseId the case
 * @param desk the college that answered, or {@code registrar}
 * @param answer the name of the answer
 * @param value the value as it may be shown, or empty
 * @param evidence the kind of proof, or empty
 * @param note a remark, or empty
 * @param by the account
 * @param at when
 * @param holds whether the next run will apply it as it looks now; false where what it
 * was given on has changed since
 */
public record PendingAnswer(long number, String caseId, String desk, String answer, String value, String evidence,
		String note, String by, Instant at, boolean holds) {

	public PendingAnswer {
		Objects.requireNonNull(caseId);
	}

	PendingAnswer shown(String text, boolean held) {
		return new PendingAnswer(this.number, this.caseId, this.desk, this.answer, text, this.evidence, this.note,
				this.by, this.at, held);
	}

	@Override
	public String toString() {
		return this.answer + " " + this.caseId;
	}

}
