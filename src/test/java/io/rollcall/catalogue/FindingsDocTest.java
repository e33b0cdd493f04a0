package io.rollcall.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/findings.md is made from the catalogue. After a change of the catalogue, write it
 * anew with {@code mvn test -Dtest=FindingsDocTest -Drollcall.write-docs=true}.
 */
class FindingsDocTest {

	private static final Path PAGE = Path.of("docs/findings.md");

	@Test
	void thePageSaysWhatTheCatalogueSays() throws IOException {
		String page = page();
		if (Boolean.getBoolean("rollcall.write-docs")) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE)).isEqualTo(page);
	}

	@Test
	void everyKindIsExplainedInBothLanguages() {
		assertThat(Catalogue.shipped().kinds()).allSatisfy((kind) -> {
			for (Locale locale : new Locale[] { Locale.CHINESE, Locale.ENGLISH }) {
				assertThat(kind.title(locale)).isNotBlank();
				assertThat(kind.meaning(locale)).isNotBlank();
				assertThat(kind.action(locale)).isNotBlank();
				assertThat(kind.example(locale)).isNotBlank();
			}
		});
	}

	private static String page() {
		StringBuilder page = new StringBuilder("""
				# Findings

				Severity: **E** must be acted on, **W** to look at, **I** for information. This page is made from the
				catalogue, `src/main/resources/io/rollcall/catalogue/findings.yml`.
				""");
		for (FindingKind kind : Catalogue.shipped().kinds()) {
			page.append("\n## `%s` %s · %s (%s)\n".formatted(kind.code(), kind.title(Locale.CHINESE),
					kind.title(Locale.ENGLISH), kind.severity()));
			for (Locale locale : new Locale[] { Locale.CHINESE, Locale.ENGLISH }) {
				boolean chinese = locale.equals(Locale.CHINESE);
				Messages messages = Messages.of(locale.getLanguage());
				String sheets = kind.sheets()
					.stream()
					.sorted()
					.map((sheet) -> messages.get("report.sheet." + sheet.name().toLowerCase(Locale.ROOT)))
					.collect(Collectors.joining(chinese ? "、" : ", "));
				page.append("\n%s\n".formatted(kind.meaning(locale)))
					.append("**%s** %s\n".formatted(chinese ? "怎么办：" : "What to do:", kind.action(locale)))
					.append("**%s** %s\n".formatted(chinese ? "例：" : "Example:", kind.example(locale)))
					.append(sheets.isEmpty() ? "" : "**%s** %s\n".formatted(chinese ? "另见工作表：" : "Listed on:", sheets));
			}
		}
		return page
			.append("""

					## Refusals

					Rows: `ROW_MALFORMED` 无法作为一条记录读取 (cannot be read as a record), `ROW_NO_KEY` 没有姓名，或考生号、学号、身份证号都没有
					(no name, or no number at all). Files: `FILE_EMPTY`, `FILE_ENCRYPTED`, `FILE_UNREADABLE`,
					`FILE_NOT_A_TABLE`, `FILE_TOO_LARGE`, `FILE_HEADER`, `FILE_CHANGED`, `FILE_OTHER_CAMPAIGN`. Each stands in
					`rejects.csv` with one sentence that says what is wrong and what to do.

					A right check digit says nothing about whose number it is: only the police can tell.
					""")
			.toString();
	}

}
