package io.rollcall.identity;

import org.jspecify.annotations.Nullable;

/** Traces of what people and spreadsheets do to ID numbers. */
final class IdDamage {

	private static final String HIDING = "*\u25CF\u2022\u25A0\u25A1\u203B#\u25CB\u2217\u00D7?\u2588\u2605\u00B7\uFFFD";

	private IdDamage() {
	}

	/**
	 * The trace that a number format left in a text.
	 * @param text the cleaned text in upper case
	 * @return the problem, or null
	 */
	static @Nullable IdProblem numberFormat(String text) {
		if (isScientific(text)) {
			return IdProblem.SCIENTIFIC;
		}
		return (isAll(text, '#') || isDecimal(text) || isGrouped(text)) ? IdProblem.NUMBER_FORMAT : null;
	}

	/**
	 * E-notation as spreadsheets write it: one digit before the point, and too large for
	 * a number to be anything else. Passports may have an E among their digits.
	 */
	static boolean isScientific(String text) {
		int e = text.indexOf('E');
		if (e < 1 || !CodePoints.isDigit(text.charAt(0)) || !isFraction(text, e)) {
			return false;
		}
		int start = (text.length() > e + 1 && text.charAt(e + 1) == '+') ? e + 2 : e + 1;
		return text.length() == start + 2 && CodePoints.isAllDigits(text, start, start + 2)
				&& (text.charAt(start) == '1' || text.charAt(start) == '2');
	}

	private static boolean isFraction(String text, int e) {
		return e == 1 || (e > 2 && text.charAt(1) == '.' && CodePoints.isAllDigits(text, 2, e));
	}

	/** Digits, a point and zeros: {@code 100001199003078673.0}. */
	private static boolean isDecimal(String text) {
		int point = text.indexOf('.');
		return point > 5 && CodePoints.isAllDigits(text, 0, point) && point < text.length() - 1
				&& text.chars().skip(point + 1).allMatch((c) -> c == '0');
	}

	/** Digits in groups of three: {@code 100,001,199,003,078,673}. */
	static boolean isGrouped(String text) {
		int first = text.indexOf(',');
		if (first < 1 || first > 3 || text.length() < 9 || (text.length() - first) % 4 != 0) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			boolean comma = i >= first && (i - first) % 4 == 0;
			if (comma ? text.charAt(i) != ',' : !CodePoints.isDigit(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether digits are hidden: more than one sign that hides, a run of dots or strokes,
	 * or X's in the middle. A single sign is not: the last may stand for X.
	 */
	static boolean isMasked(String text) {
		int hiding = 0;
		int xs = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			hiding += (HIDING.indexOf(c) >= 0) ? 1 : 0;
			xs += (c == 'X') ? 1 : 0;
		}
		return hiding > 1 || text.contains("XXX") || (xs > 1 && text.length() >= 15) || text.contains("...")
				|| text.contains("---") || text.contains("___") || (xs == 1 && hiding == 1 && text.length() >= 15);
	}

	private static boolean isAll(String text, char c) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) != c) {
				return false;
			}
		}
		return text.length() > 1;
	}

}
