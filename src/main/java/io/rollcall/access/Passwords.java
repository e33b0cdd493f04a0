package io.rollcall.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** What passwords may be, and how they are kept. */
final class Passwords {

	/** bcrypt reads no further. */
	private static final int LONGEST_BYTES = 72;

	/** The shortest password that somebody may choose, in characters. */
	private static final int SHORTEST = 10;

	private static final int STRENGTH = 12;

	private static final int ONE_TIME_LENGTH = 16;

	/** Without letters and digits that look alike. */
	private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	/**
	 * At most two at a time and at most half of the processors: a flood of sign-ins must
	 * not stall the night.
	 */
	private static final Semaphore TURNS = new Semaphore(
			Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors() / 2)), true);

	private final SecureRandom random = new SecureRandom();

	private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);

	String hash(String password) {
		return inTurn(() -> this.encoder.encode(password));
	}

	private static <T> T inTurn(Supplier<T> work) {
		TURNS.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			TURNS.release();
		}
	}

	/** Takes as long for an account that does not exist. */
	boolean matches(String password, Optional<String> hash) {
		boolean usable = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
		boolean same = inTurn(() -> this.encoder.matches(usable ? password : "", hash.orElse(Nobody.HASH)));
		return same && usable && hash.isPresent();
	}

	/** A hash that fits no password anybody knows. */
	private static final class Nobody {

		private static final String HASH = new BCryptPasswordEncoder(STRENGTH)
			.encode(Long.toHexString(new SecureRandom().nextLong()));

	}

	/** The password, if it may be one. */
	static String checked(String password) {
		if (password.codePointCount(0, password.length()) < SHORTEST
				|| password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
			throw new AccountFailure("PASSWORD", SHORTEST, LONGEST_BYTES);
		}
		return password;
	}

	String oneTime() {
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < ONE_TIME_LENGTH; i++) {
			word.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return word.toString();
	}

}
