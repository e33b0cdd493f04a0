package io.rollcall.intake;

import io.rollcall.source.Row;

/** What a row below the header is (docs/rules.md, "Rows"). */
enum RowClass {

	/** Nothing visible in it. */
	BLANK,
	/** The header once more. */
	REPEATED_HEADER,
	/** A total, a signature line or the like. */
	FOOTER,
	/** A record, or a row that should have been one. */
	RECORD;

	static RowClass of(Row row, ColumnMapping mapping) {
		if (row.isBlank()) {
			return BLANK;
		}
		if (mapping.isRepeatedHeader(row)) {
			return REPEATED_HEADER;
		}
		return (mapping.isFooter(row) || mapping.isExample(row)) ? FOOTER : RECORD;
	}

}
