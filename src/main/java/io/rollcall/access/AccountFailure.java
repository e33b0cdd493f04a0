package io.rollcall.access;

import java.util.Arrays;
import java.util.List;

import io.rollcall.text.Messages;

/** An account cannot be what was asked for. Wrong usage, in one sentence. */
public final class AccountFailure extends RuntimeException {

	private final List<String> arguments;

	AccountFailure(String key, Object... arguments) {
		super(key);
		this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
	}

	/**
	 * The field of a form that is wrong.
	 * @return {@code username}, {@code role}, {@code college}, {@code old} or {@code new}
	 */
	public String field() {
		return switch (getMessage()) {
			case "NO_COLLEGE", "COLLEGE" -> "college";
			case "SCHOOL" -> "role";
			case "OLD_PASSWORD" -> "old";
			case "PASSWORD" -> "new";
			default -> "username";
		};
	}

	/**
	 * The sentence for people.
	 * @param messages the texts of their language
	 * @return what is wrong and what is allowed
	 */
	public String sentence(Messages messages) {
		return messages.get("access." + getMessage(), this.arguments.toArray());
	}

}
