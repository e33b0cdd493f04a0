package io.rollcall.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.StrictExit;
import io.rollcall.text.Messages;
import picocli.CommandLine.Option;

/** Which refusals make a command end with {@link ExitCode#REFUSED}. */
final class StrictExitOption {

	@Option(names = "--strict-exit", paramLabel = "files|rows|never", descriptionKey = "cli.help.strictExit")
	private String word;

	/**
	 * What was asked for.
	 * @return empty when the job file decides
	 * @throws UsageError when there is no such word
	 */
	Optional<StrictExit> of(Messages messages) {
		return Optional.ofNullable(this.word)
			.map((typed) -> StrictExit.of(typed)
				.orElseThrow(() -> new UsageError(messages.get("cli.strictExit", typed,
						Stream.of(StrictExit.values()).map(StrictExit::word).collect(Collectors.joining(", "))))));
	}

}
