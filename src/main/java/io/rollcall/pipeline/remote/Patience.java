package io.rollcall.pipeline.remote;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.rollcall.pipeline.remote.PartStore.State;

/**
 * How long a run has been waiting for a worker: while a part is at work, or one has just
 * ended, it is not. By the clock of this process only.
 */
final class Patience {

	/** So long it is nothing worth a word. */
	static final Duration UNTOLD = Duration.ofMinutes(1);

	private final Duration most;

	private final LongSupplier nanos;

	private long since;

	private int ended = -1;

	private boolean told;

	Patience(Duration most, LongSupplier nanos) {
		this.most = most;
		this.nanos = nanos;
		this.since = nanos.getAsLong();
	}

	/**
	 * Looks how far parts are.
	 * @return whether there is something new to tell
	 */
	boolean changes(State state) {
		if (state.busy() || state.ended() != this.ended) {
			this.ended = state.ended();
			this.since = this.nanos.getAsLong();
		}
		boolean before = this.told;
		this.told = waited().compareTo(UNTOLD) >= 0;
		return this.told != before;
	}

	boolean isTold() {
		return this.told;
	}

	boolean isOver() {
		return waited().compareTo(this.most) >= 0;
	}

	Duration most() {
		return this.most;
	}

	private Duration waited() {
		return Duration.ofNanos(this.nanos.getAsLong() - this.since);
	}

}
