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
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nights on which colleges and the registrar answer by chance, in workbooks new and old,
 * with files that stay or go and sources that change: whatever the order, nothing is
 * corrected that nobody wanted, and all figures of a night are one.
 */
class CaseSequencesTest {

	private static final List<String> PEOPLES = List.of("汉族", "回族", "满族", "壮族");

	private static final List<String> COLLEGES = List.of("飞行器学院", "理学院");

	private static final String FIELD = "民族";

	@TempDir
	private Path folder;

	private final Map<String, Map<String, String>> sources = new TreeMap<>();

	/** What the registrar ever wrote as his own value, by student. */
	private final Map<String, Set<String>> own = new HashMap<>();

	private final List<Path> published = new ArrayList<>();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void nothingIsCorrectedThatNobodyWanted(long seed) throws Exception {
		Random chance = new Random(seed);
		try (Nights nights = new Nights(this.folder)) {
			for (int day = 10; day < 19; day++) {
				change(chance, nights, day == 10);
				RunOutcome night = nights.installation().run(LocalDate.of(2020, 11, day), RunListener.NONE);
				this.published.add(night.folder());
				assertCorrections(nights, night.folder());
				assertFigures(night);
				answer(chance, nights, day);
			}
			assertThat(nights.events()).anyMatch((event) -> event.endsWith("registrar-approved"));
		}
	}

	private void change(Random chance, Nights nights, boolean first) throws IOException {
		for (int i = 1; i <= 6; i++) {
			String student = "20200100" + i;
			Map<String, String> values = this.sources.computeIfAbsent(student, (key) -> new HashMap<>());
			for (String source : List.of("roster", "platform", "admission")) {
				if (first || chance.nextInt(12) == 0) {
					values.put(source, PEOPLES.get(chance.nextInt(3)));
				}
			}
		}
		nights.sources(rows("roster"), rows("platform"), rows("admission"));
	}

	private String rows(String source) {
		return this.sources.entrySet().stream().map((student) -> {
			String number = student.getKey();
			int i = number.charAt(number.length() - 1) - '0';
			return "2061000000000%d,%s,%s,女,19940823,%s,%s,飞行器设计,%s,20201110%n".formatted(i, number,
					"张王李赵钱孙".charAt(i - 1) + "三", idNumber(i), student.getValue().get(source), COLLEGES.get(i % 2));
		}).collect(Collectors.joining());
	}

	/** An invented number of a woman, by GB 11643. */
	private static String idNumber(int person) {
		String number = "81000019940823%03d".formatted(2 * person);
		int sum = 0;
		for (int i = 0; i < 17; i++) {
			sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
		}
		return number + "10X98765432".charAt(sum % 11);
	}

	private void answer(Random chance, Nights nights, int day) throws Exception {
		for (int n = chance.nextInt(5); n >= 0; n--) {
			Path run = this.published.get(Math.max(0, this.published.size() - 1 - chance.nextInt(3) / 2));
			boolean college = chance.nextBoolean();
			String workbook = college ? "colleges/" + COLLEGES.get(chance.nextInt(2)) + ".xlsx" : Nights.REGISTRAR;
			List<Map<String, String>> rows = Nights.sheet(run.resolve(workbook), "待处理")
				.stream()
				.filter((row) -> FIELD.equals(row.get("项目")))
				.toList();
			if (!rows.isEmpty()) {
				String student = rows.get(chance.nextInt(rows.size())).get("学号");
				String name = (college ? "学院" : "教务处") + chance.nextInt(4) + ".xlsx";
				nights.answer(run, workbook, name, student, FIELD,
						college ? college(chance) : registrar(chance, student));
			}
		}
		for (Path file : files(this.folder.resolve("input/reviews"))) {
			if (chance.nextInt(5) == 0) {
				Files.delete(file);
			}
		}
		if (day % 3 == 0) {
			Path run = this.published.get(chance.nextInt(this.published.size()));
			RunRef ref = RunRef.parse(run.getFileName().toString()).orElseThrow();
			nights.installation()
				.handedIn()
				.enter(nights.installation().runs().find(ref), "platform", LocalDate.of(2020, 11, day), "registrar");
		}
	}

	private static String[] college(Random chance) {
		String conclusion = List.of("属实", "属实", "属实", "不属实", "待佐证", "非问题", "无法确定").get(chance.nextInt(7));
		boolean value = conclusion.equals("属实") && chance.nextBoolean();
		return new String[] { "学院审核结论", conclusion, "更正值", value ? PEOPLES.get(chance.nextInt(4)) : "", "审核人", "王老师" };
	}

	private String[] registrar(Random chance, String student) {
		String opinion = List.of("同意", "同意", "同意", "不同意", "退回学院").get(chance.nextInt(5));
		String value = (opinion.equals("同意") && chance.nextInt(3) == 0) ? PEOPLES.get(chance.nextInt(4)) : "";
		if (!value.isEmpty()) {
			this.own.computeIfAbsent(student, (key) -> new HashSet<>()).add(value);
		}
		return new String[] { "复核意见", opinion, "更正值", value, "复核人", "赵老师" };
	}

