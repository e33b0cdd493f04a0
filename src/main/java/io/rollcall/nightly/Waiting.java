package io.rollcall.nightly;

import java.util.concurrent.TimeUnit;

import io.rollcall.run.RunFailure;

/** Lets time pass between two looks at the database. */
final class Waiting {

	private Waiting() {
	}

	static void millis(int millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new RunFailure("INTERRUPTED_WORK");
		}
	}

}
