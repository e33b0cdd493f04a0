package io.rollcall.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import io.rollcall.explain.ExplanationPage;
import io.rollcall.run.Run;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: everything about one student. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Parameters(index = "0", paramLabel = "STUDENT", descriptionKey = "cli.help.student")
	private String student;

	@Option(names = "--run", paramLabel = "RUN", descriptionKey = "cli.help.runName")
	private String run;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		if (this.student.isBlank()) {
			throw new UsageError(messages.get("cli.explain.blank"));
		}
		Optional<RunRef> ref = Optional.ofNullable(this.run)
			.map((name) -> RunRef.parse(name).orElseThrow(() -> new UsageError(messages.get("cli.runName", name))));
		try (Session session = Session.openToRead(this.database.url(), messages, this.spec.commandLine().getErr())) {
			Optional<Run> found = ref.map(session.past()::find);
			session.explanations()
				.explain(this.student, found, messages, width())
				.forEach(this.spec.commandLine().getOut()::println);
			return ExitCode.OK;
		}
	}

	/** A file or a pipe has no width of its own. */
	private int width() {
		return Terminal.isLive() ? this.spec.usageMessage().width() : ExplanationPage.WIDTH;
	}

}
