package io.rollcall.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

import io.rollcall.facts.InputRow;
import io.rollcall.facts.NoticeRow;
import io.rollcall.facts.OutputRow;
import io.rollcall.facts.Provenance;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.TimeRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code manifest.json}: what went in, what came out, and what it was made with.
 */
public final class ManifestJson {

	private static final String OUTPUTS = "outputs";

	private ManifestJson() {
	}

	/**
	 * Writes the file and forces it to the disk.
	 * @param target the file, replaced if it exists
	 * @param run the run, finished
	 * @param provenance what it was made with
	 * @param outputs the files written, the manifest itself left out
	 * @param times how long its parts took
	 * @throws IOException when the file cannot be written
	 * @throws java.util.NoSuchElementException when the run has no finishing time
	 */
	public static void write(Path target, RunFacts run, Provenance provenance, List<OutputRow> outputs,
			List<TimeRow> times) throws IOException {
		ObjectNode json = JsonFile.about(run);
		json.put("started", time(run.startedAt()));
		json.put("finished", time(run.finishedAt().orElseThrow()));
		provenance.versions().forEach(json.putObject("versions")::put);
		json.putObject("job").put("file", provenance.jobFile()).put("sha256", provenance.jobSha256());
		provenance.settings().forEach(json.putObject("settings")::put);
		provenance.options().forEach(json.putObject("options")::put);
		provenance.rules().forEach(json.putObject("rules")::put);
		ArrayNode inputs = json.putArray("inputs");
		run.inputs().forEach((input) -> put(inputs.addObject(), input));
		ArrayNode notices = json.putArray("notices");
		run.notices().forEach((notice) -> put(notices.addObject(), notice));
		ArrayNode lines = json.putArray(OUTPUTS);
		outputs.stream()
			.sorted(Comparator.comparing(OutputRow::path))
			.forEach((output) -> put(lines.addObject(), output));
		ArrayNode parts = json.putArray("times");
		times.forEach((time) -> parts.addObject()
			.put(time.kind(), time.name())
			.put("calls", time.calls())
			.put("seconds", time.seconds()));
		JsonFile.write(target, json);
	}

	/**
	 * Renews the line of one output that was written anew, and leaves all else as it is.
	 * The manifest is replaced in one move.
	 * @param manifest the manifest of a published run
	 * @param output the file as it is now
	 * @throws IOException when the manifest cannot be read or written
	 */
	public static void renew(Path manifest, OutputRow output) throws IOException {
		ObjectNode json = JsonFile.read(manifest);
		put(line(json.withArray(OUTPUTS), output.path()), output);
		JsonFile.replace(manifest, json);
	}

	/**
	 * Changes the status of the run, in one move.
	 * @param manifest the manifest
	 * @param status the status
	 * @throws IOException when the manifest cannot be read or written
	 */
	public static void status(Path manifest, String status) throws IOException {
		JsonFile.change(manifest, "status", status);
	}

	/**
	 * The files that a run wrote.
	 * @param manifest the manifest of a finished run
	 * @return the files but the manifest itself, in the order of their paths
	 * @throws IOException when the manifest cannot be read
	 */
	public static List<OutputRow> outputs(Path manifest) throws IOException {
		List<OutputRow> outputs = new ArrayList<>();
		for (JsonNode line : JsonFile.read(manifest).withArray(OUTPUTS)) {
			OptionalLong rows = line.path("rows").isNumber() ? OptionalLong.of(line.path("rows").asLong())
					: OptionalLong.empty();
			outputs.add(new OutputRow(line.path("path").asString(), line.path("sha256").asString(),
					line.path("size").asLong(), rows));
		}
		return outputs;
	}

	private static ObjectNode line(ArrayNode outputs, String path) {
		for (JsonNode line : outputs) {
			if (line instanceof ObjectNode found && found.path("path").asString("").equals(path)) {
				return found;
			}
		}
		return outputs.addObject();
	}

	private static void put(ObjectNode json, InputRow input) {
		json.put("role", input.role());
		json.put("file", input.file());
		json.put("sha256", input.sha256());
		json.put("size", input.size());
		json.put("rows", input.rows());
		json.put("status", input.status());
		json.put("reason", input.reasonText());
	}

	private static void put(ObjectNode json, NoticeRow notice) {
		json.put("role", notice.role());
		json.put("file", notice.file());
		json.put("kind", notice.kind());
		json.put("text", notice.text());
	}

	private static void put(ObjectNode json, OutputRow output) {
		json.put("path", output.path());
		json.put("sha256", output.sha256());
		json.put("size", output.size());
		json.put("rows", output.rows().isPresent() ? Long.valueOf(output.rows().getAsLong()) : null);
	}

	private static String time(OffsetDateTime time) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
	}

}
