package io.rollcall.linkage;

/** The similarity of Jaro and Winkler, for texts in Latin letters and addresses. */
final class JaroWinkler {

	private static final double PREFIX_WEIGHT = 0.1;

	private static final int LONGEST_PREFIX = 4;

	private JaroWinkler() {
	}

	/**
	 * How alike two texts are.
	 * @param first one text
	 * @param second the other
	 * @return 0 to 1
	 */
	static double similarity(String first, String second) {
		int window = Math.max(0, Math.max(first.length(), second.length()) / 2 - 1);
		boolean[] taken = new boolean[second.length()];
		StringBuilder left = new StringBuilder();
		for (int i = 0; i < first.length(); i++) {
			int from = Math.max(0, i - window);
			for (int j = from; j < Math.min(second.length(), i + window + 1); j++) {
				if (!taken[j] && second.charAt(j) == first.charAt(i)) {
					taken[j] = true;
					left.append(first.charAt(i));
					break;
				}
			}
		}
		if (left.isEmpty()) {
			return 0;
		}
		double matches = left.length();
		double jaro = (matches / first.length() + matches / second.length()
				+ (matches - transpositions(left, second, taken)) / matches) / 3;
		int prefix = 0;
		while (prefix < Math.min(LONGEST_PREFIX, Math.min(first.length(), second.length()))
				&& first.charAt(prefix) == second.charAt(prefix)) {
			prefix++;
		}
		return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
	}

	private static double transpositions(CharSequence left, String second, boolean[] taken) {
		int different = 0;
		int next = 0;
		for (int j = 0; j < second.length(); j++) {
			if (taken[j] && second.charAt(j) != left.charAt(next++)) {
				different++;
			}
		}
		return different / 2.0;
	}

}
