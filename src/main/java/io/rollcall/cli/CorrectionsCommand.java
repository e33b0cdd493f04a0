package io.rollcall.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.cases.Routes;
import io.rollcall.nightly.RunDesk;
import io.rollcall.run.Run;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code corrections sent}: the registrar handed a run's corrections in. */
@Command(name = "corrections", subcommands = CorrectionsCommand.Sent.class)
final class CorrectionsCommand implements Runnable {

	@Mixin
	private CommonOptions common;

	@Spec
	private CommandSpec spec;

	@Override
	public void run() {
		this.spec.commandLine().usage(this.spec.commandLine().getOut());
	}

	/** Marks what is still approved with the value of that run, from the next run on. */
	@Command(name = "sent")
	static final class Sent implements Callable<Integer> {

		@Mixin
		private CommonOptions common;

		@Mixin
		private DatabaseOption database;

		@Parameters(index = "0", paramLabel = "RUN", descriptionKey = "cli.help.runName")
		private String name;

		@Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "cli.help.sentOn")
		private LocalDate date;

		@Option(names = "--route", paramLabel = "ROUTE", defaultValue = Routes.PLATFORM,
				descriptionKey = "cli.help.sentRoute")
		private String route;

		@Spec
		private CommandSpec spec;

		@Override
		public Integer call() {
			Messages messages = this.common.messages();
			RunRef ref = RunRef.parse(this.name)
				.orElseThrow(() -> new UsageError(messages.get("cli.runName", this.name)));
			if (!Routes.all().contains(this.route)) {
				throw new UsageError(messages.get("cli.sent.route", this.route, String.join(", ", Routes.all())));
			}
			LocalDate day = (this.date != null) ? this.date : LocalDate.now(ZoneId.of("Asia/Shanghai"));
			try (Session session = Session.open(this.database.url(), messages, this.spec.commandLine().getErr())) {
				Run run = session.runs().find(ref);
				long listed = session.get(RunDesk.class).sent(run, this.route, day, Actor.shell());
				String word = messages.get("report.sheet.route." + this.route);
				this.spec.commandLine()
					.getOut()
					.println((listed == 0) ? messages.get("cli.sent.none", run, word)
							: messages.get("cli.sent.done", run, word, listed, day));
				return ExitCode.OK;
			}
		}

	}

}
