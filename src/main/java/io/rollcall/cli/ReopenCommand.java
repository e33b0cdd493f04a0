package io.rollcall.cli;

import java.util.concurrent.Callable;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.Campaigns;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reopen}: opens a closed campaign again. */
@Command(name = "reopen")
final class ReopenCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private ReasonOption reason;

	@Parameters(index = "0", paramLabel = "CAMPAIGN", descriptionKey = "cli.help.campaign")
	private String name;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		String why = this.reason.text(messages);
		try (Session session = Session.open(this.database.url(), messages, this.spec.commandLine().getErr())) {
			session.get(Campaigns.class).reopen(this.name, why, Actor.shell());
			this.spec.commandLine().getOut().println(messages.get("cli.reopened", this.name));
			return ExitCode.OK;
		}
	}

}
