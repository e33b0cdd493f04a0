package io.rollcall.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;

/**
 * Writes {@code changes.csv}, whose columns other programs rely on: what a run changed.
 */
public final class CaseChangesCsv {

	private static final CsvTable<CaseEventRow> TABLE = new CsvTable<CaseEventRow>()
		.column("case_id", CaseEventRow::caseId)
		.column("change", CaseEventRow::kind)
		.column("college", CaseEventRow::college)
		.column("student_no", CaseEventRow::studentNo)
		.column("name", CaseEventRow::name)
		.column("field", CaseEventRow::field)
		.column("state_before", CaseEventRow::before)
		.column("state_after", CaseEventRow::after)
		.column("old_value", CaseEventRow::oldValue)
		.column("new_value", CaseEventRow::newValue)
		.column("by", CaseEventRow::by)
		.column("reason", CaseEventRow::why)
		.column("file", CaseEventRow::place);

	private CaseChangesCsv() {
	}

	/**
	 * Writes the file in the order given, forces it to the disk and closes the stream.
	 * @param target the file, replaced if it exists
	 * @param rows the changes
	 * @throws IOException when the file cannot be written
	 */
	public static void write(Path target, Stream<CaseEventRow> rows) throws IOException {
		TABLE.write(target, rows);
	}

}
