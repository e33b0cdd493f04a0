package io.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rollcall.launch.Invocation;
import io.rollcall.text.Messages;
import picocli.CommandLine.TypeConversionException;

/** What is pasted or scripted wrongly and would be taken for something else. */
final class Slips {

	/** Word processors and chat programs make such dashes of two hyphens or of one. */
	private static final Pattern DASHED = Pattern.compile("[‐-―−－]+-?([A-Za-z][A-Za-z-]*(?:=.*)?)");

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
		return Stream.of(arguments)
			.map(DASHED::matcher)
			.filter((word) -> word.matches())
			.findFirst()
			.map((word) -> messages.get("cli.usage.dash", word.group(), "--" + word.group(1)));
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
