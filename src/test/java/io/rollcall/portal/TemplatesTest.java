package io.rollcall.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rollcall.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What no template of the portal may have, and what each must. */
class TemplatesTest {

	private static final Path FOLDER = Path.of("src/main/resources/io/rollcall/portal");

	/** By what is wrong with it. */
	private static final Map<String, String> FORBIDDEN = Map.of("a script of its own", "<script(?![^>]*th:src)[^>]*>",
			"a style of its own", "<style|\\sstyle=|th:style", "a handler of its own", "\\son[a-z]+=|hx-on",
			"text that is not escaped", "th:utext|\\[\\(", "something fetched from elsewhere",
			"(?:src|href)=\"(?:https?:)?//", "a condition that Thymeleaf does not look at",
			"<[a-z:]+ (?=[^>]*th:(?:if|unless|each)=)(?=[^>]*th:(?:replace|insert)=)");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*[\\w])(?:\\(|\\})");

	static Stream<Path> templates() throws IOException {
		List<Path> found;
		try (Stream<Path> files = Files.walk(FOLDER)) {
			found = files.filter((file) -> file.toString().endsWith(".html")).sorted().toList();
		}
		assertThat(found).isNotEmpty();
		return found.stream();
	}

	@ParameterizedTest
	@MethodSource("templates")
	void nothingIsInlineOrFetchedFromElsewhere(Path template) throws IOException {
		String text = Files.readString(template).replace("xmlns:th=\"http://www.thymeleaf.org\"", "");
		FORBIDDEN.forEach((what, pattern) -> {
			Matcher matcher = Pattern.compile(pattern).matcher(text);
			assertThat(matcher.find() ? matcher.group() : "").as(template + " has " + what).isEmpty();
		});
	}

	@ParameterizedTest
	@MethodSource("templates")
	void everyTextIsThereInBothLanguages(Path template) throws IOException {
		TreeSet<String> keys = new TreeSet<>();
		Matcher matcher = KEY.matcher(Files.readString(template));
		while (matcher.find()) {
			keys.add(matcher.group(1));
		}
		for (String language : List.of("zh", "en")) {
			assertThat(keys).as(template + " in " + language).allMatch((key) -> Messages.of(language).has(key));
		}
	}

	@ParameterizedTest
	@MethodSource("templates")
	void aPageHasOneMainPartAndOneHeading(Path template) throws IOException {
		String text = Files.readString(template);
		if (text.contains("layout :: page")) {
			assertThat(text.split("<main").length - 1).as("main").isOne();
			assertThat(text.split("<h1").length - 1).as("h1").isOne();
			assertThat(text).contains("id=\"main\"");
		}
	}

}
