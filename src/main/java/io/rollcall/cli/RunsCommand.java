package io.rollcall.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.rollcall.facts.RunCause.Check;
import io.rollcall.results.RunStory;
import io.rollcall.run.Drift;
import io.rollcall.run.Run;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code runs}: every run on a line, newest first, or everything about one. */
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

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
		PrintWriter errors = this.spec.commandLine().getErr();
		try (Session session = Session.openToRead(this.database.url(), messages, errors)) {
			List<Run> runs = session.past().all();
			runs.forEach((run) -> this.spec.commandLine().getOut().println(line(run, session, messages)));
			if (runs.isEmpty()) {
				errors.println(messages.get("cli.runs.none"));
			}
			return ExitCode.OK;
		}
	}

	private int one(Messages messages) {
		RunRef ref = RunRef.parse(this.name).orElseThrow(() -> new UsageError(messages.get("cli.runName", this.name)));
		try (Session session = Session.openToRead(this.database.url(), messages, this.spec.commandLine().getErr())) {
			Run run = session.past().find(ref);
			new RunPage(messages, this.spec.commandLine().getOut()).print(session.get(RunStory.class).of(run),
					status(run, session), session.get(Drift.class).of(run));
			return ExitCode.OK;
		}
	}

	/**
	 * Name and status first, as programs read them; then what made it begin and when, how
	 * long it took, what it found, how it ended, what held it back, where its reports are
	 * and why it was made.
	 */
	private static String line(Run run, Session session, Messages messages) {
		List<String> parts = new ArrayList<>();
		parts.add(run.toString());
		parts.add(messages.get("cli.status." + status(run, session)));
		parts.add(messages.get("cli.trigger." + run.origin().trigger().word()));
		if (run.status() == Run.Status.WAITING) {
			parts.add(waits(session.get(RunStory.class).of(run), messages));
		}
		else {
			parts.add(messages.get("cli.runs.started", MINUTE.format(run.startedAt().atZone(ZONE))));
		}
		Optional<RunOutcome> outcome = session.past().outcome(run);
		if (outcome.isPresent() || run.status() == Run.Status.FAILED) {
			parts.add(messages.get("cli.runs.took", session.past().seconds(run)));
		}
		outcome.ifPresent((ended) -> {
			parts.add(messages.get("cli.runs.findings", ended.findings().getOrDefault("E", 0L),
					ended.findings().getOrDefault("W", 0L)));
			parts.add(messages.get("cli.runs.exit", Summary.exitCode(ended, session.past().strictExit(run))));
			parts.add(ended.folder().toString());
		});
		if (run.status() == Run.Status.HELD) {
			parts.add(held(session.get(RunStory.class).of(run), messages));
		}
		if (run.status() == Run.Status.FAILED) {
			parts.add(messages.get("cli.runs.exit", ExitCode.FAILED));
			parts.add(session.get(RunStory.class).of(run).failure());
		}
		parts.add(run.reason());
		return String.join("  ", parts).strip();
	}

	private static String waits(RunStory.Story story, Messages messages) {
		return messages.get("cli.runs.waits", MINUTE.format(story.queuedAt().atZone(ZONE)),
				story.place().map(String::valueOf).orElse("–"));
	}

	private static String held(RunStory.Story story, Messages messages) {
		return messages.get("cli.runs.held",
				story.gate()
					.stream()
					.filter(Check::held)
					.map((check) -> messages.get("cli.gate." + check.check()))
					.distinct()
					.collect(Collectors.joining(messages.get("cli.comma"))));
	}

	/**
	 * A run that nobody works on was cut off without a word, by a power cut for instance.
	 */
	private static String status(Run run, Session session) {
		boolean open = run.status() == Run.Status.RUNNING || run.status() == Run.Status.PUBLISHING;
		return (open && !session.isBusy(run.campaign())) ? "CUT_OFF" : run.status().name();
	}

}
