package io.rollcall.intake;

import io.rollcall.source.Cell;

/** Reads the cells of one column as values of its field. */
interface ValueReader {

	/**
	 * Reads a cell.
	 * @param cell the cell
	 * @param record the record it belongs to, which takes what was understood on the way
	 * @return the value
	 */
	Value read(Cell cell, ParsedRow record);

}
