package io.rollcall.intake;

import java.util.List;

/**
 * A refused row.
 *
 * @param sheet the sheet's name or empty
 * @param row the row's number
 * @param reason why
 * @param detail one sentence: what is wrong and what to do
 * @param raw the mapped columns as read, ID numbers masked; for a malformed row only the
 * number of its cells
 * @param clues whom the row may be about
 * @param college the college that the row states, or empty
 */
public record Reject(String sheet, long row, Reason reason, String detail, String raw, List<Clue> clues,
		String college) {

	/** The fields that tell whom a refused row may be about. */
	static final List<String> CLUES = List.of("candidate_no", "student_no", "id_no", "name");

	public Reject {
		clues = List.copyOf(clues);
	}

	/**
	 * A value that helps to find the student of a refused row.
	 *
	 * @param field the canonical field
	 * @param value the canonical value
	 */
	public record Clue(String field, String value) {

		@Override
		public String toString() {
			return this.field;
		}

	}

	/** Why a row is refused. */
	public enum Reason {

		/** It cannot be read as a record. */
		ROW_MALFORMED,
		/** It has no name, or no number at all. */
		ROW_NO_KEY

	}

}
