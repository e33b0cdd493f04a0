package io.rollcall.pipeline.remote;

import org.springframework.stereotype.Component;

/** Measures how long something takes, whatever the clock on the wall does meanwhile. */
@Component
public class Elapsed {

	/**
	 * A moment.
	 * @return nanoseconds since another moment, always the same one
	 */
	public long nanos() {
		return System.nanoTime();
	}

}
