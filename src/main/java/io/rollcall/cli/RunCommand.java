package io.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.campaign.StrictExit;
import io.rollcall.inquiry.WhatIf;
import io.rollcall.nightly.RunDesk;
import io.rollcall.run.Run;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import io.rollcall.run.RunRequest;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run}: one run in the foreground, or one college's workbook written anew. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Parameters(index = "0", arity = "0..1", paramLabel = "JOB_FILE", descriptionKey = "cli.help.jobFile")
	private Path jobFile;

	@Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "cli.help.date")
	private LocalDate date;

	@Option(names = "--input", paramLabel = "DIR", defaultValue = "input", descriptionKey = "cli.help.input")
	private Path input;

	@Option(names = "--output", paramLabel = "DIR", defaultValue = "output", descriptionKey = "cli.help.output")
	private Path output;

	@Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", descriptionKey = "cli.help.reason")
	private String reason;

	@Option(names = "--college", paramLabel = "NAME", descriptionKey = "cli.help.college")
	private String college;

	@Option(names = "--unmasked", descriptionKey = "cli.help.unmasked")
	private boolean unmasked;

	@Option(names = "--rules", paramLabel = "FILE", descriptionKey = "cli.help.rules")
	private Path rules;

	@Option(names = "--compare", paramLabel = "RUN", descriptionKey = "cli.help.compare")
	private String compare;

	@Mixin
	private PartsOptions parts;

	@Mixin
	private WaitOption turn;

	@Mixin
	private StrictExitOption strict;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		if (this.rules != null || this.compare != null) {
			return whatIf(messages);
		}
		JobFileArgument job = JobFileArgument.inForce(this.jobFile, messages);
		if (this.college != null) {
			return college(job, messages);
		}
		Path folder = this.input.toAbsolutePath().normalize();
		if (!Files.isDirectory(folder)) {
			throw new UsageError(messages.get("cli.input.missing", folder));
		}
		if (Files.exists(this.output) && !Files.isDirectory(this.output)) {
			throw new UsageError(messages.get("cli.output.noFolder", this.output));
		}
		LocalDate day = (this.date != null) ? this.date
				: job.campaign().period().businessDate().orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai")));
		RunRequest request = new RunRequest(job.file(), job.text(), job.campaign(), day, folder,
				this.output.toAbsolutePath().normalize(), this.reason, this.unmasked);
		PrintWriter out = this.spec.commandLine().getOut();
		Optional<StrictExit> asked = this.strict.of(messages);
		String[] arguments = this.parts.arguments(this.database.url(), messages);
		try (Session session = Session.open(this.database.url(), messages, out, arguments)) {
			RunOutcome outcome = session.inLine((line) -> line.start(request, this.turn.wish(out, messages)));
			return Summary.print(outcome, asked.orElseGet(() -> session.past().strictExit(outcome.run())), session,
					messages, out);
		}
	}

	private int whatIf(Messages messages) {
		if (this.rules == null || this.compare == null) {
			throw new UsageError(messages.get("cli.whatIf.both"));
		}
		RunRef ref = RunRef.parse(this.compare)
			.orElseThrow(() -> new UsageError(messages.get("cli.runName", this.compare)));
		JobFileArgument job = JobFileArgument.of(this.rules, messages);
		PrintWriter out = this.spec.commandLine().getOut();
		TerminalProgress progress = new TerminalProgress(out, messages, Terminal.isLive());
		try (Session session = Session.open(this.database.url(), messages, this.spec.commandLine().getOut())) {
			Run run = session.runs().find(ref);
			WhatIf.Outcome outcome = Interrupts.stopping(session.runs()::stop,
					() -> session.whatIf().compare(run, job.file().getFileName().toString(), job.text(), progress));
			out.println();
			out.println(messages.get("cli.whatIf", run));
			for (String change : List.of("new", "gone", "changed")) {
				Map<String, Long> counts = outcome.counts().getOrDefault(change, Map.of());
				out.println(
						messages.get("cli.whatIf." + change, counts.values().stream().mapToLong(Long::longValue).sum(),
								counts.entrySet()
									.stream()
									.map((entry) -> entry.getKey() + " " + entry.getValue())
									.collect(Collectors.joining(", "))));
			}
			out.println(messages.get("cli.whatIf.folder", outcome.folder()));
			return ExitCode.OK;
		}
	}

	private int college(JobFileArgument job, Messages messages) {
		try (Session session = Session.open(this.database.url(), messages, this.spec.commandLine().getOut())) {
			Path written = session.inLine(
					(line) -> session.get(RunDesk.class).college(job.campaign().name(), this.college, Actor.shell()));
			this.spec.commandLine().getOut().println(messages.get("cli.college.written", written));
			return ExitCode.OK;
		}
	}

}
