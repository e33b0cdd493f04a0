package io.rollcall.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

	private static final Pattern SHEET_NAME = Pattern.compile("[^\\[\\]:*?/\\\\]{1,25}");

	@Test
	void bothLanguagesSayTheSameThings() throws IOException {
		assertThat(texts("zh").stringPropertyNames()).isEqualTo(texts("en").stringPropertyNames());
	}

	@Test
	void bothLanguagesNameTheSameValues() throws IOException {
		Properties english = texts("en");
		texts("zh").forEach((key, text) -> assertThat(arguments((String) text)).as((String) key)
			.isEqualTo(arguments(english.getProperty((String) key))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void sheetNamesFitWithTheirNumber(String language) throws IOException {
		Properties texts = texts(language);
		assertThat(
				texts.stringPropertyNames().stream().filter((key) -> key.matches("report\\.sheet\\.(?!.*\\.empty$).+")))
			.hasSizeGreaterThanOrEqualTo(29)
			.allSatisfy((key) -> assertThat(texts.getProperty(key)).matches(SHEET_NAME));
	}

	private static List<String> arguments(String text) {
		return Pattern.compile("\\{\\d}").matcher(text).results().map((found) -> found.group()).sorted().toList();
	}

	private static Properties texts(String language) throws IOException {
		Properties texts = new Properties();
		try (InputStream in = TextsTest.class
			.getResourceAsStream("/io/rollcall/text/report_" + language + ".properties")) {
			texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return texts;
	}

}
