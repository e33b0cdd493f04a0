package io.rollcall.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.facts.RejectRow;

/** Writes {@code rejects.csv}, whose columns other programs rely on. */
public final class RejectsCsv {

	private static final CsvTable<RejectRow> TABLE = new CsvTable<RejectRow>().column("role", RejectRow::role)
		.column("file", RejectRow::file)
		.column("sheet", RejectRow::sheet)
		.column("row", RejectRow::rowText)
		.column("reason", RejectRow::reason)
		.column("detail", RejectRow::detail)
		.column("raw", RejectRow::raw);

	private RejectsCsv() {
	}

	/**
	 * The head of the file.
	 * @return the names of its columns in their order
	 */
	public static List<String> columns() {
		return TABLE.names();
	}

	/**
	 * Writes the file in the order given, forces it to the disk and closes the stream.
	 * @param target the file, replaced if it exists
	 * @param rows the refused rows and files
	 * @return how many were written
	 * @throws IOException when the file cannot be written
	 */
	public static long write(Path target, Stream<RejectRow> rows) throws IOException {
		return TABLE.write(target, rows);
	}

}
