package io.rollcall.cli;

import java.util.concurrent.Callable;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.RunDesk;
import io.rollcall.pipeline.Run;
import io.rollcall.pipeline.RunRef;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drop}: sets a held run aside for good. */
@Command(name = "drop")
final class DropCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private ReasonOption reason;

	@Parameters(index = "0", paramLabel = "RUN", descriptionKey = "cli.help.runName")
	private String name;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		RunRef ref = RunRef.parse(this.name).orElseThrow(() -> new UsageError(messages.get("cli.runName", this.name)));
		String why = this.reason.text(messages);
		try (Session session = Session.open(this.database.url(), messages, this.spec.commandLine().getErr())) {
			Run run = session.inLine((line) -> session.get(RunDesk.class).drop(ref, why, Actor.shell()));
			this.spec.commandLine().getOut().println(messages.get("cli.dropped", run, run.folder()));
			return ExitCode.OK;
		}
	}

}
