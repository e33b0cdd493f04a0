package io.rollcall.portal;

import java.util.Arrays;
import java.util.List;

import io.rollcall.text.Messages;

/** A setting of the portal cannot be so: {@code serve} does not start. */
public final class WrongSetting extends RuntimeException {

	private final String key;

	private final List<String> arguments;

	/**
	 * A wrong setting.
	 * @param key the sentence's key, without {@code portal.setting.}
	 * @param arguments what stands in the sentence, such as the setting's name; nothing
	 * secret
	 */
	public WrongSetting(String key, Object... arguments) {
		super(key + " " + Arrays.toString(arguments));
		this.key = key;
		this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
	}

	/**
	 * The sentence for people.
	 * @param messages the texts of their language
	 * @return which setting is wrong, and how
	 */
	public String sentence(Messages messages) {
		return messages.get("portal.setting." + this.key, this.arguments.toArray());
	}

}
