package io.rollcall.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the database is. */
final class DatabaseOption {

	private static final String NAME = "--database";

	@Spec(Spec.Target.MIXEE)
	private CommandSpec spec;

	private String url;

	/**
	 * Takes the address. An empty one is a variable that nobody has set: no reason to
	 * work on another database.
	 */
	@Option(names = NAME, paramLabel = "URL", descriptionKey = "cli.help.database")
	void take(String address) {
		if (address != null && address.isBlank()) {
			throw new ParameterException(this.spec.commandLine(), NAME, this.spec.findOption(NAME), address);
		}
		this.url = address;
	}

	/**
	 * The database's address.
	 * @return the URL, or null for the embedded server
	 */
	String url() {
		return this.url;
	}

}
