package io.rollcall.identity;

/** Check characters of identity numbers. */
final class CheckCharacters {

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String MOD_11_2 = "10X98765432";

	/** Taiwan's letters A to Z as numbers, which follow the order of registration. */
	private static final int[] TAIWAN_LETTERS = { 10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24,
			25, 26, 27, 28, 29, 32, 30, 31, 33 };

	/** The value of the blank before a single letter of a Hong Kong number. */
	private static final int HONG_KONG_BLANK = 36;

	private CheckCharacters() {
	}

	/**
	 * The check character of GB 11643 (ISO 7064 MOD 11-2).
	 * @param number starts with 17 digits
	 */
	static char resident(CharSequence number) {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += (number.charAt(i) - '0') * WEIGHTS[i];
		}
		return MOD_11_2.charAt(sum % 11);
	}

	static boolean isResidentValid(CharSequence eighteen) {
		return resident(eighteen) == eighteen.charAt(17);
	}

	/**
	 * Hong Kong: places weighted 9 to 1, letters A = 10 and so on, sum a multiple of 11.
	 * @param number 1 or 2 letters, 6 digits, check character
	 */
	static boolean isHongKongValid(String number) {
		int sum = (number.length() == 8) ? HONG_KONG_BLANK * 9 : 0;
		int weight = number.length();
		for (int i = 0; i < number.length(); i++) {
			sum += Character.digit(number.charAt(i), 36) * weight--;
		}
		return sum % 11 == 0;
	}

	/**
	 * Taiwan: the letter's number and the digits weighted 1 9 8 7 6 5 4 3 2 1 1, sum a
	 * multiple of 10.
	 * @param number a letter and 9 digits
	 */
	static boolean isTaiwanValid(String number) {
		int letter = TAIWAN_LETTERS[number.charAt(0) - 'A'];
		int sum = letter / 10 + letter % 10 * 9 + number.charAt(9) - '0';
		for (int i = 1; i <= 8; i++) {
			sum += (number.charAt(i) - '0') * (9 - i);
		}
		return sum % 10 == 0;
	}

}
