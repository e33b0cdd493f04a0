package io.rollcall.review;

import java.util.Objects;

/**
 * Something that was not accepted.
 *
 * @param caseId the case of the row, or empty
 * @param sheet the sheet, or empty for the whole file
 * @param cell the cell's address with its sheet, such as {@code 待处理!H12}; empty where no
 * cell can be named
 * @param reason one sentence that names the cell and what to do, without personal data
 */
public record RefusedAnswer(String caseId, String sheet, String cell, String reason) {

	public RefusedAnswer {
		Objects.requireNonNull(caseId);
		Objects.requireNonNull(sheet);
		Objects.requireNonNull(cell);
		Objects.requireNonNull(reason);
	}

}