	private static List<Path> files(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	/**
	 * Every approved value is one that a source, the college's accepted answer or the
	 * registrar's own cell has, and stands once where it belongs.
	 */
	private void assertCorrections(Nights nights, Path run) throws IOException {
		List<String> listed = new ArrayList<>();
		if (Files.exists(run.resolve("corrections.xlsx"))) {
			Nights.sheet(run.resolve("corrections.xlsx"), "更正前后对照")
				.stream()
				.filter((row) -> row.containsKey("更正后"))
				.forEach((row) -> listed.add(row.get("学号") + row.get("更正后")));
		}
		List<String> waiting = Nights.sheet(run.resolve(Nights.REGISTRAR), "已报送待生效")
			.stream()
			.filter((row) -> row.containsKey("更正后"))
			.map((row) -> row.get("学号") + row.get("更正后"))
			.toList();
		List<String> approved = new ArrayList<>();
		List<String> sent = new ArrayList<>();
		nights.installation()
			.jdbc()
			.sql("""
					select student_no, state, approved, case answer when 'CONFIRMED' then answer_value else '' end as confirmed
					  from run_case
					 where run_id = (select max(run_id) from run) and state in ('registrar-approved', 'sent') and approved <> ''
					""")
			.query((row) -> {
				String student = row.getString("student_no");
				String value = row.getString("approved");
				boolean isSent = row.getString("state").equals("sent");
				(isSent ? sent : approved).add(student + value);
				Set<String> wanted = new HashSet<>(this.own.getOrDefault(student, Set.of()));
				wanted.add(row.getString("confirmed"));
				if (!isSent) {
					wanted.addAll(this.sources.get(student).values());
					assertThat(wanted).as(student).contains(value);
				}
			});
		assertThat(listed).containsExactlyInAnyOrderElementsOf(approved);
		assertThat(waiting).containsAll(sent);
	}

	/** All that counts a night counts the same. */
	private void assertFigures(RunOutcome night) throws IOException {
		Path run = night.folder();
		Map<String, Integer> figures = Nights.figures(run);
		Path registrar = run.resolve(Nights.REGISTRAR);
		List<Map<String, String>> list = Nights.sheet(registrar, "待处理")
			.stream()
			.filter(CaseSequencesTest::isCase)
			.toList();
		assertThat(figures).containsEntry("to_do", list.size())
			.containsEntry("to_do", (int) night.cases().toDo())
			.containsEntry("must_act", (int) night.cases().errors())
			.containsEntry("must_act", with(list, "级别", "须处理"))
			.containsEntry("waits_for_college", with(list, "状态", "待学院核实"))
			.containsEntry("waits_for_evidence", with(list, "状态", "待佐证"))
			.containsEntry("waits_for_registrar", with(list, "状态", "待复核"))
			.containsEntry("waits_for_handover", with(list, "状态", "待报送"))
			.containsEntry("waits_for_platform",
					(int) Nights.sheet(registrar, "已报送待生效").stream().filter(CaseSequencesTest::isCase).count());
		int colleges = 0;
		for (Path book : files(run.resolve("colleges"))) {
			colleges += (int) Nights.sheet(book, "待处理").stream().filter(CaseSequencesTest::isCase).count();
		}
		List<Map<String, String>> league = Nights.sheet(registrar, "学院进度");
		assertThat(colleges + number(league.get(league.size() - 1).get("仅本科处理"))).isEqualTo(list.size());
		for (String sheet : List.of("学院进度", "运行趋势")) {
			List<Map<String, String>> rows = Nights.sheet(registrar, sheet);
			assertThat(number(rows.get(rows.size() - 1).get("待处理"))).as(sheet).isEqualTo(list.size());
			assertThat(number(rows.get(rows.size() - 1).get("须处理"))).as(sheet).isEqualTo(figures.get("must_act"));
		}
		Map<String, Long> changes;
		try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
			.detectBomHeader(true)
			.ofNamedCsvRecord(run.resolve("changes.csv"))) {
			changes = csv.stream()
				.collect(Collectors.groupingBy((row) -> row.getField("change"), Collectors.counting()));
		}
		for (String change : List.of("new", "closed", "reopened")) {
			assertThat(figures).as("%s", changes).containsEntry(change, changes.getOrDefault(change, 0L).intValue());
		}
	}

	private static boolean isCase(Map<String, String> row) {
		return !row.getOrDefault("编号", "").isEmpty();
	}

	private static int with(List<Map<String, String>> rows, String head, String word) {
		return (int) rows.stream().filter((row) -> row.get(head).contains(word)).count();
	}

	private static int number(String cell) {
		return (int) Double.parseDouble(cell);
	}

}
