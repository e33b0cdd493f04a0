package io.rollcall.source;

import java.util.List;

/**
 * Tells whether the last record of a text is whole, by what the records before it have.
 */
final class RecordEnd {

	/** What nothing has been read for yet. */
	private static final int NONE = Integer.MAX_VALUE;

	private final int columns;

	/** The fewest fields of a record so far, title lines above the header left out. */
	private int fewest = NONE;

	/**
	 * Makes one for a text.
	 * @param columns the usual number of fields of a record
	 */
	RecordEnd(int columns) {
		this.columns = columns;
	}

	/**
	 * The cells of the next record, the last one marked where the text ends before it.
	 * @param cells the cells without trailing blank ones
	 * @param fields how many fields the record has, blank ones included
	 * @param ended whether the record has a line end, or the text its end mark
	 * @param open whether a quote is open at the end of the text
	 * @return the cells
	 */
	List<Cell> of(List<Cell> cells, int fields, boolean ended, boolean open) {
		if (cells.isEmpty()) {
			return cells;
		}
		boolean lacksFields = this.fewest != NONE && fields < this.fewest;
		if (open || !ended && (lacksFields || cells.size() == fields && endsInCharacter(cells.get(fields - 1)))) {
			return Cell.half(cells);
		}
		if (this.columns > 1 && (this.fewest != NONE || fields >= this.columns)) {
			this.fewest = Math.min(this.fewest, fields);
		}
		return cells;
	}

	private static boolean endsInCharacter(Cell last) {
		return last.kind() == Cell.Kind.UNDECODABLE
				&& last.text().charAt(last.text().length() - 1) == TextEncoding.LOST;
	}

}
