package io.rollcall.nightly;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test sets. */
final class MutableClock implements InstantSource {

	private volatile Instant now;

	MutableClock(Instant now) {
		this.now = now;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	void set(String now) {
		this.now = Instant.parse(now);
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

}
