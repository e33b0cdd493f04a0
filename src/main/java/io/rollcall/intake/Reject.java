package io.rollcall.intake;

/**
 * A refused row.
 *
 * @param sheet the sheet's name or empty
 * @param row the row's number
 * @param reason why
 * @param detail one sentence: what is wrong and what to do
 * @param raw the mapped columns as read, ID numbers masked; for a malformed row only the
 * number of its cells (contract, ruling 7)
 */
public record Reject(String sheet, long row, Reason reason, String detail, String raw) {

	/** Why a row is refused (contract, section 3). */
	public enum Reason {

		/** It cannot be read as a record. */
		ROW_MALFORMED,
		/** It has no name, or no number at all. */
		ROW_NO_KEY

	}

}
