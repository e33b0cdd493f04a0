package io.rollcall.cli;

import java.util.concurrent.Callable;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.Retention;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code retain}: clears personal data away whose time is over. */
@Command(name = "retain")
final class RetainCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Option(names = "--dry-run", descriptionKey = "cli.help.dryRun")
	private boolean dry;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		try (Session session = Session.open(this.database.url(), messages, this.spec.commandLine().getErr())) {
			var items = session.get(Retention.class).clear(this.dry, Actor.shell());
			for (Retention.Item item : items) {
				this.spec.commandLine()
					.getOut()
					.println(messages.get("cli.retain." + item.what() + (this.dry ? ".dry" : ""), item.campaign(),
							item.place(), item.number()));
			}
			if (items.isEmpty()) {
				this.spec.commandLine().getOut().println(messages.get("cli.retain.nothing"));
			}
			return ExitCode.OK;
		}
	}

}
