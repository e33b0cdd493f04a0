package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.JobFiles;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind;
import io.rollcall.report.ReadBack;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunRequest;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No sheet but the technical page speaks to programs: no code, no notation of places, no
 * name of a field, in the workbooks of the shipped sample in both languages.
 */
class SheetWordsTest {

	private static final Path JOB = Path.of("jobs/freshman-2020.yml").toAbsolutePath();

	/**
	 * Codes of causes, routes, problems and classes, places, and names in small letters.
	 */
	private static final String TOKENS = "(?:CAUSE|ROUTE)-[A-Z]|\\bACC-\\d|[（(]D\\d[）)]|\\bID_[A-Z]+|#[^ ]*!\\d"
			+ "|\\b[a-z]+:[^ ]+\\.(?:xlsx?|csv|dbf)#|\\b[a-z]+_[a-z_]+\\b(?!\\.dbf)";

	/** Whole cells that only a program understands. */
	private static final Pattern CELL = Pattern.compile("[EWI]|[a-z]+(?:-[a-z]+)+|true|false");

	/** What the English sheets may say, the Chinese ones say in Chinese. */
	private static final Pattern ENGLISH = Pattern
		.compile("\\b(?:roster|platform|admission|enrolled|discrepancies|accounts|reviews|open|closed|sent)\\b");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void onlyTheTechnicalPageHoldsCodes(String language) throws Exception {
		Messages messages = Messages.of(language);
		String technical = messages.get("report.sheet.technical");
		Pattern tokens = Pattern.compile(TOKENS + "|\\b(?:"
				+ Catalogue.shipped().kinds().stream().map(FindingKind::code).collect(Collectors.joining("|"))
				+ ")\\b");
		for (Path book : books(language)) {
			for (Map.Entry<String, List<List<String>>> sheet : ReadBack.sheets(book).entrySet()) {
				List<String> cells = sheet.getValue().stream().flatMap(List::stream).toList();
				if (!sheet.getKey().equals(technical)) {
					String where = book.getFileName() + " " + sheet.getKey();
					assertThat(cells).as(where).noneMatch((cell) -> tokens.matcher(cell).find());
					assertThat(cells).as(where).noneMatch((cell) -> CELL.matcher(cell).matches());
					assertThat(cells).as(where)
						.noneMatch((cell) -> language.equals("zh") && ENGLISH.matcher(cell).find());
				}
			}
		}
	}

	private List<Path> books(String language) throws Exception {
		Path job = this.folder.resolve("words.yml");
		Files.writeString(job,
				Files.readString(JOB)
					.lines()
					.filter((line) -> !line.startsWith("campaign:") && !line.startsWith("language:"))
					.collect(Collectors.joining("\n", "", "\nlanguage: " + language + "\n")));
		try (Installation rollcall = new Installation(this.folder)) {
			Path published = rollcall.runs()
				.start(new RunRequest(job, Files.readString(job), JobFiles.load(job), LocalDate.of(2020, 11, 12),
						Path.of("input").toAbsolutePath(), this.folder.resolve("output"), "", false), RunListener.NONE)
				.folder();
			try (Stream<Path> all = Files.walk(published)) {
				return all.filter((file) -> file.toString().endsWith(".xlsx")).sorted().toList();
			}
		}
	}

}
