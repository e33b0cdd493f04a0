package io.rollcall;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long tests wait for what has to come: so long that only what never comes is missed,
 * however busy the machine is, and without taking the processor from what they wait for.
 */
public final class Patience {

	/** The longest wait for anything. */
	public static final Duration LONGEST = Duration.ofMinutes(10);

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

	private Patience() {
	}

	/**
	 * Waits until something holds.
	 * @param what is awaited, for whoever reads the failure
	 * @param condition whether it holds
	 * @param seen what there is to see instead
	 */
	public static void await(String what, Callable<Boolean> condition, Callable<?> seen) throws Exception {
		for (long end = System.nanoTime() + LONGEST.toNanos(); !condition.call();) {
			if (System.nanoTime() > end) {
				throw new AssertionError("no %s within %s; seen: %s".formatted(what, LONGEST, seen.call()));
			}
			LockSupport.parkNanos(PAUSE);
		}
	}

	/**
	 * Waits until a process has ended.
	 * @param process the process
	 * @param seen what it has said
	 * @return its exit status
	 */
	public static int await(Process process, Callable<?> seen) throws Exception {
		if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new AssertionError("%s did not end within %s; it said: %s"
				.formatted(process.info().command().orElse("a process"), LONGEST, seen.call()));
		}
		return process.exitValue();
	}

}
