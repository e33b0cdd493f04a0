package io.rollcall.cli;

import java.io.PrintWriter;

import io.rollcall.campaign.StrictExit;
import io.rollcall.facts.NightStanding;
import io.rollcall.run.Drift;
import io.rollcall.run.Run;
import io.rollcall.run.RunOutcome;
import io.rollcall.text.Messages;

/** The closing words of a run. */
final class Summary {

	private Summary() {
	}

	/**
	 * Prints them.
	 * @param strict which refusals the exit code tells of
	 * @return the exit code
	 */
	static int print(RunOutcome outcome, StrictExit strict, Session session, Messages messages, PrintWriter out) {
		out.println();
		boolean held = outcome.run().status() != Run.Status.PUBLISHED;
		out.println(messages.get(held ? "cli.summary.held" : "cli.summary.run", outcome.run()));
		outcome.rows().forEach((role, counts) -> {
			if (counts.read() > 0) {
				out.println(messages.get("cli.summary.rows", messages.get("run.role." + role), counts.read(),
						counts.loaded(), counts.duplicates(), counts.rejected()));
			}
		});
		out.println(messages.get("cli.summary.findings", outcome.findings().getOrDefault("E", 0L),
				outcome.findings().getOrDefault("W", 0L), outcome.findings().getOrDefault("I", 0L)));
		NightStanding cases = outcome.cases();
		out.println(cases(cases, messages));
		outcome.before()
			.ifPresent((before) -> out.println(messages.get("cli.summary.change", before, cases.change().fresh(),
					cases.change().again(), cases.change().gone(), cases.change().answered(), cases.change().lapsed(),
					cases.change().closed())));
		if (outcome.refusedAnswers() > 0) {
			out.println(messages.get("cli.summary.returns", outcome.refusedAnswers()));
		}
		if (!outcome.compared()) {
			out.println(messages.get("cli.summary.notCompared"));
		}
		if (outcome.refusedFiles() > 0) {
			out.println(messages.get("cli.summary.refusedFiles", outcome.refusedFiles()));
		}
		if (outcome.notices() > 0) {
			out.println(messages.get("cli.summary.notices", outcome.notices()));
		}
		session.get(Drift.class).of(outcome.run()).lines().forEach((line) -> out.println(line.sentence(messages)));
		out.println(messages.get("cli.summary.folder", outcome.folder()));
		int code = exitCode(outcome, strict);
		if (code != ExitCode.HELD && outcome.somethingRefused()) {
			out.println(messages.get("cli.summary.refused", code));
		}
		return code;
	}

	/** For whom the cases wait. */
	static String cases(NightStanding cases, Messages messages) {
		return messages.get("cli.summary.cases", cases.toDo(), cases.errors(), cases.warnings(),
				cases.waits().college() + cases.waits().evidence(), cases.waits().registrar(), cases.waits().handover(),
				cases.waits().platform());
	}

	/** How a command ends that made this run. */
	static int exitCode(RunOutcome outcome, StrictExit strict) {
		if (outcome.run().status() != Run.Status.PUBLISHED) {
			return ExitCode.HELD;
		}
		return outcome.somethingRefused(strict) ? ExitCode.REFUSED : ExitCode.OK;
	}

}
