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
	 * Whether the password until now was wrong, rather than the new one.
	 * @return true for a wrong old password
	 */
	public boolean isOldPassword() {
		return getMessage().equals("OLD_PASSWORD");
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
