package io.rollcall.identity;

import java.math.BigDecimal;
import java.util.Set;

/**
 * A number in a cell: study length (学制) in years, or a calendar year. The notation
 * ({@code 4}, {@code 4.0}, {@code 4年}) is no normalisation.
 *
 * @param raw the text as read
 * @param status what came of it
 * @param text the canonical notation without needless zeros; the cleaned text when not
 * allowed; empty when blank
 * @param normalisations how the cell was cleaned
 */
public record NumberValue(String raw, Status status, String text, Set<Normalisation> normalisations) {

	public NumberValue {
		normalisations = Normalisation.copy(normalisations);
	}

	/** What came of a cell. */
	public enum Status {

		/** Nothing there. */
		BLANK,
		/** A number that the field allows. */
		VALID,
		/** Not a number, or one that the field does not allow. */
		NOT_ALLOWED

	}

	/**
	 * A study length: one of 1.5 2 2.5 3 3.5 4 4.5 5 5.5 6 7 8 years.
	 * @param raw the text as read; null counts as empty
	 * @return the number of years
	 */
	public static NumberValue studyLength(String raw) {
		throw new UnsupportedOperationException();
	}

	/**
	 * A calendar year 1900 to 2099, also written {@code 2020年}, {@code 2020级} or
	 * {@code 2020届}.
	 * @param raw the text as read; null counts as empty
	 * @return the year
	 */
	public static NumberValue year(String raw) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The number.
	 * @return the number, or null unless valid
	 */
	public BigDecimal number() {
		return (this.status == Status.VALID) ? new BigDecimal(this.text) : null;
	}

}
