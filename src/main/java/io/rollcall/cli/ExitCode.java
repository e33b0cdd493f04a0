package io.rollcall.cli;

/** How the process ends; scripts and schedulers rely on it. */
final class ExitCode {

	/** Finished, nothing refused. */
	static final int OK = 0;

	/** Failed. */
	static final int FAILED = 1;

	/** Wrong usage or an invalid job file. */
	static final int USAGE = 2;

	/** Finished, but files or rows were refused. */
	static final int REFUSED = 3;

	/** Finished, but the publish gate held the reports back. */
	static final int HELD = 4;

	/** Interrupted. */
	static final int INTERRUPTED = 130;

	private ExitCode() {
	}

}
