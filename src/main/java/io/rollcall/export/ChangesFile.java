package io.rollcall.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.rollcall.facts.ChangeRow;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what would differ under other rules: a table, and counts for machines. */
public final class ChangesFile {

	private static final CsvTable<ChangeRow> TABLE = new CsvTable<ChangeRow>().column("change", ChangeRow::change)
		.column("code", ChangeRow::code)
		.column("college", ChangeRow::college)
		.column("student_no", ChangeRow::studentNo)
		.column("candidate_no", ChangeRow::candidateNo)
		.column("name", ChangeRow::name)
		.column("field", ChangeRow::field)
		.column("severity_before", ChangeRow::severityBefore)
		.column("severity_after", ChangeRow::severityAfter)
		.column("detail_before", ChangeRow::detailBefore)
		.column("detail_after", ChangeRow::detailAfter);

	private ChangesFile() {
	}

	/**
	 * Writes the table as {@code findings.csv} is written.
	 * @param target the file, replaced if it exists
	 * @param rows the changes
	 * @throws IOException when the file cannot be written
	 */
	public static void writeTable(Path target, Stream<ChangeRow> rows) throws IOException {
		TABLE.write(target, rows);
	}

	/**
	 * Writes the counts by code and by college.
	 * @param target the file, replaced if it exists
	 * @param run the run that was compared
	 * @param rows the changes
	 * @throws IOException when the file cannot be written
	 */
	public static void writeSummary(Path target, String run, List<ChangeRow> rows) throws IOException {
		ObjectNode json = JsonMapper.shared().createObjectNode();
		json.put("compared_with", run);
		put(json.putObject("by_code"), rows, ChangeRow::code);
		put(json.putObject("by_college"), rows, ChangeRow::college);
		JsonFile.write(target, json);
	}

	private static void put(ObjectNode json, List<ChangeRow> rows, Function<ChangeRow, String> key) {
		Map<String, Map<String, Integer>> counts = new TreeMap<>();
		rows.forEach((row) -> counts.computeIfAbsent(key.apply(row), (any) -> new TreeMap<>())
			.merge(row.change(), 1, Integer::sum));
		counts.forEach((name, changes) -> changes.forEach(json.putObject(name)::put));
	}

}
