package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;

import tools.jackson.databind.node.ObjectNode;

/** Writes {@code summary.json}, the counts for machines. */
public final class SummaryJson {

	private SummaryJson() {
	}

	/**
	 * Writes the file and forces it to the disk.
	 * @param target the file, replaced if it exists
	 * @param run the run, finished
	 * @param findings the counts of its findings
	 * @throws IOException when the file cannot be written
	 * @throws java.util.NoSuchElementException when the run has no finishing time
	 */
	public static void write(Path target, RunFacts run, Tally findings) throws IOException {
		ObjectNode json = JsonFile.about(run);
		ObjectNode rows = json.putObject("rows");
		run.rows().forEach((role, counts) -> put(rows.putObject(role), counts));
		findings.byCode().forEach(json.putObject("findings")::put);
		json.putObject("self_check");
		json.put("findings_total", findings.total());
		json.put("findings_to_do", findings.toDo());
		ObjectNode severities = json.putObject("findings_by_severity");
		Tally.SEVERITIES.forEach((severity) -> severities.put(severity, findings.ofSeverity(severity)));
		ObjectNode colleges = json.putObject("findings_by_college");
		findings.byCollege().forEach((college, counts) -> counts.forEach(colleges.putObject(college)::put));
		json.put("compared", run.compared());
		ObjectNode files = json.putObject("files");
		files.put("found", run.inputs().size());
		files.put("refused", run.inputs().stream().filter(InputRow::refused).count());
		json.put("notices", run.notices().size());
		JsonFile.write(target, json);
	}

	private static void put(ObjectNode json, RowCounts counts) {
		json.put("read", counts.read());
		json.put("loaded", counts.loaded());
		json.put("duplicates", counts.duplicates());
		json.put("rejected", counts.rejected());
	}

}
