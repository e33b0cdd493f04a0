package io.rollcall.pipeline.remote;

import java.util.concurrent.TimeUnit;

/** Does something not oftener than every few seconds, however often it is asked to. */
final class Pulse {

	private static final long NANOS = TimeUnit.SECONDS.toNanos(5);

	private final Runnable work;

	private long last = System.nanoTime() - NANOS;

	Pulse(Runnable work) {
		this.work = work;
	}

	void beat() {
		long now = System.nanoTime();
		if (now - this.last >= NANOS) {
			this.last = now;
			this.work.run();
		}
	}

}
