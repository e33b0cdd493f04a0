package io.rollcall.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a process as people typed them. What Java hands to {@code main} has
 * been decoded by the locale: without a UTF-8 locale each byte of a Chinese character has
 * become a question mark, and no second decoding brings it back. Linux keeps the bytes.
 */
final class RawArguments {

	private RawArguments() {
	}

	/**
	 * The last arguments of a process, read as UTF-8.
	 * @param process its number, or {@code self}
	 * @param count how many there are
	 * @return the arguments, or empty where the system does not keep them
	 */
	static Optional<String[]> of(String process, int count) {
		String[] all = commandLine(process);
		return (all.length > count) ? Optional.of(Arrays.copyOfRange(all, all.length - count, all.length))
				: Optional.empty();
	}

	/**
	 * A process's program and all its arguments, read as UTF-8.
	 * @param process its number, or {@code self}
	 * @return the words, or none where the system does not keep them
	 */
	static String[] commandLine(String process) {
		try {
			byte[] bytes = Files.readAllBytes(Path.of("/proc", process, "cmdline"));
			String text = new String(bytes, StandardCharsets.UTF_8);
			// Every argument ends with a zero, also an empty one.
			String[] all = text.split("\0", -1);
			return Arrays.copyOf(all, all.length - 1);
		}
		catch (IOException ex) {
			return new String[0];
		}
	}

	/**
	 * The arguments that a launcher script was given. Windows hands them to Java in the
	 * letters of its code page; the environment, through which the script hands them on,
	 * has every letter.
	 * @param line the arguments as the command interpreter keeps them, or null
	 * @param decoded the arguments of {@code main}
	 * @return those of the line where they are the same but for lost letters, else those
	 * of {@code main}
	 */
	static String[] fromScript(String line, String... decoded) {
		if (line == null) {
			return decoded;
		}
		String[] words = split(line);
		return fit(words, decoded) ? words : decoded;
	}

	/**
	 * As Java's own start does on Windows, but for backslashes before quotation marks.
	 */
	private static String[] split(String line) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		boolean quoted = false;
		boolean begun = false;
		for (char c : line.toCharArray()) {
			if (!quoted && (c == ' ' || c == '\t')) {
				if (begun) {
					words.add(word.toString());
				}
				word.setLength(0);
				begun = false;
				continue;
			}
			begun = true;
			if (c == '"') {
				quoted = !quoted;
			}
			else {
				word.append(c);
			}
		}
		if (begun) {
			words.add(word.toString());
		}
		return words.toArray(String[]::new);
	}

	/**
	 * Whether these are the arguments that reached {@code main}: an argument file of the
	 * java command, for instance, would stand in their place.
	 */
	static boolean fit(String[] raw, String[] decoded) {
		if (raw.length != decoded.length) {
			return false;
		}
		for (int i = 0; i < raw.length; i++) {
			if (!ascii(raw[i]).equals(ascii(decoded[i]))) {
				return false;
			}
		}
		return true;
	}

	/** What every locale leaves as it is. */
	private static String ascii(String text) {
		return text.replaceAll("[^\\x01-\\x7E]|\\?", "");
	}

}
