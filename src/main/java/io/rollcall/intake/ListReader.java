package io.rollcall.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.rollcall.campaign.Field;
import io.rollcall.source.Row;

/** Turns the rows of one list into records: one reader a column, chosen at the header. */
final class ListReader {

	private final RowLayout layout;

	private final int[] columns;

	private final ValueReader[] readers;

	/**
	 * A reader of a list.
	 * @param mapping how its columns are read
	 * @param parser makes the readers
	 */
	ListReader(ColumnMapping mapping, ValueParser parser) {
		this.layout = new RowLayout(new ArrayList<>(mapping.fields().values()));
		this.columns = new int[this.layout.fields().size()];
		this.readers = new ValueReader[this.columns.length];
		List<Field> read = new ArrayList<>();
		for (Map.Entry<Integer, Field> column : mapping.fields().entrySet()) {
			if (!read.contains(column.getValue())) {
				this.columns[read.size()] = column.getKey();
				this.readers[read.size()] = parser.reader(column.getValue(), mapping);
				read.add(column.getValue());
			}
		}
	}

	ParsedRow read(Row row) {
		ParsedRow record = new ParsedRow(row, this.layout);
		for (int i = 0; i < this.columns.length; i++) {
			record.put(i, this.readers[i].read(row.cell(this.columns[i]), record));
		}
		return record;
	}

}
