package io.rollcall.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A candidate number (考生号). Ordinary admission has 14 digits, of which the first two are
 * the year and the next two the province; other lengths exist and are kept.
 *
 * @param raw the text as read
 * @param canonical the number in upper case without spaces; empty when absent or lost
 * @param normalisations how the cell was cleaned
 * @param problems what is suspect, in the order of {@link Problem}
 */
public record CandidateNumber(String raw, String canonical, Set<Normalisation> normalisations, Set<Problem> problems) {

	public CandidateNumber {
		Objects.requireNonNull(raw);
		normalisations = Normalisation.copy(normalisations);
		problems = problems.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(problems));
	}

	/** What can be suspect. */
	public enum Problem {

		/** A number format destroyed it; it counts as absent. */
		LOST,
		/** Not 14 places. */
		LENGTH,
		/** 13 digits: probably a number format took a leading zero. */
		LEADING_ZERO,
		/** Characters other than digits. */
		CHARS,
		/** The province in places 3 and 4 does not exist. */
		PROVINCE

	}

	/**
	 * Understands a text cell.
	 * @param raw the text as read; null counts as empty
	 * @return the number with its problems
	 */
	public static CandidateNumber parse(String raw) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Understands a numeric cell: up to 15 digits are exact and used as written, longer
	 * numbers are {@link Problem#LOST}.
	 * @param plainDecimal the number's decimal notation
	 * @return the number with its problems
	 */
	public static CandidateNumber ofNumericCell(String plainDecimal) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Whether there is a number to work with.
	 * @return false for blank, placeholder and lost
	 */
	public boolean isPresent() {
		return !this.canonical.isEmpty();
	}

	/**
	 * The admission year inside a number of 14 digits.
	 * @return the year 2000 to 2099, or -1
	 */
	public int year() {
		throw new UnsupportedOperationException();
	}

	/**
	 * The province inside a number of 14 digits (GB/T 2260).
	 * @return two digits, or null
	 */
	public String province() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Whether two numbers are one number of a postgraduate before and after the year
	 * inside became two digits (15 places 5+1+9, 16 places 5+2+9).
	 * @param other the other number
	 * @return true for the two forms of one number
	 */
	public boolean sameAfterLengthening(CandidateNumber other) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String toString() {
		return "CandidateNumber" + this.problems;
	}

}
