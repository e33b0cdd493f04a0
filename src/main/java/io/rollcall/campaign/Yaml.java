package io.rollcall.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values as job files hold them. */
public final class Yaml {

	/** Texts that mean themselves without quotes. */
	private static final Pattern PLAIN = Pattern.compile("[\\p{IsHan}A-Za-z_][\\p{IsHan}A-Za-z0-9_（）·]*");

	/** Words that YAML takes for something else. */
	private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null");

	private Yaml() {
	}

	/**
	 * A text as a value.
	 * @param text the text
	 * @return in quotes where it could mean something else
	 */
	public static String quoted(String text) {
		boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
		return plain ? text : code(text);
	}

	/**
	 * A code as a value: 04 is no number.
	 * @param code the code
	 * @return always in quotes
	 */
	public static String code(String code) {
		StringBuilder quoted = new StringBuilder("\"");
		code.codePoints().forEach((c) -> {
			if (c == '"' || c == '\\') {
				quoted.append('\\').appendCodePoint(c);
			}
			else if (Character.isISOControl(c)) {
				quoted.append("\\u%04X".formatted(c));
			}
			else {
				quoted.appendCodePoint(c);
			}
		});
		return quoted.append('"').toString();
	}

	/**
	 * Texts as a list.
	 * @param texts the texts
	 * @return on one line
	 */
	public static String list(List<String> texts) {
		return texts.stream().map(Yaml::quoted).collect(Collectors.joining(", ", "[", "]"));
	}

	/**
	 * Codes with their meanings.
	 * @param meanings meanings by code
	 * @return a map on one line
	 */
	public static String map(Map<String, String> meanings) {
		return meanings.entrySet()
			.stream()
			.map((entry) -> code(entry.getKey()) + ": " + quoted(entry.getValue()))
			.collect(Collectors.joining(", ", "{", "}"));
	}

}
