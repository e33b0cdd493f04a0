package io.rollcall.sheet;

/**
 * How high a row must be for its wrapped texts. Spreadsheets fit rows by themselves only
 * while somebody edits them; a row that was never measured shows one line of five. What
 * is measured is the narrowest case, 微软雅黑 of 10 points in Excel, where a column is so
 * many digits of 7 pixels wide and a Chinese character takes 13; Noto Sans CJK needs the
 * same width and higher lines, and LibreOffice gives columns more room than both.
 */
public final class RowHeight {

	/**
	 * One line of 10 points: 微软雅黑 takes 13.5 points, Noto Sans CJK 14.5.
	 */
	private static final float LINE = 14.5f;

	private static final float PADDING = 3;

	/** The highest row a spreadsheet can show. */
	private static final float LIMIT = 409;

	/** Widths in tenths of a digit. */
	private static final int DIGIT = 10;

	private static final int SPACE = 6;

	private static final int CAPITAL = 13;

	private static final int CHINESE = 19;

	/** What a cell keeps free at its sides, and a mark that may not begin a line. */
	private static final int MARGIN = 11;

	private static final int FIRST_CHINESE = 0x2E80;

	/** A star, with which numbers are masked. */
	private static final int STAR = 7;

	private final int points;

	/** The heights of rows whose letters have so many points. */
	public RowHeight(int points) {
		this.points = points;
	}

	/** The height of a row with so many lines of the usual letters. */
	public static float of(int lines) {
		return new RowHeight(WorkbookStyle.NORMAL).height(lines);
	}

	/** The height of a row with so many lines. */
	public float height(int lines) {
		return Math.min(LIMIT, lines * LINE * this.points / WorkbookStyle.NORMAL + PADDING);
	}

	/** The lines that a text of the usual letters takes. */
	public static int linesOf(String text, int width) {
		return new RowHeight(WorkbookStyle.NORMAL).lines(text, width);
	}

	/**
	 * The lines that a text takes in a column of so many digits of 10 points: Chinese
	 * breaks anywhere, words only where they do not fit on a line of their own.
	 */
	public int lines(String text, int width) {
		int usable = Math.max(CHINESE, (width * DIGIT - MARGIN) * WorkbookStyle.NORMAL / this.points);
		int length = text.length();
		if (length * CHINESE <= usable) {
			return 1;
		}
		int lines = 1;
		int used = 0;
		int word = 0;
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if (Character.isLowSurrogate(c)) {
				continue;
			}
			if (c == ' ') {
				used += word + SPACE;
				word = 0;
				continue;
			}
			boolean chinese = c >= FIRST_CHINESE;
			int taken = chinese ? CHINESE : Character.isUpperCase(c) ? CAPITAL : (c == '*') ? STAR : DIGIT;
			used += chinese ? word : 0;
			word = chinese ? taken : word + taken;
			if (used + word > usable) {
				lines += (used > 0) ? 1 : 0;
				used = 0;
				if (word > usable) {
					lines++;
					word = taken;
				}
			}
			if (chinese) {
				used += word;
				word = 0;
			}
		}
		return lines;
	}

}
