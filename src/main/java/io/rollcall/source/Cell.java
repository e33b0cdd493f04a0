package io.rollcall.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One cell as it stood in the file.
 *
 * @param text the text of the cell, never trimmed; for numbers the plain decimal notation
 * of the stored number ({@code 20010203}, {@code 2.5}), for dates {@code yyyy-MM-dd}
 * (with {@code 'T'HH:mm:ss} when there is a time of day), for errors the error's name
 * ({@code #N/A}); empty for a blank cell
 * @param kind what the cell was in the file
 */
public record Cell(String text, Kind kind) {

	/** A cell with nothing in it. */
	public static final Cell BLANK = new Cell("", Kind.BLANK);

	/** A cell with a formula whose result the file does not hold. */
	public static final Cell UNCALCULATED = new Cell("", Kind.UNCALCULATED);

	public Cell {
		Objects.requireNonNull(text);
		Objects.requireNonNull(kind);
	}

	/**
	 * A text cell; blank when the text is empty.
	 * @param text the text as it stood in the file
	 * @return the cell
	 */
	public static Cell ofText(String text) {
		return text.isEmpty() ? BLANK : new Cell(text, Kind.TEXT);
	}

	/**
	 * The cells of a row that the end of the file cut: the last one is half.
	 * @param cells what there is of the row
	 * @return the same with the last filled cell marked, empty when none is filled
	 */
	static List<Cell> half(List<Cell> cells) {
		int last = cells.size() - 1;
		while (last >= 0 && cells.get(last).isBlank()) {
			last--;
		}
		if (last < 0) {
			return List.of();
		}
		List<Cell> half = new ArrayList<>(cells.subList(0, last));
		half.add(new Cell(cells.get(last).text(), Kind.HALF));
		return half;
	}

	/** What a cell was in the file, which decides whether its digits can be trusted. */
	public enum Kind {

		/** No value at all. */
		BLANK,
		/** Text, so every character is as somebody typed or exported it. */
		TEXT,
		/** Text of which the last character was cut in half at the field width (DBF). */
		TEXT_CUT,
		/**
		 * A binary floating-point number (spreadsheets only): at most 15 digits are
		 * reliable.
		 */
		NUMBER,
		/**
		 * A number that the file shows as a date, converted with the file's own epoch.
		 */
		DATE,
		/** A truth value, as {@code TRUE} or {@code FALSE}. */
		BOOLEAN,
		/** An error value such as {@code #N/A}. */
		ERROR,
		/**
		 * What a formula gave when the file was saved; only where
		 * {@link ReadOptions#everything()} is asked for, else the value's own kind.
		 */
		FORMULA,
		/**
		 * A formula whose result the file does not hold: it counts as blank, but somebody
		 * meant something to stand there.
		 */
		UNCALCULATED,
		/**
		 * Bytes that are no text in the file's encoding (the text holds U+FFFD for them):
		 * the row is malformed.
		 */
		UNDECODABLE,
		/**
		 * A value that contradicts the cell's own type or place, such as a numeric cell
		 * with a word in it: the row is malformed.
		 */
		CONTRADICTORY,
		/**
		 * A piece of a line of delimited text on which a quote is opened and never
		 * closed, so that nobody knows where its cells end: the row is malformed.
		 */
		OPEN_QUOTE,
		/**
		 * The file ends inside this value, or before the rest of its row: the row is
		 * malformed, and the file cut.
		 */
		HALF;

		/** Whether a row with such a cell cannot be read as a record. */
		public boolean isMalformed() {
			return this == UNDECODABLE || this == CONTRADICTORY || this == OPEN_QUOTE || this == HALF;
		}

	}

	/**
	 * Whether nothing visible is in the cell.
	 * @return true for an empty cell or one of white space and invisible characters only
	 */
	public boolean isBlank() {
		return this.kind == Kind.BLANK || isInvisible();
	}

	private boolean isInvisible() {
		for (int i = 0; i < this.text.length(); i += Character.charCount(this.text.codePointAt(i))) {
			if (isVisible(this.text.codePointAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isVisible(int c) {
		if (c > ' ' && c < 0x7F) {
			return true;
		}
		int type = Character.getType(c);
		return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && type != Character.FORMAT
				&& type != Character.CONTROL;
	}

}
