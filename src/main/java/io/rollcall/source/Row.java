package io.rollcall.source;

import java.util.List;

/**
 * One row of a table in a file, with its place.
 *
 * @param sheet the sheet's name; empty for CSV and DBF
 * @param number the row's number counted from 1 as a person would find it: the sheet's
 * row number, the line on which a CSV record starts, or the DBF record number with
 * deleted records counted
 * @param cells the cells from the first column on, blank cells included; trailing blank
 * cells may be missing
 */
public record Row(String sheet, long number, List<Cell> cells) {

	public Row {
		cells = List.copyOf(cells);
	}

	/**
	 * The cell in a column.
	 * @param column counted from 0
	 * @return the cell, {@link Cell#BLANK} beyond the last one
	 */
	public Cell cell(int column) {
		return column < this.cells.size() ? this.cells.get(column) : Cell.BLANK;
	}

	/**
	 * Whether no cell holds anything visible.
	 * @return true for a blank row
	 */
	public boolean isBlank() {
		for (int i = 0; i < this.cells.size(); i++) {
			if (!this.cells.get(i).isBlank()) {
				return false;
			}
		}
		return true;
	}

}
