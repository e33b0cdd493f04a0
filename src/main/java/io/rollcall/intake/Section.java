package io.rollcall.intake;

import io.rollcall.source.Row;
import org.jspecify.annotations.Nullable;

/**
 * One list of a sheet. Most sheets hold one; below it another may begin, with its columns
 * in an order of its own.
 *
 * @param from the first row of the list, titles and header included; 0 for the first list
 * @param header the last row of its header; records start after it
 * @param mapping how its columns are read; of a list that is refused, how those of the
 * list above were
 * @param refused whether its header cannot be used, so that its rows are refused
 */
record Section(long from, long header, ColumnMapping mapping, boolean refused) {

	static Section first(ColumnMapping mapping) {
		return new Section(0, mapping.lastHeaderRow(), mapping, false);
	}

	/**
	 * What a row of this list is.
	 * @param row a row of the list
	 * @return its class, or null for the header and what stands above it
	 */
	@Nullable RowClass classOf(Row row) {
		return (row.number() <= this.header) ? null : RowClass.of(row, this.mapping);
	}

}
