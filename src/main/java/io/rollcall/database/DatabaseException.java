package io.rollcall.database;

import java.util.Arrays;
import java.util.List;

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
	 * The sentence for people.
	 * @param messages the texts of their language
	 * @return why the database cannot be used, and what to do
	 */
	public String sentence(Messages messages) {
		return messages.get("database." + this.key, this.arguments.toArray());
	}

	String key() {
		return this.key;
	}

}
