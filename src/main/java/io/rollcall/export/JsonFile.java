package io.rollcall.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

import io.rollcall.facts.RunFacts;
import io.rollcall.files.DurableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON that machines parse and people can still read and compare line by line. */
final class JsonFile {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

	private static final ObjectWriter PRETTY = MAPPER.writer()
		.with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

	private JsonFile() {
	}

	static void write(Path target, ObjectNode content) throws IOException {
		DurableFile.write(target, (out) -> {
			out.write(PRETTY.writeValueAsBytes(content));
			out.write('\n');
		});
	}

	static ObjectNode read(Path file) throws IOException {
		try {
			if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode json) {
				return json;
			}
		}
		catch (JacksonException ex) {
			throw new IOException("The file is no JSON", ex);
		}
		throw new IOException("The file is no JSON object");
	}

	/** Writes a file anew in one move. */
	static void replace(Path file, ObjectNode content) throws IOException {
		Path renewed = file.resolveSibling(file.getFileName() + ".new");
		write(renewed, content);
		Files.move(renewed, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Changes one member of a file; returns whether it was another. */
	static boolean change(Path file, String member, String value) throws IOException {
		ObjectNode json = read(file);
		if (json.path(member).asString("").equals(value)) {
			return false;
		}
		json.put(member, value);
		replace(file, json);
		return true;
	}

	/** The members that begin every file about a run. */
	static ObjectNode about(RunFacts run) {
		ObjectNode json = MAPPER.createObjectNode();
		json.put("campaign", run.campaign());
		json.put("date", run.date().toString());
		json.put("run", run.runNumber());
		json.put("status", run.status());
		Duration duration = Duration.between(run.startedAt(), run.finishedAt().orElseThrow());
		json.put("duration_seconds", BigDecimal.valueOf(duration.toMillis(), 3));
		return json;
	}

}
