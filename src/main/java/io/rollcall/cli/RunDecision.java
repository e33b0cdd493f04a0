package io.rollcall.cli;

import java.util.concurrent.Callable;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that decides about a run, with a reason. */
abstract class RunDecision implements Callable<Integer> {

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

	/**
	 * Decides.
	 * @param session where it takes effect
	 * @param run the run
	 * @param why the reason
	 * @param who who decides
	 * @param messages the words
	 * @return the sentence that tells what was done
	 */
	abstract String decide(Session session, RunRef run, String why, Actor who, Messages messages);

	@Override
	public final Integer call() {
		Messages messages = this.common.messages();
		RunRef ref = RunRef.parse(this.name).orElseThrow(() -> new UsageError(messages.get("cli.runName", this.name)));
		String why = this.reason.text(messages);
		try (Session session = Session.open(this.database.url(), messages, this.spec.commandLine().getErr())) {
			this.spec.commandLine().getOut().println(decide(session, ref, why, Actor.shell(), messages));
			return ExitCode.OK;
		}
	}

}
