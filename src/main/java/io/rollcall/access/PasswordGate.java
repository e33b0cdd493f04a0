package io.rollcall.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is let in by a password, and what failures do. Hashing takes long: it is done
 * between two statements, so that no row and no connection waits for it. However many
 * passwords are tried at the same moment, the fifth that is wrong closes the account for
 * all of them.
 */
final class PasswordGate {

	private static final int FAILURES = 5;

	private static final Duration CLOSED = Duration.ofMinutes(15);

	private static final String OPEN = "name = :name and not disabled"
			+ " and (closed_until is null or closed_until <= :now)";

	private final JdbcClient jdbc;

	private final InstantSource clock;

	private final Passwords passwords;

	PasswordGate(JdbcClient jdbc, InstantSource clock, Passwords passwords) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.passwords = passwords;
	}

	/**
	 * Whether it is the password of an open account; counts what was wrong.
	 * @param name what was typed as a name
	 * @param may whether an account can be called so at all
	 */
	boolean isLetIn(String name, boolean may, String password) {
		Optional<String> hash = may ? hash(name) : Optional.empty();
		boolean right = this.passwords.matches(password, hash);
		return right ? open(name, hash.get()) : hash.isPresent() && fail(name);
	}

	private Optional<String> hash(String name) {
		return this.jdbc.sql("select password_hash from account where name = ?")
			.param(name)
			.query(String.class)
			.optional();
	}

	/** Only while nobody closed, shut or changed the account meanwhile. */
	private boolean open(String name, String hash) {
		return this.jdbc
			.sql("update account set failures = 0, closed_until = null where " + OPEN + " and password_hash = :hash")
			.param("name", name)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("hash", hash)
			.update() == 1;
	}

	private boolean fail(String name) {
		Instant now = this.clock.instant();
		this.jdbc
			.sql("update account set failures = case when failures + 1 >= :most then 0 else failures + 1 end,"
					+ " closed_until = case when failures + 1 >= :most then cast(:until as timestamptz) end where "
					+ OPEN)
			.param("most", FAILURES)
			.param("until", now.plus(CLOSED).atOffset(ZoneOffset.UTC))
			.param("name", name)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		return false;
	}

}
