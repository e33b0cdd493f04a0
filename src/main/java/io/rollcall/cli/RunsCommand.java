package io.rollcall.cli;

import java.util.concurrent.Callable;

import io.rollcall.pipeline.Run;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code runs}: every run on a line, newest first. */
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		try (Session session = Session.open(this.database.url())) {
			for (Run run : session.runs().all()) {
				this.spec.commandLine()
					.getOut()
					.println((run + "  " + messages.get("cli.status." + run.status()) + "  " + run.reason()).strip());
			}
			return ExitCode.OK;
		}
	}

}
