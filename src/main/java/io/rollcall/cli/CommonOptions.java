package io.rollcall.cli;

import io.rollcall.text.Messages;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {

	@Option(names = "--debug", descriptionKey = "cli.help.debug")
	private boolean debug;

	@Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "cli.help.lang")
	private String language;

	@Option(names = { "-h", "--help" }, usageHelp = true, descriptionKey = "cli.help.help")
	private boolean help;

	Messages messages() {
		return Messages.of((this.language != null) ? this.language : Language.ofEnvironment());
	}

}
