package io.rollcall.source;

import io.rollcall.source.RefusedException.Problem;
import org.jspecify.annotations.Nullable;

/** References to cells ({@code AB12}) and areas ({@code A2:C5}) of sheets. */
final class CellReference {

	private static final int MAX_COLUMN = 16_384;

	private static final int MOST_LETTERS = 3;

	private static final int MOST_DIGITS = 7;

	private CellReference() {
	}

	/**
	 * The column that a reference names.
	 * @param reference the reference, or null
	 * @param next the column of a cell without reference
	 * @return the column, counted from 0
	 * @throws Refusal when it is no reference, or beyond the last column of a sheet
	 */
	static int column(@Nullable String reference, int next) {
		int letters = (reference != null) ? letters(reference) : 0;
		if (reference != null && !reference.isEmpty() && letters == 0) {
			throw new Refusal(Problem.DAMAGED);
		}
		int found = (reference == null || letters == 0) ? next : columnOf(reference, letters);
		if (found >= MAX_COLUMN) {
			throw new Refusal(Problem.COLUMNS, MAX_COLUMN);
		}
		return found;
	}

	/**
	 * The rows and the first column that an area spans.
	 * @param area the area, or null
	 * @return the area, or null when it spans no two rows or is none
	 */
	static @Nullable MergedArea area(@Nullable String area) {
		if (area == null || area.indexOf(':') < 0) {
			return null;
		}
		String plain = area.replace("$", "").strip();
		int colon = plain.indexOf(':');
		String from = plain.substring(0, colon);
		String to = plain.substring(colon + 1);
		long first = row(from);
		long last = row(to);
		int letters = letters(from);
		boolean spans = first > 0 && last > first && letters > 0 && letters <= MOST_LETTERS;
		return spans ? new MergedArea(first, last, columnOf(from, letters)) : null;
	}

	private static int letters(String reference) {
		int letters = 0;
		while (letters < reference.length() && letters <= MOST_LETTERS && isLetter(reference.charAt(letters))) {
			letters++;
		}
		return letters;
	}

	private static boolean isLetter(char c) {
		return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
	}

	private static int columnOf(String reference, int letters) {
		int column = 0;
		for (int i = 0; i < letters; i++) {
			column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
		}
		return column - 1;
	}

	/** The row of a reference, or 0. */
	private static long row(String reference) {
		String digits = reference.substring(letters(reference));
		boolean number = !digits.isEmpty() && digits.length() <= MOST_DIGITS
				&& digits.chars().allMatch((c) -> c >= '0' && c <= '9');
		return number ? Long.parseLong(digits) : 0;
	}

}
