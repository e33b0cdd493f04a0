package io.rollcall.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides ID numbers. Forms with 18 places show their last 4 characters, with 15 places
 * their last 3, other known documents their last 2, and everything else nothing.
 */
public final class Masking {

	/** What stands for a number of which nothing may be shown. */
	public static final String FULL = "******";

	/** Shorter numbers would show too much of themselves. */
	private static final int SHORTEST = 6;

	/**
	 * Runs of digits as long as a resident number (also cut or with spaces inside),
	 * permits and regional identity cards, in any width.
	 */
	private static final Pattern NUMBER = Pattern
		.compile("(?<![\\p{Nd}A-Za-z])(?:\\p{Nd}[ \\u00a0\\u3000]?){14,17}[\\p{Nd}XxＸｘ]"
				+ "|(?<![\\p{Nd}A-Za-z])[A-Za-z]{1,2}\\p{Nd}{6,10}(?:[(（][\\p{Nd}Aa][)）])?");

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
		String text = id.raw().strip();
		boolean known = !id.isDamaged() && !id.isMasked() && !id.isAbsent() && !id.has(IdProblem.Category.FORMAT);
		String plain = id.isFifteenDigits() ? Cleaned.compact(id.raw()).text() : id.canonical();
		int length = plain.codePointCount(0, plain.length());
		if (!known || shown == 0 || length < SHORTEST || text.isEmpty()) {
			return FULL;
		}
		return "*".repeat(length - shown) + plain.substring(plain.offsetByCodePoints(plain.length(), -shown));
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
	public static String maskAnyNumbers(String text) {
		if (text == null || text.length() < SHORTEST) {
			return (text != null) ? text : "";
		}
		Matcher matcher = NUMBER.matcher(text);
		return matcher.find() ? matcher.replaceAll(FULL) : text;
	}

}
