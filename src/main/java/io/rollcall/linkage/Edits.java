package io.rollcall.linkage;

import java.util.Arrays;

/**
 * Typing errors between two texts: characters wrong, missing, too many, or neighbours
 * exchanged (Damerau). Counts to two, because more errors tell nothing further.
 */
public final class Edits {

	/** Stands for more errors than are counted. */
	public static final int MANY = 3;

	private Edits() {
	}

	/**
	 * How many typing errors lie between two texts.
	 * @param one a text
	 * @param other another
	 * @return 0, 1, 2 or {@link #MANY}
	 */
	public static int between(String one, String other) {
		if (one.equals(other)) {
			return 0;
		}
		if (Math.abs(one.length() - other.length()) >= MANY) {
			return MANY;
		}
		int width = other.length() + 1;
		int[] before = new int[width];
		int[] last = new int[width];
		int[] row = new int[width];
		for (int j = 0; j < width; j++) {
			last[j] = Math.min(j, MANY);
		}
		for (int i = 1; i <= one.length(); i++) {
			if (fill(row, last, before, i, one, other) >= MANY) {
				return MANY;
			}
			int[] spare = before;
			before = last;
			last = row;
			row = spare;
		}
		return last[width - 1];
	}

	/** Only cells near the diagonal can be small. */
	private static int fill(int[] row, int[] last, int[] before, int i, String one, String other) {
		Arrays.fill(row, MANY);
		row[0] = Math.min(i, MANY);
		int least = row[0];
		for (int j = Math.max(1, i - MANY); j <= Math.min(row.length - 1, i + MANY); j++) {
			boolean same = one.charAt(i - 1) == other.charAt(j - 1);
			int edits = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
			boolean exchanged = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
					&& one.charAt(i - 2) == other.charAt(j - 1);
			row[j] = Math.min(MANY, exchanged ? Math.min(edits, before[j - 2] + 1) : edits);
			least = Math.min(least, row[j]);
		}
		return least;
	}

}
