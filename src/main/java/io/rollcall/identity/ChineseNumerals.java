package io.rollcall.identity;

/** Chinese numerals as they are written in dates: 二〇〇一年十二月二十三日. */
final class ChineseNumerals {

	private static final String DIGITS = "零一二三四五六七八九";

	private ChineseNumerals() {
	}

	/** The text with every run of Chinese numerals as digits. */
	static String toDigits(String text) {
		StringBuilder out = new StringBuilder(text.length());
		int i = 0;
		while (i < text.length()) {
			int start = i;
			while (i < text.length() && isNumeral(text.charAt(i))) {
				i++;
			}
			if (i > start) {
				out.append(value(text.substring(start, i)));
			}
			else {
				out.append(text.charAt(i++));
			}
		}
		return out.toString();
	}

	private static boolean isNumeral(char c) {
		return digit(c) >= 0 || c == '十' || c == '廿' || c == '卅';
	}

	private static int digit(char c) {
		if (c == '两') {
			return 2;
		}
		return (c == '〇' || c == '○' || c == 'O' || c == '０') ? 0 : DIGITS.indexOf(c);
	}

	/** Digit by digit like a year, or with 十 like a month or a day. */
	private static String value(String numeral) {
		String text = numeral.replace("廿", "二十").replace("卅", "三十");
		int ten = text.indexOf('十');
		if (ten < 0) {
			StringBuilder digits = new StringBuilder();
			text.chars().forEach((c) -> digits.append(digit((char) c)));
			return digits.toString();
		}
		int tens = (ten > 0) ? digit(text.charAt(ten - 1)) : 1;
		int ones = (ten < text.length() - 1) ? digit(text.charAt(ten + 1)) : 0;
		boolean proper = ten <= 1 && text.length() - ten <= 2 && tens > 0 && ones >= 0;
		return proper ? Integer.toString(tens * 10 + ones) : text;
	}

}
