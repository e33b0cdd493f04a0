package io.rollcall.campaign;

import io.rollcall.text.Messages;

/** A job file that cannot be used. Its message is one sentence for people. */
public final class JobFileException extends Exception {

	private final String key;

	private final transient Object[] arguments;

	JobFileException(String key, Object... arguments) {
		super(Messages.of("en").get(key, arguments));
		this.key = key;
		this.arguments = arguments;
	}

	/**
	 * The sentence in a language.
	 * @param messages the texts of the language
	 * @return file, line, setting, what is wrong and what is allowed
	 */
	public String sentence(Messages messages) {
		return messages.get(this.key, this.arguments);
	}

}
