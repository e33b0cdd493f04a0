package io.rollcall.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The language of the terminal: {@code --lang}, else {@code ROLLCALL_LANG}, else Chinese.
 */
final class Language {

	private static final String OPTION = "--lang";

	private static final List<String> KNOWN = List.of("zh", "en");

	private Language() {
	}

	static String ofEnvironment() {
		return Optional.ofNullable(System.getenv("ROLLCALL_LANG")).filter((value) -> !value.isBlank()).orElse("zh");
	}

	static boolean isKnown(String language) {
		return KNOWN.contains(language);
	}

	/** Help and usage errors are worded before the arguments are parsed. */
	static String of(String... arguments) {
		List<String> words = Arrays.asList(arguments);
		int at = words.indexOf(OPTION);
		if (at >= 0 && at + 1 < words.size()) {
			return words.get(at + 1);
		}
		return words.stream()
			.filter((word) -> word.startsWith(OPTION + "="))
			.map((word) -> word.substring(OPTION.length() + 1))
			.findFirst()
			.orElseGet(Language::ofEnvironment);
	}

}
