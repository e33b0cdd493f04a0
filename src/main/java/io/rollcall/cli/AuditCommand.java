package io.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.rollcall.access.AuditLog;
import io.rollcall.export.PlainCsv;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit}: the audit log, newest first. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Option(names = "--csv", paramLabel = "FILE", descriptionKey = "cli.help.csv")
	private Path csv;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		// A folder that is not there is a slip of the pen rather than a wish.
		if (this.csv != null
				&& (Files.isDirectory(this.csv) || !Files.isDirectory(this.csv.toAbsolutePath().getParent()))) {
			throw new UsageError(messages.get("cli.audit.output", this.csv));
		}
		try (Session session = Session.openToRead(this.database.url(), messages, this.spec.commandLine().getErr());
				Stream<AuditLog.Entry> entries = session.get(AuditLog.class).entries(AuditLog.Wanted.ALL)) {
			Stream<List<String>> rows = entries.map(AuditLog::row);
			if (this.csv == null) {
				rows.forEach((row) -> this.spec.commandLine().getOut().println(String.join("\t", row)));
			}
			else {
				write(rows, messages);
			}
			return ExitCode.OK;
		}
	}

	private void write(Stream<List<String>> rows, Messages messages) {
		try {
			PlainCsv.write(this.csv, AuditLog.COLUMNS, rows);
			this.spec.commandLine().getOut().println(messages.get("cli.audit.written", this.csv));
		}
		catch (IOException ex) {
			throw new UsageError(messages.get("cli.audit.output", this.csv));
		}
	}

}
