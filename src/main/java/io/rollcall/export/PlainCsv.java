package io.rollcall.export;

import java.io.IOException;
import java.io.OutputStream;
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
		return table(columns).write(target, rows);
	}

	/**
	 * Writes the same to somebody who reads along.
	 * @param out where to, left open
	 * @param columns the names of the columns
	 * @param rows as many values a row; closed
	 * @throws IOException when it cannot be written
	 */
	public static void write(OutputStream out, List<String> columns, Stream<List<String>> rows) throws IOException {
		try (rows) {
			table(columns).write(out, rows.iterator());
		}
	}

	private static CsvTable<List<String>> table(List<String> columns) {
		CsvTable<List<String>> table = new CsvTable<>();
		for (int i = 0; i < columns.size(); i++) {
			int column = i;
			table.column(columns.get(i), (row) -> row.get(column));
		}
		return table;
	}

}
