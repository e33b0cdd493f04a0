package io.rollcall.source;

/**
 * Cells of delimited text by what stands in them: of what repeats in a column, such as
 * colleges and dates, one cell serves many rows.
 */
final class CellPool {

	private static final int COLUMNS = 64;

	private static final int SIZE = 1 << 10;

	/** So many more new cells than known ones tell that nothing repeats in a column. */
	private static final int GIVEN_UP = 1 << 12;

	/** One known cell spares more than a look in vain costs. */
	private static final int WORTH = 4;

	private final Cell[][] pools = new Cell[COLUMNS][];

	private final int[] inVain = new int[COLUMNS];

	/**
	 * The cell for a piece of text.
	 * @param text holds the piece
	 * @param from its beginning
	 * @param length its length
	 * @param hash a hash of its characters
	 * @param column the column, counted from 0
	 * @return a text cell; blank for no characters, undecodable where one of them is
	 */
	Cell of(char[] text, int from, int length, int hash, int column) {
		if (length == 0) {
			return Cell.BLANK;
		}
		if (column >= COLUMNS || this.inVain[column] > GIVEN_UP) {
			return cell(text, from, length);
		}
		if (this.pools[column] == null) {
			this.pools[column] = new Cell[SIZE];
		}
		int place = (hash ^ hash >>> 10 ^ hash >>> 20) & (SIZE - 1);
		Cell known = this.pools[column][place];
		if (known != null && equals(known.text(), text, from, length)) {
			this.inVain[column] -= (this.inVain[column] >= WORTH) ? WORTH : 0;
			return known;
		}
		this.inVain[column]++;
		Cell cell = cell(text, from, length);
		if (cell.kind() == Cell.Kind.TEXT) {
			this.pools[column][place] = cell;
		}
		return cell;
	}

	private static Cell cell(char[] text, int from, int length) {
		return TextEncoding.cell(new String(text, from, length), TextEncoding.UNDECODABLE);
	}

	private static boolean equals(String known, char[] text, int from, int length) {
		if (known.length() != length) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (known.charAt(i) != text[from + i]) {
				return false;
			}
		}
		return true;
	}

}
