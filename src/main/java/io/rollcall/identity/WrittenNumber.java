package io.rollcall.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Whole numbers as programs write them that took a candidate or student number for a
 * quantity: numeric cells of spreadsheets, {@code 20610402110001.0},
 * {@code 2.0610402110001E13}, {@code 20,610,402,110,001}. One rule for all of them: up to
 * 15 digits are exact, of longer numbers some are lost.
 */
final class WrittenNumber {

	/** Digits that a binary floating-point number keeps. */
	static final int RELIABLE_DIGITS = 15;

	/** What is returned for a number whose digits are lost. */
	static final String LOST = "";

	/**
	 * A number of fewer digits with zeros behind the point may be a number of its own.
	 */
	private static final int FEWEST_DIGITS = 6;

	/** No column format shows so many digits, so a mantissa of these is whole. */
	private static final int WHOLE_MANTISSA = 10;

	private static final Pattern EXPONENT = Pattern.compile("(\\d)(?:\\.(\\d+))?E(\\+?)0{0,2}(\\d{1,2})");

	private WrittenNumber() {
	}

	/**
	 * The digits of a numeric cell.
	 * @param plainDecimal the number's decimal notation
	 * @return the digits as somebody wrote them; {@link #LOST} where the cell cannot have
	 * kept them
	 */
	static String ofCell(String plainDecimal) {
		return kept(withoutZeros(plainDecimal));
	}

	/**
	 * The digits of a text that another program wrote as a quantity.
	 * @param text the cleaned text in upper case
	 * @return the digits; {@link #LOST} where they are lost; null where the text is no
	 * quantity
	 */
	static @Nullable String ofText(String text) {
		if (CodePoints.isAllDigits(text)) {
			return null;
		}
		String bare = withoutWrapping(text);
		if (!bare.equals(text)) {
			String inner = ofText(bare);
			return (inner == null && CodePoints.isAllDigits(bare)) ? bare : inner;
		}
		String whole = withoutZeros(text);
		if (IdDamage.isGrouped(whole)) {
			return kept(whole.replace(",", ""));
		}
		boolean quantity = whole.length() >= FEWEST_DIGITS || whole.equals("0");
		if (whole.length() < text.length() && quantity && CodePoints.isAllDigits(whole)) {
			return kept(whole);
		}
		return (text.indexOf('E') > 0) ? ofExponent(text) : null;
	}

	/** A formula or quotation marks around the digits. */
	private static String withoutWrapping(String text) {
		String bare = text.startsWith("=") ? text.substring(1) : text;
		boolean quoted = bare.length() > 2
				&& (bare.startsWith("\"") && bare.endsWith("\"") || bare.startsWith("'") && bare.endsWith("'"));
		if (quoted) {
			return bare.substring(1, bare.length() - 1);
		}
		return bare.endsWith("'") && bare.length() > 1 ? bare.substring(0, bare.length() - 1) : bare;
	}

	private static String withoutZeros(String text) {
		int point = text.indexOf('.');
		if (point < 1 || point == text.length() - 1) {
			return text;
		}
		for (int i = point + 1; i < text.length(); i++) {
			if (text.charAt(i) != '0') {
				return text;
			}
		}
		return text.substring(0, point);
	}

	private static String kept(String digits) {
		return (digits.length() <= RELIABLE_DIGITS && CodePoints.isAllDigits(digits)) ? digits : LOST;
	}

	/**
	 * Digits of an E-notation. Programs without a plus before the exponent leave out
	 * zeros at the end and nothing else; formats of spreadsheets leave out any digits.
	 */
	private static @Nullable String ofExponent(String text) {
		Matcher matcher = EXPONENT.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		String fraction = (matcher.group(2) != null) ? matcher.group(2) : "";
		int exponent = Integer.parseInt(matcher.group(4));
		if (!IdDamage.isScientific(text) && (fraction.isEmpty() || exponent < FEWEST_DIGITS - 1)) {
			// a number of the school's own, such as 2E5
			return null;
		}
		String digits = matcher.group(1) + fraction;
		int missing = exponent + 1 - digits.length();
		boolean whole = missing == 0 || missing > 0 && matcher.group(3).isEmpty()
				&& (digits.length() >= WHOLE_MANTISSA || exponent < WHOLE_MANTISSA);
		return whole ? kept(digits + "0".repeat(missing)) : LOST;
	}

}
