package io.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.rollcall.generate.GenerateSettings;
import io.rollcall.generate.Generator;
import io.rollcall.launch.Invocation;
import io.rollcall.text.Messages;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: a synthetic campaign with its truth. */
@Command(name = "generate")
final class GenerateCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Option(names = "--students", required = true, paramLabel = "N", descriptionKey = "cli.help.students")
	private int students;

	@Option(names = "--seed", required = true, paramLabel = "S", descriptionKey = "cli.help.seed")
	private long seed;

	@Option(names = "--output", required = true, paramLabel = "DIR", descriptionKey = "cli.help.generateOutput")
	private Path output;

	@Option(names = "--faults", paramLabel = "RATE", descriptionKey = "cli.help.faults")
	private double faults = GenerateSettings.USUAL_FAULTS;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws IOException {
		Messages messages = this.common.messages();
		if (this.students < GenerateSettings.LEAST || this.students > GenerateSettings.MOST) {
			throw new UsageError(messages.get("cli.generate.students", Integer.toString(GenerateSettings.LEAST),
					Integer.toString(GenerateSettings.MOST)));
		}
		if (!(this.faults >= 0 && this.faults <= GenerateSettings.MOST_FAULTS)) {
			throw new UsageError(messages.get("cli.generate.faults", Double.toString(GenerateSettings.MOST_FAULTS)));
		}
		if (Files.isRegularFile(this.output)) {
			throw new UsageError(messages.get("cli.output.noFolder", this.output));
		}
		// Files of an earlier campaign would be read as part of this one.
		if (isOccupied(this.output)) {
			throw new UsageError(messages.get("cli.generate.notEmpty", this.output));
		}
		// Without Spring nothing else keeps POI from talking about every old workbook.
		((Logger) LoggerFactory.getLogger("org.apache.poi")).setLevel(Level.ERROR);
		Generator.generate(new GenerateSettings(this.students, this.seed, this.faults), this.output);
		this.spec.commandLine()
			.getOut()
			.println(messages.get("cli.generate.written", this.output, Generator.CAMPAIGN, Invocation.words()));
		return ExitCode.OK;
	}

	private static boolean isOccupied(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return false;
		}
		if (!Files.isDirectory(folder)) {
			return true;
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isPresent();
		}
	}

}
