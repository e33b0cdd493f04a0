package io.rollcall.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class JobFileDocsTest {

	private static final Path DOCS = Path.of("docs", "job-file.md");

	private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

	@Test
	void everySettingAndFieldIsDocumented() throws Exception {
		assertThat(Files.readAllLines(DOCS)).filteredOn((line) -> line.startsWith("| `") || line.matches("`[a-z].*"))
			.extracting((line) -> line.split("`")[1])
			.containsAll(JobReader.SETTINGS)
			.containsAll(JobSource.SETTINGS)
			.containsAll(JobOperation.GATE)
			.containsAll(JobOperation.MAIL)
			.containsAll(JobOperation.RETENTION)
			.containsAll(Fields.standard().all().stream().map(Field::name).toList());
	}

	@Test
	void everyHeaderIsDocumentedWithItsField() throws Exception {
		List<String> lines = Files.readAllLines(DOCS);
		for (Field field : Fields.standard().all()) {
			String line = lines.stream()
				.filter((text) -> text.startsWith("| `" + field.name() + "` |"))
				.findFirst()
				.get();
			Arrays.stream(SourceRole.values())
				.flatMap((role) -> field.headers().in(role).stream())
				.forEach((header) -> assertThat(line).contains(header));
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void everyExampleIsValid(String example) {
		String rest = Cases.VALID.lines()
			.filter((line) -> example.startsWith("colleges") ? !line.matches("colleges:|  - .*") : true)
			.reduce("", (a, b) -> a + b + "\n");
		String text = example.startsWith("campaign") ? example + "colleges: [{name: 理学院}]\n" : rest + example;
		assertThat(catching(text)).isEmpty();
	}

	@Test
	void bothLanguagesHaveEveryText() {
		for (String reason : List.of("campaign", "headers")) {
			assertThat(keys(reason, "zh")).isEqualTo(keys(reason, "en"));
		}
	}

	static Stream<String> examples() throws Exception {
		return EXAMPLE.matcher(Files.readString(DOCS)).results().map((found) -> found.group(1));
	}

	private static String catching(String text) {
		try {
			JobFiles.parse("example.yml", text);
			return "";
		}
		catch (JobFileException ex) {
			return ex.sentence(Messages.of("en"));
		}
	}

	private static List<String> keys(String bundle, String language) {
		return ResourceBundle.getBundle("io.rollcall.text." + bundle, Locale.forLanguageTag(language))
			.keySet()
			.stream()
			.sorted()
			.toList();
	}

}
