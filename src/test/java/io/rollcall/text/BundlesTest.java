package io.rollcall.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every bundle says the same things about the same values in both languages. */
class BundlesTest {

	private static final Path FOLDER = Path.of("src/main/resources/io/rollcall/text");

	private static final String CHINESE = "_zh.properties";

	private static final String ENGLISH = "_en.properties";

	private static final Pattern PLACE = Pattern.compile("\\{\\d}");

	@ParameterizedTest
	@MethodSource("bundles")
	void bothLanguagesHaveTheSameTexts(String bundle) throws IOException {
		assertThat(texts(bundle + CHINESE).stringPropertyNames())
			.as("texts of %s%s and %s%s", FOLDER.resolve(bundle), CHINESE, bundle, ENGLISH)
			.isNotEmpty()
			.isEqualTo(texts(bundle + ENGLISH).stringPropertyNames());
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void bothLanguagesNameTheSameValues(String bundle) throws IOException {
		Properties english = texts(bundle + ENGLISH);
		texts(bundle + CHINESE).forEach((key, text) -> assertThat(places((String) text)).as((String) key)
			.isEqualTo(places(english.getProperty((String) key))));
	}

	private static Stream<String> bundles() throws IOException {
		List<String> files;
		try (Stream<Path> found = Files.list(FOLDER)) {
			files = found.map((file) -> file.getFileName().toString()).sorted().toList();
		}
		assertThat(files).hasSizeGreaterThan(2).allMatch((file) -> file.endsWith(CHINESE) || file.endsWith(ENGLISH));
		return files.stream().map((file) -> file.substring(0, file.length() - CHINESE.length())).distinct();
	}

	private static List<String> places(String text) {
		return PLACE.matcher(text).results().map(MatchResult::group).sorted().distinct().toList();
	}

	private static Properties texts(String file) throws IOException {
		Properties texts = new Properties();
		try (Reader in = Files.newBufferedReader(FOLDER.resolve(file))) {
			texts.load(in);
		}
		return texts;
	}

}
