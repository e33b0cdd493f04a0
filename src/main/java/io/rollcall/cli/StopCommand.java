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

/** {@code stop}: takes a waiting run out of the line, or stops a running one. */
@Command(name = "stop")
final class StopCommand implements Callable<Integer> {

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
			Run run = session.get(RunDesk.class).stop(ref, why, Actor.shell());
			this.spec.commandLine().getOut().println(messages.get("cli.stopped", run));
			return ExitCode.OK;
		}
	}

}
