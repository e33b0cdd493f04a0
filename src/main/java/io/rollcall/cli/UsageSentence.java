package io.rollcall.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.linkage.Edits;
import io.rollcall.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the user's language. */
final class UsageSentence {

	private static final int MOST_MEANT = 3;

	private UsageSentence() {
	}

	static String of(ParameterException ex, Messages messages, String... typed) {
		if (ex instanceof UnmatchedArgumentException unmatched) {
			return unmatched(unmatched.getUnmatched(), ex.getCommandLine(), messages);
		}
		if (ex instanceof MissingParameterException missing) {
			return missing(missing, messages, typed);
		}
		if (ex instanceof OverwrittenOptionException twice) {
			return messages.get("cli.usage.twice", name(twice.getOverwritten()));
		}
		ArgSpec argument = ex.getArgSpec();
		if (argument != null && ex.getValue() != null && isFlag(argument)) {
			return messages.get("cli.usage.flag", name(argument));
		}
		if (argument != null && ex.getValue() != null) {
			return messages.get((argument.type() == LocalDate.class) ? "cli.usage.date" : "cli.usage.value",
					name(argument), ex.getValue());
		}
		return messages.get("cli.usage", ex.getMessage());
	}

	/**
	 * What is missing was often given by a name that nobody knows, such as {@code -o}.
	 */
	private static String missing(MissingParameterException ex, Messages messages, String... typed) {
		List<String> unknown = ex.getCommandLine().getUnmatchedArguments();
		if (!unknown.isEmpty()) {
			return unmatched(unknown, ex.getCommandLine(), messages);
		}
		boolean named = ex.getMissing().size() == 1 && ex.getMissing().get(0) instanceof OptionSpec option
				&& Stream.of(typed).anyMatch((word) -> List.of(option.names()).contains(word));
		return messages.get(named ? "cli.usage.valueMissing" : "cli.usage.missing", names(ex.getMissing(), messages));
	}

	private static String unmatched(List<String> unknown, CommandLine in, Messages messages) {
		// What stands behind an unknown command is unknown for that reason only.
		String words = unknown.get(0);
		boolean command = in.getParent() == null && !words.startsWith("-");
		List<String> meant = meant(words, in.getCommandSpec());
		String sentence = messages.get(command ? "cli.usage.command" : "cli.usage.unknown", words,
				in.getCommandSpec().qualifiedName());
		return meant.isEmpty() ? sentence
				: messages.get("cli.usage.meant", sentence, String.join(messages.get("cli.comma"), meant));
	}

	/** What is called nearly so, the likeliest first. */
	private static List<String> meant(String typed, CommandSpec known) {
		if (typed.matches("-[A-Za-z]")) {
			return known.optionsMap()
				.keySet()
				.stream()
				.filter((word) -> word.startsWith("-" + typed))
				.sorted()
				.limit(MOST_MEANT)
				.toList();
		}
		Set<String> words = typed.startsWith("-") ? known.optionsMap().keySet() : known.subcommands().keySet();
		return words.stream()
			.filter((word) -> Edits.between(typed, word) < Edits.MANY)
			.sorted(Comparator.comparingInt((String word) -> Edits.between(typed, word))
				.thenComparing(Comparator.naturalOrder()))
			.limit(MOST_MEANT)
			.toList();
	}

	private static boolean isFlag(ArgSpec argument) {
		return argument.type() == boolean.class || argument.type() == Boolean.class;
	}

	private static String names(List<ArgSpec> arguments, Messages messages) {
		return arguments.stream().map(UsageSentence::name).collect(Collectors.joining(messages.get("cli.comma")));
	}

	private static String name(ArgSpec argument) {
		return (argument instanceof OptionSpec option) ? option.longestName() : argument.paramLabel();
	}

}
