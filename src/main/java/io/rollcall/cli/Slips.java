package io.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.rollcall.launch.Invocation;
import io.rollcall.text.Messages;
import picocli.CommandLine.TypeConversionException;

/** What is pasted or scripted wrongly and would be taken for something else. */
final class Slips {

	/** Word processors and chat programs make such dashes of two hyphens or of one. */
	private static final Pattern DASHED = Pattern.compile("[‐-―−－]+-?([A-Za-z][A-Za-z-]*(?:=.*)?)");

	/** What Chinese keyboards and documents put where the shell wants its own space. */
	private static final Pattern SPACED = Pattern.compile("(-{0,2}[a-z][a-z-]*)[\\u3000\\u00a0].*");

	/** Quotation marks of documents, which the shell leaves where they are. */
	private static final Pattern QUOTED = Pattern.compile("[“”‘’「『](.*)[“”‘’」』]");

	/** What follows these is a text of its own. */
	private static final Set<String> TEXTS = Set.of("--reason");

	private static final Pattern PROGRAM = Pattern.compile("(?:.*[/\\\\])?(?:rollcall(?:\\.cmd|\\.jar)?|java)");

	private Slips() {
	}

	/**
	 * Looks at a command line before it is understood.
	 * @param messages the texts
	 * @param arguments the command and its options
	 * @return what is wrong with it, empty if nothing is
	 */
	static Optional<String> in(Messages messages, String... arguments) {
		if (arguments.length > 0 && PROGRAM.matcher(arguments[0]).matches()) {
			return Optional.of(messages.get("cli.usage.program", arguments[0], Invocation.words()));
		}
		return IntStream.range(0, arguments.length)
			.filter((i) -> i == 0 || !TEXTS.contains(arguments[i - 1]))
			.mapToObj((i) -> word(messages, arguments[i], i == 0))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private static Optional<String> word(Messages messages, String word, boolean command) {
		Matcher dashed = DASHED.matcher(word);
		if (dashed.matches()) {
			return Optional.of(messages.get("cli.usage.dash", word, "--" + dashed.group(1)));
		}
		Matcher spaced = SPACED.matcher(word);
		if (spaced.matches() && (command || word.startsWith("-"))) {
			return Optional.of(messages.get("cli.usage.space", spaced.group(1)));
		}
		Matcher quoted = QUOTED.matcher(word);
		return quoted.matches() ? Optional.of(messages.get("cli.usage.quotes", quoted.group(1))) : Optional.empty();
	}

	/** A path; an empty one is a variable that nobody has set, not this folder. */
	static Path path(String text) {
		if (text.isBlank()) {
			throw new TypeConversionException(text);
		}
		return Path.of(text);
	}

	/** Which of some files may have been meant by a name that is none. */
	static List<String> alike(String named, List<Path> files) {
		String stem = stem(Path.of(named));
		return files.stream().filter((file) -> stem(file).equalsIgnoreCase(stem)).map(Path::toString).toList();
	}

	private static String stem(Path file) {
		return String.valueOf(file.getFileName())
			.replaceFirst("^.*\\\\", "")
			.replaceFirst("\\.[^.]*$", "")
			.replace(' ', '-');
	}

}
