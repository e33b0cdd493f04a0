package io.rollcall.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A candidate number (考生号). Ordinary admission has 14 digits, of which the first two are
 * the year and the next two the province; other lengths exist and are kept.
 *
 * @param raw the text as read
 * @param canonical the number in upper case without spaces; empty when absent, lost or
 * masked
 * @param normalisations how the cell was cleaned
 * @param problems what is suspect, in the order of {@link Problem}
 */
public record CandidateNumber(String raw, String canonical, Set<Normalisation> normalisations, Set<Problem> problems) {

	/** Digits of an ordinary candidate number. */
	public static final int LENGTH = 14;

	public CandidateNumber {
		Objects.requireNonNull(raw);
		normalisations = Normalisation.copy(normalisations);
		problems = problems.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(problems));
	}

	/** What can be suspect. */
	public enum Problem {

		/** A number format destroyed it; it counts as absent. */
		LOST,
		/** Digits are hidden; it cannot be compared. */
		MASKED,
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
	 * Understands a text cell. Zeros, one digit six times or more and counted digits are
	 * placeholders; a number written as a quantity counts up to 15 digits.
	 * @param raw the text as read; null counts as empty
	 * @return the number with its problems
	 */
	public static CandidateNumber parse(@Nullable String raw) {
		return (raw != null && Placeholders.isNumberAsWritten(raw))
				? new CandidateNumber(raw, raw, Set.of(), problems(raw)) : understand(raw);
	}

	/** The same for any text, which for nearly every cell is much ado about nothing. */
	static CandidateNumber understand(@Nullable String raw) {
		Cleaned cleaned = Cleaned.compact(raw);
		String text = cleaned.text().toUpperCase(Locale.ROOT);
		String digits = text.isEmpty() ? null : WrittenNumber.ofText(text);
		if (digits != null) {
			return digits.equals(WrittenNumber.LOST) ? lost(cleaned.raw()) : read(cleaned, digits, true);
		}
		return read(cleaned, text, false);
	}

	private static CandidateNumber read(Cleaned cleaned, String text, boolean quantity) {
		if (text.isEmpty() || Placeholders.isPlaceholder(text) || Placeholders.isDummyKey(text)) {
			return new CandidateNumber(cleaned.raw(), "", cleaned.normalisations(), Set.of());
		}
		if (Masks.inNumber(text)) {
			return new CandidateNumber(cleaned.raw(), "", Set.of(), Set.of(Problem.MASKED));
		}
		if (IdDamage.numberFormat(text) != null) {
			return lost(cleaned.raw());
		}
		EnumSet<Normalisation> done = EnumSet.noneOf(Normalisation.class);
		done.addAll(cleaned.normalisations());
		if (quantity) {
			done.add(Normalisation.NOTATION);
			return new CandidateNumber(cleaned.raw(), text, done, problems(text));
		}
		if (!text.equals(cleaned.text())) {
			done.add(Normalisation.CASE);
		}
		return new CandidateNumber(cleaned.raw(), text, done, problems(text));
	}

	/**
	 * Understands a numeric cell: up to 15 digits are exact and used as written, longer
	 * numbers are {@link Problem#LOST}.
	 * @param plainDecimal the number's decimal notation
	 * @return the number with its problems
	 */
	public static CandidateNumber ofNumericCell(String plainDecimal) {
		String digits = WrittenNumber.ofCell(plainDecimal);
		return digits.equals(WrittenNumber.LOST) ? lost(plainDecimal) : parse(digits);
	}

	/**
	 * Whether there is a number to work with.
	 * @return false for blank, placeholder, lost and masked
	 */
	public boolean isPresent() {
		return !this.canonical.isEmpty();
	}

	/**
	 * Whether digits of it are hidden or destroyed.
	 * @return true for a number that was there
	 */
	public boolean isBroken() {
		return this.problems.contains(Problem.LOST) || this.problems.contains(Problem.MASKED);
	}

	/**
	 * The admission year inside a number of 14 digits.
	 * @return the year 2000 to 2099, or -1
	 */
	public int year() {
		return isOrdinary() ? 2000 + Integer.parseInt(this.canonical.substring(0, 2)) : -1;
	}

	/**
	 * The province inside a number of 14 digits (GB/T 2260).
	 * @return two digits, or null
	 */
	public @Nullable String province() {
		return isOrdinary() ? this.canonical.substring(2, 4) : null;
	}

	/** How two candidate numbers compare. */
	public enum Agreement {

		/** The same number. */
		EQUAL,
		/**
		 * One number of a postgraduate, before and after the year inside became two
		 * digits.
		 */
		EQUAL_AFTER_LENGTHENING,
		/** Different numbers. */
		DIFFERENT,
		/** One is absent or lost. */
		NOT_COMPARABLE

	}

	/**
	 * Compares two numbers. Symmetric.
	 * @param other the other number
	 * @return how their canonical forms agree
	 */
	public Agreement compare(CandidateNumber other) {
		if (!isPresent() || !other.isPresent()) {
			return Agreement.NOT_COMPARABLE;
		}
		if (this.canonical.equals(other.canonical)) {
			return Agreement.EQUAL;
		}
		return sameAfterLengthening(other) ? Agreement.EQUAL_AFTER_LENGTHENING : Agreement.DIFFERENT;
	}

	/**
	 * Whether two numbers are one number of a postgraduate before and after the year
	 * inside became two digits (15 places 5+1+9, 16 places 5+2+9).
	 * @param other the other number
	 * @return true for the two forms of one number
	 */
	public boolean sameAfterLengthening(CandidateNumber other) {
		return isLengthened(this.canonical, other.canonical) || isLengthened(other.canonical, this.canonical);
	}

	private static boolean isLengthened(String shorter, String longer) {
		return shorter.length() == 15 && longer.length() == 16 && CodePoints.isAllDigits(shorter)
				&& CodePoints.isAllDigits(longer) && longer.startsWith(shorter.substring(0, 5))
				&& longer.startsWith(shorter.substring(5), 6);
	}

	private boolean isOrdinary() {
		return isOrdinary(this.canonical);
	}

	private static boolean isOrdinary(String text) {
		return text.length() == LENGTH && CodePoints.isAllDigits(text);
	}

	private static CandidateNumber lost(String raw) {
		return new CandidateNumber(raw, "", Set.of(), Set.of(Problem.LOST));
	}

	private static Set<Problem> problems(String text) {
		if (isOrdinary(text) && Divisions.isProvince(text.substring(2, 4))) {
			return Set.of();
		}
		EnumSet<Problem> found = EnumSet.noneOf(Problem.class);
		boolean digits = CodePoints.isAllDigits(text);
		if (!digits) {
			found.add(Problem.CHARS);
		}
		if (text.codePointCount(0, text.length()) != LENGTH) {
			found.add(Problem.LENGTH);
		}
		if (digits && text.length() == LENGTH - 1 && Divisions.isProvince(text.substring(1, 3))) {
			found.add(Problem.LEADING_ZERO);
		}
		if (isOrdinary(text)) {
			found.add(Problem.PROVINCE);
		}
		return found;
	}

	@Override
	public String toString() {
		return "CandidateNumber" + this.problems;
	}

}
