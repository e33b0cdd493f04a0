package io.rollcall.cli;

import io.rollcall.text.Messages;
import picocli.CommandLine.Option;

/** Why somebody decides: nothing is decided without a reason. */
final class ReasonOption {

	@Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "cli.help.why")
	private String text;

	/**
	 * The reason.
	 * @param messages for the sentence when it is blank
	 * @return the text
	 */
	String text(Messages messages) {
		if (this.text.isBlank()) {
			throw new UsageError(messages.get("cli.reason"));
		}
		return this.text.strip();
	}

}
