package io.rollcall.database;

import java.util.concurrent.TimeUnit;

/** Waiting for something outside this process that sends no signal. */
final class Pause {

	private Pause() {
	}

	/**
	 * Waits.
	 * @throws DatabaseException when the thread is interrupted; the flag stays set
	 */
	static void millis(long millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DatabaseException(ex, "INTERRUPTED");
		}
	}

}
