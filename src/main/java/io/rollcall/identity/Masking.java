package io.rollcall.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Hides ID numbers. Forms with 18 places show their last 4 characters, with 15 places
 * their last 3, other known documents their last 2, and everything else nothing.
 */
public final class Masking {

	/** What stands for a number of which nothing may be shown. */
	public static final String FULL = "******";

	/** Shorter numbers would show too much of themselves. */
	private static final int SHORTEST = 6;

	/** No number of {@link #NUMBER} has fewer digits. */
	private static final int FEWEST_DIGITS = 6;

	/**
	 * What may stand between two digits unseen: spaces of any kind, format characters.
	 */
	private static final String GAP = "[\\p{Zs}\\t\\p{Cf}]{0,2}";

	private static final String LETTER = "[A-Za-z\uFF21-\uFF3A\uFF41-\uFF5A]";

	/**
	 * Runs of digits as long as a resident number (also cut or with spaces inside),
	 * permits, passports and regional identity cards, in any width.
	 */
	private static final Pattern NUMBER = Pattern.compile("(?<!\\p{Nd}|" + LETTER + ")(?:(?:\\p{Nd}" + GAP
			+ "){14,17}[\\p{Nd}Xx\uFF38\uFF58\u2169\u2179]|" + LETTER
			+ "{1,2}\\p{Nd}{6,10}(?:[(\uFF08][\\p{Nd}Aa][)\uFF09])?" + "|[157]\\p{Nd}{6}[(\uFF08]\\p{Nd}[)\uFF09])");

	private Masking() {
	}

	/**
	 * Masks a number by its form.
	 * @param id the number
	 * @return asterisks and the last characters; {@link #FULL} for damaged, masked,
	 * malformed and short numbers; empty for blank
	 */
	public static String mask(IdNumber id) {
		if (id.isBlank()) {
			return "";
		}
		int shown = id.form().shownWhenMasked();
		boolean known = !id.isDamaged() && !id.isMasked() && !id.isAbsent() && !id.has(IdProblem.Category.FORMAT);
		String plain = id.isFifteenDigits() ? Cleaned.compact(id.raw()).text() : id.canonical();
		int length = plain.codePointCount(0, plain.length());
		if (!known || shown == 0 || length < SHORTEST) {
			return FULL;
		}
		return "*".repeat(length - shown) + plain.substring(plain.offsetByCodePoints(plain.length(), -shown));
	}

	/** How long a number is of which nothing else may be told. */
	public enum LengthClass {

		/** Nothing there. */
		NONE,
		/** Up to 14 characters. */
		SHORT,
		/** 15 characters, as the old resident number. */
		FIFTEEN,
		/** 16 or 17 characters. */
		BETWEEN,
		/** 18 characters, as the resident number. */
		EIGHTEEN,
		/** More than 18 characters. */
		LONG

	}

	/**
	 * How long a number is without spaces and invisible characters, to be told beside
	 * {@link #FULL}.
	 * @param id the number
	 * @return the class of its length
	 */
	public static LengthClass lengthClass(IdNumber id) {
		String text = Cleaned.compact(id.raw()).text();
		int length = text.codePointCount(0, text.length());
		if (length == 0) {
			return LengthClass.NONE;
		}
		return (length < 15) ? LengthClass.SHORT : (length == 15) ? LengthClass.FIFTEEN
				: (length < 18) ? LengthClass.BETWEEN : (length == 18) ? LengthClass.EIGHTEEN : LengthClass.LONG;
	}

	/**
	 * Masks a number completely, for sheets that show the birth date as well.
	 * @param id the number
	 * @return {@link #FULL}, or empty for blank
	 */
	public static String maskFully(IdNumber id) {
		return id.isBlank() ? "" : FULL;
	}

	/**
	 * Masks everything in a text that may be an ID number.
	 * @param text free text or a raw cell; null counts as empty
	 * @return the text with such numbers masked
	 */
	public static String maskAnyNumbers(@Nullable String text) {
		if (text == null || text.length() < SHORTEST || !hasDigits(text)) {
			return (text != null) ? text : "";
		}
		Matcher matcher = NUMBER.matcher(text);
		return matcher.find() ? matcher.replaceAll(FULL) : text;
	}

	/** Whether there are digits enough for a number: nearly every cell is done with. */
	private static boolean hasDigits(String text) {
		int digits = 0;
		for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
			char c = text.charAt(i);
			// Outside the basic plane there are digits as well.
			boolean digit = CodePoints.isDigit(c) || c > '~' && (Character.isDigit(c) || Character.isHighSurrogate(c));
			digits += digit ? 1 : 0;
		}
		return digits >= FEWEST_DIGITS;
	}

}
