package io.rollcall.cli;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.RunDesk;
import io.rollcall.run.Run;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;

/** {@code stop}: takes a waiting run out of the line, or stops a running one. */
@Command(name = "stop")
final class StopCommand extends RunDecision {

	@Override
	String decide(Session session, RunRef run, String why, Actor who, Messages messages) {
		Run done = session.get(RunDesk.class).stop(run, why, who);
		return messages.get("cli.stopped", done);
	}

}
