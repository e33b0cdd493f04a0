package io.rollcall.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A student number (学号), made by the school and opaque: upper case, no spaces, leading
 * zeros kept.
 *
 * @param raw the text as read
 * @param canonical the number; empty when absent, lost or masked
 * @param normalisations how the cell was cleaned
 * @param lost whether a number format destroyed it; it then counts as absent
 * @param masked whether characters are hidden; it then cannot be compared
 */
public record StudentNumber(String raw, String canonical, Set<Normalisation> normalisations, boolean lost,
		boolean masked) {

	/** The platform's width in characters. */
	public static final int MAX_LENGTH = 15;

	public StudentNumber {
		Objects.requireNonNull(raw);
		normalisations = Normalisation.copy(normalisations);
	}

	/**
	 * Understands a text cell. Zeros, one digit six times or more and counted digits are
	 * placeholders; a number written as a quantity counts up to 15 digits.
	 * @param raw the text as read; null counts as empty
	 * @return the number
	 */
	public static StudentNumber parse(@Nullable String raw) {
		return (raw != null && Placeholders.isNumberAsWritten(raw))
				? new StudentNumber(raw, raw, Set.of(), false, false) : understand(raw);
	}

	/** The same for any text, which for nearly every cell is much ado about nothing. */
	static StudentNumber understand(@Nullable String raw) {
		Cleaned cleaned = Cleaned.compact(raw);
		String text = cleaned.text().toUpperCase(Locale.ROOT);
		String digits = text.isEmpty() ? null : WrittenNumber.ofText(text);
		if (digits != null) {
			return digits.equals(WrittenNumber.LOST) ? lost(cleaned.raw()) : read(cleaned, digits, true);
		}
		return read(cleaned, text, false);
	}

	private static StudentNumber read(Cleaned cleaned, String text, boolean quantity) {
		if (text.isEmpty() || Placeholders.isPlaceholder(text) || Placeholders.isDummyKey(text)) {
			return new StudentNumber(cleaned.raw(), "", cleaned.normalisations(), false, false);
		}
		if (Masks.inNumber(text)) {
			return new StudentNumber(cleaned.raw(), "", Set.of(), false, true);
		}
		if (IdDamage.numberFormat(text) != null) {
			return lost(cleaned.raw());
		}
		EnumSet<Normalisation> done = EnumSet.noneOf(Normalisation.class);
		done.addAll(cleaned.normalisations());
		if (quantity) {
			done.add(Normalisation.NOTATION);
		}
		else if (!text.equals(cleaned.text())) {
			done.add(Normalisation.CASE);
		}
		return new StudentNumber(cleaned.raw(), text, done, false, false);
	}

	/**
	 * Understands a numeric cell: up to 15 digits are used as written, longer numbers are
	 * lost.
	 * @param plainDecimal the number's decimal notation
	 * @return the number
	 */
	public static StudentNumber ofNumericCell(String plainDecimal) {
		String digits = WrittenNumber.ofCell(plainDecimal);
		return digits.equals(WrittenNumber.LOST) ? lost(plainDecimal) : parse(digits);
	}

	private static StudentNumber lost(String raw) {
		return new StudentNumber(raw, "", Set.of(), true, false);
	}

	/**
	 * Whether there is a number to work with.
	 * @return false for blank, placeholder, lost and masked
	 */
	public boolean isPresent() {
		return !this.canonical.isEmpty();
	}

	/**
	 * Whether the platform has no room for it.
	 * @return true beyond {@link #MAX_LENGTH} characters
	 */
	public boolean isTooLong() {
		return this.canonical.codePointCount(0, this.canonical.length()) > MAX_LENGTH;
	}

	@Override
	public String toString() {
		return this.lost ? "StudentNumber[lost]" : "StudentNumber[]";
	}

}
