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
import io.rollcall.run.RunListener;
import io.rollcall.run.RunRequest;
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
		assertThat(shown(registrar, "待处理"))
			.containsExactlyInAnyOrderElementsOf(told("case_id", (row) -> !row.getField("severity").equals("I")));
		assertThat(shown(registrar, "仅供了解"))
			.containsExactlyInAnyOrderElementsOf(told("finding_id", (row) -> row.getField("severity").equals("I")));
		Set<String> open = readBy("college");
		Set<String> told = readBy("told");
		for (Path book : books()) {
			String college = book.getFileName().toString().replace(".xlsx", "").replace("未归属", "");
			Predicate<NamedCsvRecord> own = (row) -> row.getField("college").equals(college) && !isOfAFile(row);
			Predicate<NamedCsvRecord> read = (row) -> open.contains(row.getField("finding_id"));
			Predicate<NamedCsvRecord> toDo = (row) -> !row.getField("severity").equals("I");
			assertThat(shown(ReadBack.sheets(book), "待处理")).as(college)
				.containsExactlyInAnyOrderElementsOf(told("case_id", own.and(read).and(toDo)));
			assertThat(shown(ReadBack.sheets(book), "仅供了解")).as(college)
				.containsExactlyInAnyOrderElementsOf(told("finding_id",
						own.and(read.and(toDo.negate()).or((row) -> told.contains(row.getField("finding_id"))))));
		}
	}

	@Test
	void theLeagueTellsHowManyCasesACollegeDoesNotRead() throws IOException {
		List<List<String>> league = ReadBack.sheets(this.published.resolve("registrar.xlsx")).get("学院进度");
		List<String> head = league.get(0);
		int untold = 0;
		for (Path book : books()) {
			String college = book.getFileName().toString().replace(".xlsx", "");
			List<String> row = league.stream().filter((one) -> one.get(0).equals(college)).findFirst().orElseThrow();
			int own = shown(ReadBack.sheets(book), "待处理").size();
			int alone = Integer.parseInt(row.get(head.indexOf("仅本科处理")));
			assertThat(own + alone).as(college).isEqualTo(Integer.parseInt(row.get(head.indexOf("待处理"))));
			untold += alone;
		}
		assertThat(untold).isPositive();
	}

	private Set<String> readBy(String reader) {
		return Set.copyOf(this.rollcall.jdbc()
			.sql("select finding_id from finding where reader = ?")
			.param(reader)
			.query(String.class)
			.list());
	}

	/** A finding about a file has no student. */
	private static boolean isOfAFile(NamedCsvRecord row) {
		return row.getField("name").isEmpty() && row.getField("student_no").isEmpty()
				&& row.getField("candidate_no").isEmpty();
	}

	/**
	 * Id, student and the three values of every finding of the two sheets of findings.
	 */
	private static List<List<String>> shown(Map<String, List<List<String>>> sheets, String sheet) {
		List<String> head = sheets.get(sheet).get(0);
		return sheets.get(sheet)
			.stream()
			.skip(1)
			.filter((row) -> row.size() == head.size())
			.map((row) -> Stream.of("编号", "学号", "考生号", "姓名").map((column) -> row.get(head.indexOf(column))).toList())
			.toList();
	}

	/** What the table tells, each case or finding once. */
	private List<List<String>> told(String id, Predicate<NamedCsvRecord> wanted) {
		return this.findings.stream()
			.filter(wanted)
			.map((row) -> Stream.of(id, "student_no", "candidate_no", "name").map(row::getField).toList())
			.distinct()
			.toList();
	}

	@Test
	void countsAreThoseOfTheSummary() throws IOException {
		JsonNode summary = JsonMapper.shared().readTree(Files.readString(this.published.resolve("summary.json")));
		Map<String, List<List<String>>> registrar = ReadBack.sheets(this.published.resolve("registrar.xlsx"));
		assertThat(registrar.get("待处理")).hasSize(summary.get("cases_total").get("to_do").asInt() + 1);
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

	/**
	 * Of a record that is probably another student's the student's college reads that
	 * there is one, once.
	 */
	@Test
	void aCollegeReadsOnceOfAnotherStudentsRecord() throws IOException {
		List<String> students = this.rollcall.jdbc()
			.sql("select distinct student_no from finding where reader <> 'college' order by 1")
			.query(String.class)
			.list();
		assertThat(students).isNotEmpty();
		List<String> told = new ArrayList<>();
		for (Path book : books()) {
			List<List<String>> rows = ReadBack.sheets(book).get("仅供了解");
			rows.stream()
				.filter((row) -> row.contains("另有记录（由学籍管理科处理）"))
				.forEach((row) -> told.add(row.get(rows.get(0).indexOf("学号"))));
		}
		assertThat(told).containsExactlyInAnyOrderElementsOf(students);
	}

	/** The last digits of a number and the birth date of one person never meet. */
	@Test
	void noCollegeSeesBirthDateAndNumberOfOnePerson() throws IOException {
		for (Path book : books()) {
			Map<String, Set<String>> exposed = new HashMap<>();
			List<List<String>> rows = ReadBack.sheets(book).get("待处理");
			List<String> head = rows.get(0);
			for (List<String> row : rows.subList(1, rows.size())) {
				if (row.size() == head.size()) {
					Set<String> what = exposed.computeIfAbsent(
							row.get(head.indexOf("学号")) + row.get(head.indexOf("姓名")), (any) -> new HashSet<>());
					if (SHOWN_END.matcher(String.join(" ", row)).find()) {
						what.add("number");
					}
					if (row.get(head.indexOf("项目")).equals("出生日期")) {
						what.add("date");
					}
				}
			}
			assertThat(exposed).isNotEmpty();
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
