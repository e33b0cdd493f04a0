package io.rollcall.export;

import java.util.regex.Pattern;

/**
 * Makes text that people typed safe and legible in a cell. What is left begins with the
 * first character that can be seen, so a marker before a formula character cannot be
 * undermined by a tab or line break in front of it.
 */
public final class CellText {

	/** The longest free text shown, in code points. */
	static final int FREE_TEXT_LIMIT = 500;

	/** The longest text a spreadsheet cell can hold, in UTF-16 units. */
	static final int CELL_LIMIT = 32_767;

	private static final String MORE = "…";

	private static final Pattern CODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	private CellText() {
	}

	/**
	 * Removes control and bidi characters, characters that XML cannot hold and control
	 * characters at the beginning; line breaks and tabs inside become spaces.
	 * @param text any text
	 * @return the text on one line
	 */
	static String clean(String text) {
		if (isClean(text)) {
			return text;
		}
		StringBuilder clean = new StringBuilder(text.length());
		text.codePoints().forEach((c) -> append(clean, c));
		return clean.toString();
	}

	private static boolean isClean(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < 0x20 || c >= 0x7F && !isHan(c) && isSpecial(c)) {
				return false;
			}
		}
		return true;
	}

	/** Most of what is not ASCII; none of these is special. */
	private static boolean isHan(char c) {
		return c >= 0x4E00 && c <= 0x9FFF;
	}

	/**
	 * Free text as a spreadsheet cell may hold it.
	 * @param text any text
	 * @return one line of at most {@link #FREE_TEXT_LIMIT} code points
	 */
	public static String free(String text) {
		return literal(seen(text));
	}

	/**
	 * Free text as a reader sees it in a cell that {@link #free} filled.
	 * @param text any text
	 * @return one line of at most {@link #FREE_TEXT_LIMIT} code points
	 */
	public static String seen(String text) {
		return limit(clean(text), FREE_TEXT_LIMIT);
	}

	/**
	 * A text as a spreadsheet cell may hold it, as long as a cell can bear.
	 * @param text any text
	 * @return one line of at most {@link #CELL_LIMIT} UTF-16 units
	 */
	public static String whole(String text) {
		return fit(literal(clean(text)));
	}

	/**
	 * A day as people write it; everything else stays.
	 * @param value a day of eight digits, or anything else
	 * @return the day with dashes, or the value
	 */
	public static String day(String value) {
		boolean day = value.length() == 8 && value.chars().allMatch((c) -> c >= '0' && c <= '9');
		return day ? value.substring(0, 4) + '-' + value.substring(4, 6) + '-' + value.substring(6) : value;
	}

	/**
	 * Spreadsheets read {@code _x202E_} as the character with that number, which would
	 * bring back what {@link #clean} took away; the escape shows it as it was typed.
	 */
	private static String literal(String text) {
		return text.contains("_x") ? CODED.matcher(text).replaceAll("_x005F_") : text;
	}

	/**
	 * Cuts a text to a number of code points, with a mark where it was cut.
	 * @param text the text
	 * @param limit the number of code points, the mark included
	 * @return the text or its beginning
	 */
	private static String limit(String text, int limit) {
		if (text.length() <= limit || text.codePointCount(0, text.length()) <= limit) {
			return text;
		}
		return text.substring(0, text.offsetByCodePoints(0, limit - 1)) + MORE;
	}

	/**
	 * Cuts a text to what a cell can hold.
	 * @param text the text
	 * @return the text or its beginning
	 */
	private static String fit(String text) {
		if (text.length() <= CELL_LIMIT) {
			return text;
		}
		int end = CELL_LIMIT - MORE.length();
		return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MORE;
	}

	private static void append(StringBuilder clean, int c) {
		if (isLineBreakOrTab(c)) {
			if (!clean.isEmpty()) {
				clean.append(' ');
			}
		}
		else if (Character.getType(c) == Character.SURROGATE) {
			clean.append('\uFFFD');
		}
		else if (!isUnwanted(c)) {
			clean.appendCodePoint(c);
		}
	}

	private static boolean isSpecial(int c) {
		return isLineBreakOrTab(c) || isUnwanted(c) || Character.isSurrogate((char) c);
	}

	private static boolean isLineBreakOrTab(int c) {
		return c >= 0x09 && c <= 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029;
	}

	private static boolean isUnwanted(int c) {
		return Character.isISOControl(c) || isBidi(c) || (c & 0xFFFE) == 0xFFFE;
	}

	private static boolean isBidi(int c) {
		return c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
	}

}
