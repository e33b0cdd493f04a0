package io.rollcall.source;

/**
 * Cells that a spreadsheet shows as one and that span several rows. What is shown stands
 * in the first row and column.
 *
 * @param firstRow the first row, counted from 1 like {@link Row#number()}
 * @param lastRow the last row
 * @param column the first column, counted from 0
 */
public record MergedArea(long firstRow, long lastRow, int column) {

	public MergedArea {
		if (firstRow < 1 || lastRow <= firstRow || column < 0) {
			throw new IllegalArgumentException("not an area of several rows");
		}
	}

}
