package io.rollcall.report;

/**
 * How high a row must be for its wrapped texts. Spreadsheets fit rows by themselves only
 * while somebody edits them; a row that was never measured shows one line of five.
 */
final class RowHeight {

	/**
	 * The height of one line in points, with room for the tall lines of Chinese fonts.
	 */
	private static final float LINE = 16.5f;

	private static final float PADDING = 4;

	/** The highest row a spreadsheet can show. */
	private static final float LIMIT = 409;

	private static final int FIRST_WIDE = 0x2E80;

	private RowHeight() {
	}

	/** The height of a row with so many lines. */
	static float of(int lines) {
		return Math.min(LIMIT, lines * LINE + PADDING);
	}

	/** The lines that a text takes in a column of so many half-width characters. */
	static int lines(String text, int width) {
		int usable = width - 2 - (text.indexOf(' ') < 0 ? 0 : width / 10);
		int needed = text.codePoints().map((c) -> c < FIRST_WIDE ? 1 : 2).sum();
		return Math.max(1, (needed + usable - 1) / usable);
	}

}
