package io.rollcall.cli;

import java.util.concurrent.Callable;

import io.rollcall.pipeline.Drift;
import io.rollcall.pipeline.Run;
import io.rollcall.pipeline.RunRef;
import io.rollcall.pipeline.RunStory;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code runs}: every run on a line, newest first, or everything about one. */
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Parameters(index = "0", arity = "0..1", paramLabel = "RUN", descriptionKey = "cli.help.runName")
	private String name;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		if (this.name != null) {
			return one(messages);
		}
		try (Session session = Session.open(this.database.url())) {
			for (Run run : session.runs().all()) {
				String status = messages.get("cli.status." + status(run, session));
				this.spec.commandLine().getOut().println((run + "  " + status + "  " + run.reason()).strip());
			}
			return ExitCode.OK;
		}
	}

	private int one(Messages messages) {
		RunRef ref = RunRef.parse(this.name).orElseThrow(() -> new UsageError(messages.get("cli.runName", this.name)));
		try (Session session = Session.open(this.database.url())) {
			Run run = session.runs().find(ref);
			new RunPage(messages, this.spec.commandLine().getOut()).print(session.get(RunStory.class).of(run),
					status(run, session), session.get(Drift.class).of(run));
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
