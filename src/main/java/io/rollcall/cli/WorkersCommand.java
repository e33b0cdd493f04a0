package io.rollcall.cli;

import java.util.concurrent.Callable;

import io.rollcall.pipeline.remote.WorkerStore.Seen;
import io.rollcall.pipeline.remote.WorkerStore;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code workers}: every worker that lives on a line, for people and programs. */
@Command(name = "workers")
final class WorkersCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		try (Session session = Session.openToRead(this.database.url(), messages, this.spec.commandLine().getErr())) {
			session.get(WorkerStore.class)
				.alive()
				.forEach((worker) -> this.spec.commandLine()
					.getOut()
					.println(String.join("\t", worker.name(), worker.version(), state(worker, messages), worker.part(),
							String.valueOf(worker.done()))));
			return ExitCode.OK;
		}
	}

	private static String state(Seen worker, Messages messages) {
		if (worker.ending()) {
			return "ending";
		}
		return worker.manager()
			.map((version) -> messages.get("cli.workers.otherVersion", "other-version", version))
			.orElseGet(() -> worker.isSilent()
					? messages.get("cli.workers.silent", "working", worker.silence().toMinutes())
					: worker.part().isEmpty() ? "idle" : "working");
	}

}
