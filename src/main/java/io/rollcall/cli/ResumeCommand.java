package io.rollcall.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.rollcall.campaign.StrictExit;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resume}: carries a failed or killed run on where it stopped. */
@Command(name = "resume")
final class ResumeCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Parameters(index = "0", paramLabel = "RUN", descriptionKey = "cli.help.runName")
	private String name;

	@Mixin
	private WaitOption turn;

	@Mixin
	private StrictExitOption strict;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		RunRef ref = RunRef.parse(this.name).orElseThrow(() -> new UsageError(messages.get("cli.runName", this.name)));
		PrintWriter out = this.spec.commandLine().getOut();
		Optional<StrictExit> asked = this.strict.of(messages);
		try (Session session = Session.open(this.database.url(), messages, out)) {
			RunOutcome outcome = session.inLine((line) -> line.resume(ref, this.turn.wish(out, messages)));
			return Summary.print(outcome, asked.orElseGet(() -> session.past().strictExit(outcome.run())), session,
					messages, out);
		}
	}

}
