package io.rollcall.source;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.rollcall.source.RefusedException.Problem;

/** Gathers the cells of one row by column. Reused for every row of a sheet. */
final class RowBuffer {

	/** What a cell without a readable value says. */
	static final Cell BROKEN = new Cell("\uFFFD", Cell.Kind.CONTRADICTORY);

	private final int limit;

	private Cell[] cells = new Cell[64];

	private int size;

	RowBuffer(Limits limits) {
		this.limit = limits.columns();
	}

	/**
	 * Puts a cell into its column. Blank cells are skipped, so that formats with millions
	 * of formatted empty cells cost nothing; two values for one place are a broken cell.
	 * @param column counted from 0
	 * @param cell the cell
	 */
	void set(int column, Cell cell) {
		if (cell.kind() == Cell.Kind.BLANK) {
			return;
		}
		if (column >= this.limit) {
			if (cell.isBlank()) {
				return;
			}
			throw new Refusal(Problem.COLUMNS, this.limit);
		}
		if (column >= this.cells.length) {
			this.cells = Arrays.copyOf(this.cells, Math.max(column + 1, this.cells.length * 2));
		}
		if (column >= this.size) {
			Arrays.fill(this.cells, this.size, column + 1, Cell.BLANK);
			this.size = column + 1;
		}
		boolean taken = this.cells[column] != Cell.BLANK;
		this.cells[column] = taken ? BROKEN : cell;
	}

	/** Appends a cell after the last one, blank or not. */
	void add(Cell cell) {
		if (this.size == this.cells.length) {
			this.cells = Arrays.copyOf(this.cells, this.cells.length * 2);
		}
		this.cells[this.size++] = cell;
	}

	int size() {
		return this.size;
	}

	/** The row without trailing blank cells; the buffer is empty afterwards. */
	List<Cell> take() {
		int length = this.size;
		while (length > 0 && this.cells[length - 1].kind() == Cell.Kind.BLANK) {
			length--;
		}
		this.size = 0;
		return (length != 0) ? List.of(Arrays.copyOf(this.cells, length)) : Collections.emptyList();
	}

}
