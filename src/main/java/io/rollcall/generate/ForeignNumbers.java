package io.rollcall.generate;

import java.util.Random;

/**
 * Makes numbers of documents other than the resident card, with right check characters.
 */
final class ForeignNumbers {

	/** Taiwan's letters A to Z as numbers, in the order of registration. */
	private static final int[] TAIWAN_LETTERS = { 10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24,
			25, 26, 27, 28, 29, 32, 30, 31, 33 };

	private ForeignNumbers() {
	}

	static String digits(Random random, int length) {
		StringBuilder digits = new StringBuilder();
		while (digits.length() < length) {
			digits.append(random.nextInt(10));
		}
		return digits.toString();
	}

	/** A letter, six digits, a check character, with or without brackets. */
	static String hongKong(Random random, boolean brackets) {
		char letter = (char) ('A' + random.nextInt(8));
		String digits = digits(random, 6);
		int sum = 36 * 9 + (letter - 'A' + 10) * 8;
		for (int i = 0; i < 6; i++) {
			sum += (digits.charAt(i) - '0') * (7 - i);
		}
		String check = "0123456789A".substring((11 - sum % 11) % 11, (11 - sum % 11) % 11 + 1);
		return letter + digits + (brackets ? "(" + check + ")" : check);
	}

	/** 1, 5 or 7, six digits, a check digit whose rule is not public. */
	static String macao(Random random) {
		return "157".charAt(random.nextInt(3)) + digits(random, 6) + "(" + random.nextInt(10) + ")";
	}

	/** A letter, 1 or 2 for the sex, seven digits, a check digit. */
	static String taiwan(Random random, boolean male) {
		char letter = (char) ('A' + random.nextInt(26));
		String digits = (male ? "1" : "2") + digits(random, 7);
		int sum = TAIWAN_LETTERS[letter - 'A'] / 10 + TAIWAN_LETTERS[letter - 'A'] % 10 * 9;
		for (int i = 0; i < 8; i++) {
			sum += (digits.charAt(i) - '0') * (8 - i);
		}
		return letter + digits + (10 - sum % 10) % 10;
	}

}
