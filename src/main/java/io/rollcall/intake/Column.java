package io.rollcall.intake;

import java.util.Optional;

import io.rollcall.campaign.Field;

/**
 * One column of a table and what was made of its header.
 *
 * @param index counted from 0
 * @param header the header for people: on one line, shortened when very long, without
 * what may be a name or a number; empty when the column has none
 * @param use what is done with the column
 * @param field the field it holds, for a mapped column
 */
public record Column(int index, String header, Use use, Optional<Field> field) {

	/**
	 * Whether the header is shown as it stands in the file, so that a job file can name
	 * it.
	 * @return false where what may be a name or a number was left out
	 */
	public boolean isQuotable() {
		return this.header.indexOf('…') < 0 && !isLetters();
	}

	/**
	 * Whether the column's letters are shown for the header.
	 * @return true where nothing else is left of it
	 */
	public boolean isLetters() {
		return this.header.matches("\\([A-Z]+\\)");
	}

	/** What is done with a column. */
	public enum Use {

		/** Read as a field. */
		MAPPED,
		/** The header is known nowhere: not read. */
		UNKNOWN,
		/** Must not be collected: not read. */
		FORBIDDEN,
		/**
		 * The header means one thing in one system and another in the next: not read
		 * until the job file says which.
		 */
		CONTESTED,
		/** The code beside a column with the same fact in words: not read. */
		SUPERSEDED,
		/** No header: not read. */
		BLANK

	}

}
