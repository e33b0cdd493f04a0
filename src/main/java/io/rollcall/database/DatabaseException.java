package io.rollcall.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.rollcall.text.Messages;

/**
 * The database cannot be used. Says why in one sentence and what to do; never holds a
 * password or a value from a table, so it may be logged.
 */
public final class DatabaseException extends RuntimeException {

	private final String key;

	private final List<String> arguments;

	DatabaseException(Throwable cause, String key, Object... arguments) {
		super(Messages.of("en").get("database." + key, arguments), cause);
		this.key = key;
		this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
	}

	DatabaseException(String key, Object... arguments) {
		this(null, key, arguments);
	}

	/**
	 * What an exception says of the database, when that is where it comes from: a server
	 * that is gone, a full disk.
	 * @param throwable any exception
	 * @return the first cause that has a sentence, or empty
	 */
	public static Optional<DatabaseException> in(Throwable throwable) {
		for (Throwable cause = throwable; cause != null; cause = cause.getCause()) {
			if (cause instanceof DatabaseException found) {
				return Optional.of(found);
			}
			if (cause instanceof SQLException sql && SqlFailure.using(sql).isPresent()) {
				return SqlFailure.using(sql);
			}
		}
		return Optional.empty();
	}

	/**
	 * The sentence for people.
	 * @param messages the texts of their language
	 * @return why the database cannot be used, and what to do
	 */
	public String sentence(Messages messages) {
		return messages.get("database." + this.key, this.arguments.toArray());
	}

	/**
	 * Whether the address itself is no address of a PostgreSQL server, which is wrong
	 * usage rather than a database that cannot be used.
	 * @return true when another address has to be typed
	 */
	public boolean isUsage() {
		return this.key.equals("URL_UNKNOWN");
	}

	String key() {
		return this.key;
	}

}
