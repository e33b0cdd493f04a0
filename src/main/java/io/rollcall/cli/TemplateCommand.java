package io.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.report.Forms;
import io.rollcall.setup.RecordForms;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code template}: an empty list of students, or an empty form for what people send in.
 */
@Command(name = "template")
final class TemplateCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Parameters(paramLabel = "ROLE", descriptionKey = "cli.help.templateRole")
	private String role;

	@Option(names = "--output", required = true, paramLabel = "FILE", descriptionKey = "cli.help.templateOutput")
	private Path output;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws IOException {
		Messages messages = this.common.messages();
		boolean records = RecordForms.roles().contains(this.role);
		if (!records && !Forms.roles().contains(this.role)) {
			throw new UsageError(messages.get("cli.template.role", this.role,
					Stream.concat(RecordForms.roles().stream(), Forms.roles().stream())
						.collect(Collectors.joining(", "))));
		}
		// A form that somebody has filled in is not to be lost.
		if (Files.exists(this.output)) {
			throw new UsageError(messages.get("cli.template.exists", this.output));
		}
		Path folder = this.output.toAbsolutePath().getParent();
		if (!this.output.getFileName().toString().endsWith(".xlsx") || !Files.isDirectory(folder)) {
			throw new UsageError(messages.get("cli.template.output", this.output));
		}
		if (records) {
			new RecordForms(messages).write(this.role, this.output);
		}
		else {
			new Forms(messages).write(this.role, this.output);
		}
		this.spec.commandLine().getOut().println(messages.get("cli.template.written", this.output));
		return ExitCode.OK;
	}

}
