package io.rollcall.source;

import java.time.Duration;

import io.rollcall.source.RefusedException.Problem;

/**
 * The time a file may take. Asked per row and per piece of input, so that neither endless
 * rows nor endless input without a row can hang a run.
 */
final class Deadline {

	private final Duration limit;

	private long end;

	Deadline(Duration limit) {
		this.limit = limit;
		this.end = System.nanoTime() + limit.toNanos();
	}

	/** Refuses the file when its time is over. */
	void check() {
		if (System.nanoTime() - this.end > 0) {
			throw new Refusal(Problem.TOO_SLOW, this.limit.toSeconds());
		}
	}

	/** Gives back time that was spent on somebody else's work. */
	void extend(long nanos) {
		this.end += nanos;
	}

}
