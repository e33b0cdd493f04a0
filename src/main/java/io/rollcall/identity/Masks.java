package io.rollcall.identity;

/**
 * Values in which a program hid characters, as websites and reports do for the sake of
 * privacy: 钱*丰, 钱某, 138****0000. They are present, and nothing can be compared with them.
 * Question marks and boxes hide nothing: they stand where a character is missing.
 */
public final class Masks {

	/** Stars, crosses and the like, which no name, number, date or code has. */
	private static final String SIGNS = "*\u2217\u204E\uFF0A\uFE61\u00D7\u2715\u2716\u2573\u25CF\u2588";

	private static final char SOMEBODY = '某';

	/** Student numbers may have a few letters X of their own. */
	private static final int LONG_RUN = 4;

	private Masks() {
	}

	/**
	 * Whether a value that is a single word, number, code or date hides a character.
	 * @param text the text as read
	 * @return true for one sign or more, or a run of X among digits
	 */
	public static boolean inValue(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (isSign(c) || c == SOMEBODY) {
				return true;
			}
		}
		return hidesDigits(text, 2);
	}

	/**
	 * Whether a number that may have letters of its own hides digits.
	 * @param text the cleaned number in upper case
	 */
	static boolean inNumber(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (isSign(text.charAt(i))) {
				return true;
			}
		}
		return hidesDigits(text, LONG_RUN);
	}

	/**
	 * Whether running text hides characters. A single star is a footnote.
	 * @param text the text as read
	 * @return true for two signs or more beside each other, or 某
	 */
	public static boolean inText(String text) {
		char before = ' ';
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == SOMEBODY || isSign(c) && isSign(before)) {
				return true;
			}
			before = c;
		}
		return false;
	}

	/**
	 * Whether a name hides a character.
	 * @param text the name as read
	 * @return true for one sign or more, or 某
	 */
	public static boolean inName(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) == SOMEBODY || isSign(text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isSign(char c) {
		return c == '*' || c > '~' && (c < 0x3000 || c > 0xFE00) && SIGNS.indexOf(c) >= 0;
	}

	/**
	 * Digits replaced by X or question marks, with digits and nothing else around them.
	 */
	private static boolean hidesDigits(String text, int least) {
		int hidden = 0;
		int digits = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == 'X' || c == 'x' || c == '?') {
				hidden++;
			}
			else if (CodePoints.isDigit(c)) {
				digits++;
			}
			else if ("-/. 年月日".indexOf(c) < 0) {
				return false;
			}
		}
		return hidden >= least && digits >= 2 && CodePoints.isDigit(text.charAt(0));
	}

}
