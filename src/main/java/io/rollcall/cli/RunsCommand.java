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
				String status = messages.get("cli.status." + status(run, session));
				this.spec.commandLine().getOut().println((run + "  " + status + "  " + run.reason()).strip());
			}
			return ExitCode.OK;
		}
	}

	/**
	 * A run that nobody works on was cut off without a word, by a power cut for instance.
	 */
	private static String status(Run run, Session session) {
		boolean open = run.status() == Run.Status.RUNNING || run.status() == Run.Status.PUBLISHING;
		return (open && !session.isBusy(run.campaign())) ? "CUT_OFF" : run.status().name();
	}

}
