package io.rollcall.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.facts.FindingRow;
import io.rollcall.facts.Tally;

/** Writes {@code findings.csv}, whose columns other programs rely on. */
public final class FindingsCsv {

	private static final CsvTable<FindingRow> TABLE = new CsvTable<FindingRow>()
		.column("finding_id", FindingRow::findingId)
		.column("code", FindingRow::code)
		.column("severity", FindingRow::severity)
		.column("college", FindingRow::college)
		.column("student_no", FindingRow::studentNo)
		.column("candidate_no", FindingRow::candidateNo)
		.column("name", FindingRow::name)
		.column("field", FindingRow::field)
		.column("roster_value", FindingRow::rosterValue)
		.column("platform_value", FindingRow::platformValue)
		.column("admission_value", FindingRow::admissionValue)
		.column("claimed_value", FindingRow::claimedValue)
		.column("locations", FindingRow::locations)
		.column("detail", FindingRow::fullDetail)
		.column("suggestion", FindingRow::suggestion)
		.column("state", FindingRow::state)
		.column("first_seen", (row) -> row.firstSeen().toString())
		.column("last_seen", (row) -> row.lastSeen().toString())
		.column("age_days", (row) -> Integer.toString(row.ageDays()))
		.column("case_id", FindingRow::caseId);

	private FindingsCsv() {
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
	 * @param rows the findings
	 * @return the counts of what was written
	 * @throws IOException when the file cannot be written
	 */
	public static Tally write(Path target, Stream<FindingRow> rows) throws IOException {
		Tally tally = new Tally();
		TABLE.write(target, rows.peek(tally::add));
		return tally;
	}

}
