package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One name for one thing: the texts and guides against {@code docs/glossary.md}. */
class GlossaryTest {

	private static final Path GLOSSARY = Path.of("docs/glossary.md");

	@Test
	void theTextsSayWhatTheGlossarySays() throws IOException {
		List<List<String>> words = rows().filter((row) -> row.size() == 4 && row.get(0).startsWith("`")).toList();
		assertThat(words).hasSizeGreaterThan(20).allSatisfy((row) -> {
			String key = row.get(0).replace("`", "");
			assertThat(Messages.of("zh").get(key)).isEqualTo(row.get(1));
			assertThat(Messages.of("en").get(key)).isEqualTo(row.get(2));
		});
	}

	@Test
	void bothPlacesThatNameASourceNameItAlike() {
		for (String language : List.of("zh", "en")) {
			Messages messages = Messages.of(language);
			for (String role : List.of("roster", "platform", "admission", "enrolled", "discrepancies", "accounts",
					"reviews")) {
				assertThat(messages.get("report.role." + role)).isEqualToIgnoringCase(messages.get("run.role." + role));
			}
		}
	}

	@Test
	void nobodySaysWhatHasAnotherName() throws IOException {
		List<String> unsaid = rows().filter((row) -> row.size() == 2)
			.map((row) -> row.get(0))
			.filter((word) -> !word.equals("instead of") && !word.startsWith("-"))
			.toList();
		assertThat(unsaid).hasSizeGreaterThan(5);
		for (Path file : texts()) {
			assertThat(Files.readString(file)).as(file.toString()).doesNotContain(unsaid);
		}
	}

	private static List<Path> texts() throws IOException {
		try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/io/rollcall/text"));
				Stream<Path> docs = Files.list(Path.of("docs"))) {
			return Stream
				.of(bundles, docs.filter((file) -> file.toString().endsWith(".md") && !file.equals(GLOSSARY)),
						Stream.of(Path.of("README.md"),
								Path.of("src/main/resources/io/rollcall/catalogue/findings.yml")))
				.flatMap((files) -> files)
				.toList();
		}
	}

	private static Stream<List<String>> rows() throws IOException {
		return Files.readAllLines(GLOSSARY)
			.stream()
			.filter((line) -> line.startsWith("|"))
			.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList());
	}

}
