package io.rollcall.cli;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.RunDesk;
import io.rollcall.run.Run;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;

/** {@code release}: publishes what the gate held back. */
@Command(name = "release")
final class ReleaseCommand extends RunDecision {

	@Override
	String decide(Session session, RunRef run, String why, Actor who, Messages messages) {
		Run done = session.inLine((line) -> session.get(RunDesk.class).release(run, why, who));
		return messages.get("cli.released", done, done.folder());
	}

}
