package io.rollcall.cli;

import java.nio.file.Path;

import io.rollcall.database.Database;

/**
 * What {@link io.rollcall.launch.Prepare} has run, so that Java learns which classes
 * commands need: a small invented campaign of every format, on an embedded database of
 * its own, whose programs are left unpacked.
 */
final class Training {

	private static final String STUDENTS = "60";

	private Training() {
	}

	/**
	 * Runs it.
	 * @param arguments an empty folder
	 */
	public static void main(String[] arguments) {
		Database.prepare();
		Path campaign = Path.of(arguments[0]).resolve("campaign");
		int generated = Rollcall.run("generate", "--students", STUDENTS, "--seed", "1", "--output",
				campaign.toString());
		int code = Rollcall.run("run", campaign.resolve("jobs/synthetic-2020.yml").toString(), "--input",
				campaign.resolve("input").toString(), "--output", campaign.resolve("output").toString());
		Rollcall.run("runs");
		Rollcall.run("audit");
		Rollcall.run("explain", "-");
		boolean ran = code == ExitCode.OK || code == ExitCode.REFUSED || code == ExitCode.HELD;
		System.exit((generated == ExitCode.OK && ran) ? ExitCode.OK : ExitCode.FAILED);
	}

}
