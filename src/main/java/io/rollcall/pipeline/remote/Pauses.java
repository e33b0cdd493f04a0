package io.rollcall.pipeline.remote;

import java.util.concurrent.TimeUnit;

import io.rollcall.run.RunFailure;

/** How long is waited between two looks at the database. */
final class Pauses {

	private static final int MILLIS = 250;

	private Pauses() {
	}

	/**
	 * Waits.
	 * @throws RunFailure when the thread is interrupted; the flag stays set
	 */
	static void between() {
		try {
			TimeUnit.MILLISECONDS.sleep(MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new RunFailure("INTERRUPTED_WORK");
		}
	}

}
