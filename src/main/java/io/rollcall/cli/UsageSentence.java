package io.rollcall.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.linkage.Edits;
import io.rollcall.text.Messages;
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

	static String of(ParameterException ex, Messages messages) {
		if (ex instanceof UnmatchedArgumentException unmatched) {
			return unmatched(unmatched, messages);
		}
		if (ex instanceof MissingParameterException missing) {
			return messages.get("cli.usage.missing", names(missing.getMissing(), messages));
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

	private static String unmatched(UnmatchedArgumentException ex, Messages messages) {
		// What stands behind an unknown command is unknown for that reason only.
		String words = ex.getUnmatched().get(0);
		boolean command = ex.getCommandLine().getParent() == null && !words.startsWith("-");
		List<String> meant = meant(ex);
		String sentence = messages.get(command ? "cli.usage.command" : "cli.usage.unknown", words,
				ex.getCommandLine().getCommandSpec().qualifiedName());
		return meant.isEmpty() ? sentence
				: messages.get("cli.usage.meant", sentence, String.join(messages.get("cli.comma"), meant));
	}

	/** What is called nearly so, the likeliest first. */
	private static List<String> meant(UnmatchedArgumentException ex) {
		String typed = ex.getUnmatched().get(0);
		CommandSpec known = ex.getCommandLine().getCommandSpec();
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
