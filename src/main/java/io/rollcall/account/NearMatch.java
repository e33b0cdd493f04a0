package io.rollcall.account;

/**
 * The part of a text that is most like a fragment: fewest characters wrong, missing or
 * too many (Sellers' algorithm over code points). A negation is never an error: "未激活" is
 * not nearly "已激活".
 */
final class NearMatch {

	private static final String NEGATIONS = "不无未没非勿";

	/** More than any fragment may have. */
	private static final int BLOCKED = 1000;

	private static final int SHORTEST = 5;

	private NearMatch() {
	}

	/**
	 * How many errors a fragment may have.
	 * @param length its length
	 */
	static int allowed(int length) {
		return (length < SHORTEST) ? 0 : Math.max(1, length / 5);
	}

	/**
	 * The place in a text where a fragment stands with the fewest errors, the longest of
	 * several.
	 * @return the place, or null when every one has too many errors
	 */
	static Place find(int[] fragment, int[] text) {
		int[] errors = new int[fragment.length + 1];
		int[] starts = new int[fragment.length + 1];
		for (int i = 1; i <= fragment.length; i++) {
			errors[i] = errors[i - 1] + gap(fragment[i - 1]);
		}
		Place best = null;
		for (int at = 0; at < text.length; at++) {
			step(fragment, text[at], at, errors, starts);
			int total = errors[fragment.length];
			if (total <= allowed(fragment.length) && (best == null || total < best.errors())) {
				best = new Place(starts[fragment.length], total);
			}
		}
		return best;
	}

	/** One more character of the text: a column of the table, from the one before it. */
	private static void step(int[] fragment, int c, int at, int[] errors, int[] starts) {
		int corner = errors[0];
		int cornerStart = starts[0];
		starts[0] = at + 1;
		for (int i = 1; i < errors.length; i++) {
			int least = corner + swap(fragment[i - 1], c);
			int start = cornerStart;
			int extra = errors[i] + gap(c);
			if (extra < least || (extra == least && starts[i] < start)) {
				least = extra;
				start = starts[i];
			}
			int missing = errors[i - 1] + gap(fragment[i - 1]);
			if (missing < least || (missing == least && starts[i - 1] < start)) {
				least = missing;
				start = starts[i - 1];
			}
			corner = errors[i];
			cornerStart = starts[i];
			errors[i] = least;
			starts[i] = start;
		}
	}

	private static int swap(int expected, int found) {
		if (expected == found) {
			return 0;
		}
		return (isNegation(expected) == isNegation(found)) ? 1 : BLOCKED;
	}

	private static int gap(int c) {
		return isNegation(c) ? BLOCKED : 1;
	}

	private static boolean isNegation(int c) {
		return NEGATIONS.indexOf(c) >= 0;
	}

	/**
	 * Where a fragment stands.
	 *
	 * @param start the index of its first character in the text
	 * @param errors how many characters are wrong, missing or too many
	 */
	record Place(int start, int errors) {

	}

}
