package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes any list as a CSV file of the reports' form. */
public final class PlainCsv {

	private PlainCsv() {
	}

	/**
	 * Writes the file, forces it to the disk and closes the stream.
	 * @param target the file, replaced if it exists
	 * @param columns the names of the columns
	 * @param rows as many values a row
	 * @return how many rows were written
	 * @throws IOException when the file cannot be written
	 */
	public static long write(Path target, List<String> columns, Stream<List<String>> rows) throws IOException {
		CsvTable<List<String>> table = new CsvTable<>();
		for (int i = 0; i < columns.size(); i++) {
			int column = i;
			table.column(columns.get(i), (row) -> row.get(column));
		}
		return table.write(target, rows);
	}

}
