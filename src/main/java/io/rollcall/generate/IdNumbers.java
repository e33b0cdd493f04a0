package io.rollcall.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes ID numbers, each once. Order numbers from 900 on are not given to newborn
 * children as a rule, so the numbers have real divisions and right check characters (GB
 * 11643) and belong to nobody.
 */
final class IdNumbers {

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String CHECKS = "10X98765432";

	private static final int FIRST_ORDER = 900;

	private static final int ORDERS = 100;

	private static final int TRIES = 1000;

	/** Every distance between neighbouring doubles of 18 digits is a multiple of it. */
	private static final int LEAST_DOUBLE_DISTANCE = 16;

	private final Random random;

	private final Set<String> used = new HashSet<>();

	IdNumbers(Random random) {
		this.random = random;
	}

	static String complete(String seventeen) {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
		}
		return seventeen + CHECKS.charAt(sum % 11);
	}

	/** A new number of one of the divisions. */
	String resident(List<String> divisions, String birth, boolean male) {
		return make(divisions, birth, male, "");
	}

	/** A new number with a digit or X at its end, as wanted. */
	String endingIn(List<String> divisions, String birth, boolean male, String last) {
		return make(divisions, birth, male, last);
	}

	private String make(List<String> divisions, String birth, boolean male, String last) {
		for (int i = 0; i < TRIES; i++) {
			int order = FIRST_ORDER + 2 * this.random.nextInt(ORDERS / 2) + (male ? 1 : 0);
			String number = complete(Lists.pick(this.random, divisions) + birth + order);
			// A column of numbers that end in 000 looks like one that a spreadsheet cut.
			if (number.endsWith(last) && !number.endsWith("000") && this.used.add(number)) {
				return number;
			}
		}
		throw new IllegalStateException("no number is left for this day");
	}

	/** Another document's number, which nobody else has. */
	boolean take(String number) {
		return this.used.add(number);
	}

	/** The same number with another check character. */
	String wrongCheck(String number) {
		return change(number, 17);
	}

	/** The same number with one other digit in the first two places of the order. */
	String wrongOrder(String number) {
		return change(number, 14 + this.random.nextInt(2));
	}

	private String change(String number, int place) {
		for (int i = 0; i < TRIES; i++) {
			char digit = (char) ('0' + this.random.nextInt(10));
			String wrong = number.substring(0, place) + digit + number.substring(place + 1);
			if (digit != number.charAt(place) && !looksDamaged(wrong) && this.used.add(wrong)) {
				return wrong;
			}
		}
		throw new IllegalStateException("no wrong number is left");
	}

	/**
	 * The places of two neighbours exchanged in the order number, keeping its parity;
	 * empty when they are equal or the result looks damaged.
	 */
	String swapped(String number) {
		String wrong = number.substring(0, 14) + number.charAt(15) + number.charAt(14) + number.substring(16);
		return (wrong.equals(number) || looksDamaged(wrong) || !this.used.add(wrong)) ? wrongOrder(number) : wrong;
	}

	/**
	 * In a column with a damaged number, a wrong one that a double could hold, or one
	 * that ends in zeros, counts as damaged too.
	 */
	private static boolean looksDamaged(String number) {
		return number.endsWith("000")
				|| number.charAt(17) != 'X' && Long.parseLong(number) % LEAST_DOUBLE_DISTANCE == 0;
	}

	static String birth(LocalDate date) {
		return date.format(DateTimeFormatter.BASIC_ISO_DATE);
	}

}
