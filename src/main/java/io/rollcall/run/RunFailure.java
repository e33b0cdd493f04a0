package io.rollcall.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.text.Messages;

/**
 * Ends a run, or refuses to start one, for a reason that a person can do something about.
 * The message is the reason's key, so that it may stand in logs and in Batch's tables.
 */
public final class RunFailure extends RuntimeException {

	private final List<String> arguments;

	/**
	 * A failure.
	 * @param key the text's key behind {@code run.}
	 * @param arguments what the sentence names; never personal data
	 */
	public RunFailure(String key, Object... arguments) {
		super(key);
		this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
	}

	/**
	 * The sentence for people.
	 * @param messages the texts of a language
	 * @return what is wrong and what to do
	 */
	public String sentence(Messages messages) {
		return messages.get("run." + getMessage(), this.arguments.toArray());
	}

	/**
	 * What another process needs to say the same: the reason's key and what the sentence
	 * names.
	 * @return what the constructor was told
	 */
	public List<String> words() {
		return Stream.concat(Stream.of(getMessage()), this.arguments.stream()).toList();
	}

	/**
	 * Whether somebody asked for the end.
	 * @return true when nothing is wrong
	 */
	public boolean isInterrupt() {
		return getMessage().startsWith("INTERRUPTED");
	}

	/**
	 * Whether what was asked for does not exist, which is wrong usage rather than a
	 * failed run.
	 * @return true for an unknown run or college, where nothing was published yet, or for
	 * a campaign's name that another school has
	 */
	public boolean isUsage() {
		return getMessage().startsWith("UNKNOWN_") || getMessage().equals("NOTHING_PUBLISHED")
				|| getMessage().equals("NAME_TAKEN");
	}

}
