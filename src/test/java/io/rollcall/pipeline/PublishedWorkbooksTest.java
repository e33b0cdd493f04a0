package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rollcall.campaign.Cases;
import io.rollcall.campaign.JobFiles;
import io.rollcall.report.ReadBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The workbooks of the shipped sample, read by another library than the one that wrote
 * them, against {@code findings.csv} and {@code summary.json}.
 */
class PublishedWorkbooksTest {

	private static final Path JOB = Cases.ungated();

	private static final Pattern CLEAR_NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\d{17}[0-9Xx](?![0-9A-Za-z])");

	private static final Pattern SHOWN_END = Pattern.compile("\\*{2,}[0-9Xx]{2,4}");

	@TempDir
	private Path folder;

	private Installation rollcall;

	private Path published;

	private List<NamedCsvRecord> findings;

	@BeforeEach
	void run() throws Exception {
		this.rollcall = new Installation(this.folder);
		this.published = this.rollcall.runs()
			.start(new RunRequest(JOB, Files.readString(JOB), JobFiles.load(JOB), LocalDate.of(2020, 11, 12),
					Path.of("input").toAbsolutePath(), this.folder.resolve("output"), "", false), RunListener.NONE)
			.folder();
		try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
			.detectBomHeader(true)
			.ofNamedCsvRecord(this.published.resolve("findings.csv"))) {
			this.findings = csv.stream().toList();
		}
	}

	@AfterEach
	void close() {
		this.rollcall.close();
	}

	@Test
	void everyWorkbookShowsWhatTheTableSays() throws IOException {
		Map<String, List<List<String>>> registrar = ReadBack.sheets(this.published.resolve("registrar.xlsx"));
		assertThat(shown(registrar)).containsExactlyInAnyOrderElementsOf(told((row) -> true));
		for (Path book : books()) {
			String college = book.getFileName().toString().replace(".xlsx", "").replace("未归属", "");
			assertThat(shown(ReadBack.sheets(book))).as(college)
				.containsExactlyInAnyOrderElementsOf(
						told((row) -> row.getField("college").equals(college) && !isOfAFile(row)));
		}
	}

	/** A finding about a file has no student. */
	private static boolean isOfAFile(NamedCsvRecord row) {
		return row.getField("name").isEmpty() && row.getField("student_no").isEmpty()
				&& row.getField("candidate_no").isEmpty();
	}

	/**
	 * Id, student and the three values of every finding of the two sheets of findings.
	 */
	private static List<List<String>> shown(Map<String, List<List<String>>> sheets) {
		List<List<String>> shown = new ArrayList<>();
		for (String sheet : List.of("待处理", "仅供了解")) {
			List<String> head = sheets.get(sheet).get(0);
			sheets.get(sheet)
				.stream()
				.skip(1)
				.filter((row) -> row.size() == head.size())
				.forEach((row) -> shown
					.add(Stream.of("编号", "学号", "考生号", "姓名").map((column) -> row.get(head.indexOf(column))).toList()));
		}
		return shown;
	}

	private List<List<String>> told(Predicate<NamedCsvRecord> wanted) {
		return this.findings.stream()
			.filter(wanted)
			.map((row) -> Stream.of("finding_id", "student_no", "candidate_no", "name").map(row::getField).toList())
			.toList();
	}

	@Test
	void countsAreThoseOfTheSummary() throws IOException {
		JsonNode summary = JsonMapper.shared().readTree(Files.readString(this.published.resolve("summary.json")));
		Map<String, List<List<String>>> registrar = ReadBack.sheets(this.published.resolve("registrar.xlsx"));
		assertThat(registrar.get("待处理")).hasSize(summary.get("findings_to_do").asInt() + 1);
		Map<String, Long> codes = this.findings.stream()
			.collect(Collectors.groupingBy((row) -> row.getField("code"), TreeMap::new, Collectors.counting()));
		codes.forEach((code, count) -> assertThat(summary.get("findings").get(code).asLong()).isEqualTo(count));
		List<List<String>> statistics = registrar.get("自查情况统计");
		List<String> total = statistics.get(statistics.size() - 1);
		assertThat(total.get(1)).isEqualTo(summary.get("self_check_total").get("expected").asString());
		assertThat(total.get(2)).isEqualTo(summary.get("self_check_total").get("checked").asString());
		for (int column : new int[] { 1, 2, 3, 7, 9 }) {
			long sum = statistics.subList(1, statistics.size() - 1)
				.stream()
				.mapToLong((row) -> row.get(column).isEmpty() ? 0 : Long.parseLong(row.get(column)))
				.sum();
			assertThat(total.get(column)).isIn(String.valueOf(sum), "");
		}
	}

	/**
	 * No part of a college's file, however hidden, knows a student of another college.
	 */
	@Test
	void aCollegeKnowsItsOwnStudentsOnly() throws IOException {
		Map<String, Set<String>> numbers = new HashMap<>();
		for (NamedCsvRecord row : this.findings) {
			Set<String> own = numbers.computeIfAbsent(row.getField("college"), (any) -> new HashSet<>());
			own.add(row.getField("student_no"));
			own.add(row.getField("candidate_no"));
		}
		numbers.values().forEach((own) -> own.remove(""));
		for (Path book : books()) {
			String college = book.getFileName().toString().replace(".xlsx", "").replace("未归属", "");
			String parts = String.join("\n", ReadBack.parts(book).values());
			Set<String> foreign = new HashSet<>();
			numbers.forEach((other, theirs) -> foreign.addAll(other.equals(college) ? Set.of() : theirs));
			foreign.removeAll(numbers.getOrDefault(college, Set.of()));
			assertThat(foreign).as(college).noneMatch(parts::contains);
			assertThat(CLEAR_NUMBER.matcher(parts).find()).as(college).isFalse();
		}
	}

	/** The last digits of a number and the birth date of one person never meet. */
	@Test
	void noCollegeSeesBirthDateAndNumberOfOnePerson() throws IOException {
		for (Path book : books()) {
			Map<String, Set<String>> exposed = new HashMap<>();
			List<List<String>> rows = ReadBack.sheets(book).get("待处理");
			for (List<String> row : rows.subList(1, rows.size())) {
				if (row.size() > 8) {
					Set<String> what = exposed.computeIfAbsent(row.get(2) + row.get(3), (any) -> new HashSet<>());
					String values = String.join(" ", row.subList(5, 9));
					if (SHOWN_END.matcher(values).find()) {
						what.add("number");
					}
					if (row.get(4).equals("出生日期")) {
						what.add("date");
					}
				}
			}
			assertThat(exposed.values()).noneMatch((what) -> what.size() > 1);
		}
	}

	@Test
	void stylesDoNotGrowWithTheRows() throws IOException {
		String styles = ReadBack.parts(this.published.resolve("registrar.xlsx")).get("xl/styles.xml");
		assertThat(styles.split("<xf ").length).isLessThan(64);
	}

	private List<Path> books() throws IOException {
		try (Stream<Path> books = Files.list(this.published.resolve("colleges"))) {
			return books.sorted().toList();
		}
	}

}
