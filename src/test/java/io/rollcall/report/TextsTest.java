package io.rollcall.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

	private static final Pattern SHEET_NAME = Pattern.compile("[^\\[\\]:*?/\\\\]{1,25}");

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void sheetNamesFitWithTheirNumber(String language) throws IOException {
		Properties texts = texts(language);
		assertThat(
				texts.stringPropertyNames().stream().filter((key) -> key.matches("report\\.sheet\\.(?!.*\\.empty$).+")))
			.hasSizeGreaterThanOrEqualTo(29)
			.allSatisfy((key) -> assertThat(texts.getProperty(key)).matches(SHEET_NAME));
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
