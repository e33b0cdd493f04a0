package io.rollcall.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

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
