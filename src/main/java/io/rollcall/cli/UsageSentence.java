package io.rollcall.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import io.rollcall.text.Messages;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the user's language. */
final class UsageSentence {

	private UsageSentence() {
	}

	static String of(ParameterException ex, Messages messages) {
		if (ex instanceof UnmatchedArgumentException unmatched) {
			return unmatched(unmatched, messages);
		}
		if (ex instanceof MissingParameterException missing) {
			return messages.get("cli.usage.missing", names(missing.getMissing()));
		}
		if (ex instanceof OverwrittenOptionException twice) {
			return messages.get("cli.usage.twice", name(twice.getOverwritten()));
		}
		ArgSpec argument = ex.getArgSpec();
		if (argument != null && ex.getValue() != null) {
			return messages.get((argument.type() == LocalDate.class) ? "cli.usage.date" : "cli.usage.value",
					name(argument), ex.getValue());
		}
		return messages.get("cli.usage", ex.getMessage());
	}

	private static String unmatched(UnmatchedArgumentException ex, Messages messages) {
		String words = String.join(" ", ex.getUnmatched());
		boolean command = ex.getCommandLine().getParent() == null && !words.startsWith("-");
		return messages.get(command ? "cli.usage.command" : "cli.usage.unknown", words,
				ex.getCommandLine().getCommandSpec().qualifiedName());
	}

	private static String names(List<ArgSpec> arguments) {
		return arguments.stream().map(UsageSentence::name).collect(Collectors.joining(" "));
	}

	private static String name(ArgSpec argument) {
		return (argument instanceof OptionSpec option) ? option.longestName() : argument.paramLabel();
	}

}
