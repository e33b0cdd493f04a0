package io.rollcall.cli;

import picocli.CommandLine.Option;

/** Where the database is. */
final class DatabaseOption {

	@Option(names = "--database", paramLabel = "URL", descriptionKey = "cli.help.database")
	private String url;

	/**
	 * The database's address.
	 * @return the URL, or null for the embedded server
	 */
	String url() {
		return this.url;
	}

}
