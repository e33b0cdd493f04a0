package io.rollcall.cli;

import java.util.List;
import java.util.Optional;

import io.rollcall.database.Database;
import io.rollcall.database.SpringSettings;
import io.rollcall.pipeline.remote.PartsSettings;
import io.rollcall.text.Messages;
import picocli.CommandLine.Option;

/** Who does the parts of runs. */
final class PartsOptions {

	@Option(names = "--remote", descriptionKey = "cli.help.remote")
	private boolean remote;

	@Option(names = "--part-timeout", paramLabel = "MINUTES", descriptionKey = "cli.help.partTimeout")
	private Integer minutes;

	/**
	 * What the application is to be told.
	 * @param databaseUrl the database that somebody named, or null
	 * @return properties as arguments
	 * @throws UsageError when workers could not reach the database, or a word or number
	 * is wrong
	 */
	String[] arguments(String databaseUrl, Messages messages) {
		String parts = this.remote ? PartsSettings.REMOTE : SpringSettings.get(PartsSettings.PARTS).orElse("");
		if (!List.of("", PartsSettings.REMOTE, PartsSettings.LOCAL).contains(parts)) {
			throw new UsageError(messages.get("cli.parts", parts));
		}
		String patience = Optional.ofNullable(this.minutes)
			.map(String::valueOf)
			.or(() -> SpringSettings.get(PartsSettings.TIMEOUT))
			.orElse(String.valueOf(PartsSettings.MINUTES));
		if (!patience.matches("[1-9][0-9]{0,4}")) {
			throw new UsageError(messages.get("cli.partTimeout", patience));
		}
		if (!parts.equals(PartsSettings.REMOTE)) {
			return new String[0];
		}
		if (Database.isEmbedded(databaseUrl)) {
			throw new UsageError(messages.get("cli.remote.database", "--remote"));
		}
		return new String[] { "--" + PartsSettings.PARTS + "=" + parts, "--" + PartsSettings.TIMEOUT + "=" + patience };
	}

}
