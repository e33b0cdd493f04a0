package io.rollcall.portal;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.springframework.security.core.AuthenticationException;

/**
 * How fast passwords can be tried. What was wrong is answered ever later, by the failures
 * of the client's address and of the account within a quarter of an hour; what is right
 * is answered at once. Few answers wait at a time, so that the threads which answer
 * requests are not used up: a try that finds all places taken is not looked at.
 */
final class SignInPace {

	/** After the first failure; each further one doubles it. */
	private static final Duration SHORTEST = Duration.ofMillis(250);

	private static final Duration LONGEST = Duration.ofSeconds(4);

	private static final Duration REMEMBERED = Duration.ofMinutes(15);

	/** Tries that are looked at or wait for their turn, of everybody. */
	private static final int AT_A_TIME = 40;

	/** Answers that are held back, of everybody and of one address or account. */
	private static final int HELD_BACK = 20;

	private static final int HELD_BACK_OF_ONE = 6;

	/** The oldest are forgotten beyond this many. */
	private static final int KNOWN = 10_000;

	private final LongSupplier nanos;

	private final Sleep sleep;

	private final Semaphore looking = new Semaphore(AT_A_TIME);

	private final Semaphore waiting = new Semaphore(HELD_BACK);

	private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75F, true);

	SignInPace() {
		this(System::nanoTime, Thread::sleep);
	}

	SignInPace(LongSupplier nanos, Sleep sleep) {
		this.nanos = nanos;
		this.sleep = sleep;
	}

	/** Waits. */
	interface Sleep {

		void millis(long millis) throws InterruptedException;

	}

	/** Nobody looked whether the password was right. */
	static final class Busy extends AuthenticationException {

		Busy() {
			super("busy");
		}

	}

	/** What an address or an account did wrong lately. */
	private static final class Failures {

		private int count;

		private int heldBack;

		private long last;

	}

	/**
	 * Lets somebody try.
	 * @param address the client's address
	 * @param account what was typed as a name
	 * @param right looks at the password
	 * @return whether it was right
	 * @throws Busy when too many try at this moment
	 */
	boolean take(String address, String account, BooleanSupplier right) {
		List<String> keys = List.of("address " + network(address), "account " + account.toLowerCase(Locale.ROOT));
		boolean tired = keys.stream().anyMatch(this::isTired);
		if (tired || !this.looking.tryAcquire()) {
			throw new Busy();
		}
		boolean in;
		try {
			in = right.getAsBoolean();
		}
		finally {
			this.looking.release();
		}
		if (in) {
			forget(keys.get(1));
		}
		else {
			holdBack(keys);
		}
		return in;
	}

	private synchronized boolean isTired(String key) {
		Failures known = this.failures.get(key);
		return known != null
				&& (known.heldBack >= HELD_BACK_OF_ONE || known.count > 0 && this.waiting.availablePermits() == 0);
	}

	private void holdBack(List<String> keys) {
		long wait = keys.stream().mapToLong(this::fail).max().orElse(0);
		boolean place = this.waiting.tryAcquire();
		try {
			// Without a place it is told at once; the next of the same finds none either.
			this.sleep.millis(place ? wait : 0);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			if (place) {
				this.waiting.release();
			}
			keys.forEach(this::done);
		}
	}

	/** Counts a failure; the time to hold its answer back, in milliseconds. */
	private synchronized long fail(String key) {
		Failures known = this.failures.computeIfAbsent(key, (unknown) -> new Failures());
		long now = this.nanos.getAsLong();
		known.count = (now - known.last > REMEMBERED.toNanos()) ? 1 : known.count + 1;
		known.last = now;
		known.heldBack++;
		Iterator<Failures> oldest = this.failures.values().iterator();
		if (this.failures.size() > KNOWN && oldest.next().heldBack == 0) {
			oldest.remove();
		}
		return Math.min(SHORTEST.toMillis() << Math.min(known.count - 1, 10), LONGEST.toMillis());
	}

	private synchronized void done(String key) {
		Failures known = this.failures.get(key);
		if (known != null) {
			known.heldBack--;
		}
	}

	private synchronized void forget(String key) {
		Failures known = this.failures.get(key);
		if (known != null) {
			known.count = 0;
		}
	}

	/** A household of IPv6 has as many addresses as it likes. */
	private static String network(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			byte[] bytes = java.net.InetAddress.getByName(address).getAddress();
			return (bytes.length == 16) ? java.util.HexFormat.of().formatHex(bytes, 0, 8) : address;
		}
		catch (java.net.UnknownHostException ex) {
			return address;
		}
	}

}
