package io.rollcall.cli;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.RunDesk;
import io.rollcall.run.Run;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;

/** {@code drop}: sets a held run aside for good. */
@Command(name = "drop")
final class DropCommand extends RunDecision {

	@Override
	String decide(Session session, RunRef run, String why, Actor who, Messages messages) {
		Run done = session.inLine((line) -> session.get(RunDesk.class).drop(run, why, who));
		return messages.get("cli.dropped", done, done.folder());
	}

}
