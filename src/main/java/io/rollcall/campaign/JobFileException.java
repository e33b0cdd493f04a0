package io.rollcall.campaign;

import java.util.ArrayList;
import java.util.List;

import io.rollcall.text.Messages;

/** A job file that cannot be used. Its message is one sentence for people. */
public final class JobFileException extends Exception {

	private final String file;

	private final int line;

	private final String path;

	private final String reason;

	private final transient Object[] arguments;

	JobFileException(String file, int line, SettingException cause) {
		this(file, line, cause.path(), cause.reason(), cause.arguments());
	}

	JobFileException(String file, int line, String path, String reason, Object... arguments) {
		super(sentence(Messages.of("en"), file, line, path, reason, arguments));
		this.file = file;
		this.line = line;
		this.path = path;
		this.reason = reason;
		this.arguments = arguments;
	}

	/**
	 * The sentence in a language.
	 * @param messages the texts of the language
	 * @return file, line and setting where known, what is wrong and what is allowed
	 */
	public String sentence(Messages messages) {
		return sentence(messages, this.file, this.line, this.path, this.reason, this.arguments);
	}

	/**
	 * The line of the job file.
	 * @return the line from 1, or 0 when the whole file is meant
	 */
	public int line() {
		return this.line;
	}

	/**
	 * The setting.
	 * @return its path, such as {@code colleges[2].aliases}, or empty
	 */
	public String path() {
		return this.path;
	}

	/**
	 * What is wrong, in one word.
	 * @return the key of the text, such as {@code UNKNOWN_SETTING}
	 */
	public String reason() {
		return this.reason;
	}

	private static String sentence(Messages messages, String file, int line, String path, String reason,
			Object... arguments) {
		List<String> place = new ArrayList<>(List.of(file));
		if (line > 0) {
			place.add(messages.get("campaign.line", line));
		}
		if (!path.isEmpty()) {
			place.add(messages.get("campaign.setting", path));
		}
		return messages.get("campaign.sentence", String.join(messages.get("campaign.comma"), place),
				messages.get("campaign." + reason, arguments));
	}

}
