package io.rollcall.pipeline;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cases over several nights: what colleges and the registrar answer in their workbooks is
 * entered once, lapses when values change, is handed over, and closes by evidence.
 */
class CaseNightsTest {

	private static final String HEADER = "考生号,学号,姓名,性别,出生日期,身份证号,民族,专业名称,学院,查询时间\n";

	private static final String ONE = "20610000000001,202001001,张三,女,19940823,810000199408230021,汉族,飞行器设计,飞行器学院,20201110\n";

	private static final String TWO = "20610000000002,202001002,李四,男,19950101,81000019950101901X,汉族,软件工程,理学院,20201110\n";

	@TempDir
	private Path folder;

	private Installation installation;

	@BeforeEach
	void open() throws Exception {
		this.installation = new Installation(this.folder);
		sources(ONE, ONE.replace("汉族", "回族"));
		this.installation.file("admission/录取.csv", HEADER + ONE);
	}

	@AfterEach
	void close() {
		this.installation.close();
	}

	@Test
	void anAnswerGoesThroughToTheCorrectionAndTheCaseClosesByEvidence() throws Exception {
		Path first = run(12);
		answer(first.resolve("colleges/飞行器学院.xlsx"), "飞行器学院的答复.xlsx", "202001001", "字段不一致",
				Map.of("学院审核结论", "属实", "佐证材料", "居民身份证", "审核人", "王老师", "审核日期", "2020-11-13"));
		Path second = run(13);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "college-confirmed");
		assertThat(codes()).containsEntry("REVIEW_APPLIED", 1L).doesNotContainKeys("REVIEW_REFUSED", "REVIEW_STALE");
		assertThat(cases(second)).containsEntry("answered", 1).containsEntry("new", 0).containsEntry("open", 1);

		answer(second.resolve("registrar.xlsx"), "教务处.xlsx", "202001001", "字段不一致",
				Map.of("复核意见", "同意", "复核人", "赵老师", "复核日期", "2020-11-14"));
		Path third = run(14);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "sent");
		assertThat(codes()).containsEntry("REVIEW_APPLIED", 1L);
		assertThat(third.resolve("corrections.dbf")).exists();
		List<List<String>> lines = rows(third.resolve("corrections.xlsx"), 0);
		assertThat(lines.get(0)).startsWith("KSH", "XH", "XM", "XB", "CSRQ", "ZJLX", "ZJHM");
		assertThat(lines).hasSize(2);
		assertThat(lines.get(1)).startsWith("20610000000001", "202001001", "张三", "", "", "", "", "", "汉族");

		Path fourth = run(15);
		assertThat(fourth.resolve("corrections.xlsx")).doesNotExist();
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "sent");

		sources(ONE, ONE);
		Path fifth = run(16);
		assertThat(states("FIELD_DIFFERS")).isEmpty();
		assertThat(cases(fifth)).containsEntry("closed", 1);
		assertThat(codes()).containsEntry("REVIEW_APPLIED", 1L).doesNotContainKeys("REVIEW_STALE");

		sources(ONE, ONE.replace("汉族", "回族"));
		Path sixth = run(17);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "reopened");
		assertThat(cases(sixth)).containsEntry("reopened", 1).containsEntry("new", 0);
		assertThat(events()).containsExactly("answered open college-confirmed",
				"answered college-confirmed registrar-approved", "sent registrar-approved sent", "closed sent closed",
				"reopened closed reopened");
	}

	@Test
	void bothAnswersOfOneNightCountInTheirOrder() throws Exception {
		Path first = run(12);
		answer(first.resolve("registrar.xlsx"), "a.xlsx", "202001001", "字段不一致", Map.of("复核意见", "同意"));
		answer(first.resolve("colleges/飞行器学院.xlsx"), "b.xlsx", "202001001", "字段不一致",
				Map.of("学院审核结论", "属实", "审核日期", "2020-11-13"));
		Path second = run(13);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "sent");
		assertThat(second.resolve("corrections.xlsx")).exists();
	}

	@Test
	void aFileThatCannotBeOpenedKeepsNoOtherAnswerBack() throws Exception {
		Path first = run(12);
		answer(first.resolve("colleges/飞行器学院.xlsx"), "答复.xlsx", "202001001", "字段不一致", Map.of("学院审核结论", "属实"));
		this.installation.file("reviews/坏.xlsx", "PK\u0003\u0004 no workbook");
		run(13);
		assertThat(codes()).containsEntry("REVIEW_APPLIED", 1L);
		run(14);
		assertThat(codes()).containsEntry("REVIEW_APPLIED", 1L);
		assertThat(this.installation.jdbc()
			.sql("select first_seen from finding where code = 'REVIEW_APPLIED' order by run_id desc limit 1")
			.query(LocalDate.class)
			.single()).isEqualTo(LocalDate.of(2020, 11, 13));
		Files.delete(this.folder.resolve("input/reviews/答复.xlsx"));
		run(15);
		assertThat(codes()).doesNotContainKey("REVIEW_APPLIED");
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "college-confirmed");
	}

	@Test
	void whoIsMissingStaysMissingWhileTheSourceItselfIsAbsent() throws Exception {
		this.installation.file("admission/录取.csv", HEADER + ONE + TWO);
		sources(ONE + TWO, ONE);
		run(12);
		assertThat(missing()).isEqualTo("202001002 open 2020-11-12");
		Files.delete(this.folder.resolve("input/platform/学信网.csv"));
		run(13);
		assertThat(missing()).isEqualTo("202001002 open 2020-11-12");
		sources(ONE + TWO, ONE);
		run(14);
		assertThat(missing()).isEqualTo("202001002 open 2020-11-14");
		sources(ONE + TWO, ONE + TWO);
		run(15);
		assertThat(codes()).doesNotContainKey("MISSING_IN_PLATFORM");
	}

	private String missing() {
		return this.installation.jdbc().sql("""
				select student_no || ' ' || state || ' ' || last_seen from finding
				 where code = 'MISSING_IN_PLATFORM' and run_id = (select max(run_id) from run)
				""").query(String.class).single();
	}

	@Test
	void anAnswerLapsesWhenAValueChangesAndIsStaleFromThenOn() throws Exception {
		Path first = run(12);
		answer(first.resolve("colleges/飞行器学院.xlsx"), "答复.xlsx", "202001001", "字段不一致", Map.of("学院审核结论", "不属实"));
		run(13);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "college-rejected");
		sources(ONE, ONE.replace("汉族", "满族"));
		Path third = run(14);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "open");
		assertThat(codes()).containsEntry("REVIEW_STALE", 1L).doesNotContainKey("REVIEW_APPLIED");
		assertThat(cases(third)).containsEntry("stale", 1);
		assertThat(events()).containsExactly("answered open college-rejected", "lapsed college-rejected open");
	}

	@Test
	void aLaterAnswerReplacesAnEarlierOneAndNobodyWhoIsUnsureConsents() throws Exception {
		Path first = run(12);
		answer(first.resolve("colleges/飞行器学院.xlsx"), "答复.xlsx", "202001001", "字段不一致", Map.of("学院审核结论", "属实"));
		Path second = run(13);
		answer(second.resolve("colleges/飞行器学院.xlsx"), "更改.xlsx", "202001001", "字段不一致", Map.of("学院审核结论", "无法确定"));
		Path third = run(14);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "open");
		answer(third.resolve("registrar.xlsx"), "教务处.xlsx", "202001001", "字段不一致", Map.of("复核意见", "同意"));
		run(15);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "open");
		assertThat(events()).containsExactly("answered open college-confirmed", "answered college-confirmed open",
				"answered open open");
	}

	@Test
	void whatIsExplainedStaysSilentUntilAValueChanges() throws Exception {
		Path first = run(12);
		answer(first.resolve("colleges/飞行器学院.xlsx"), "答复.xlsx", "202001001", "字段不一致",
				Map.of("学院审核结论", "非问题", "备注", "民族成分变更"));
		Path second = run(13);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "open");
		answer(second.resolve("registrar.xlsx"), "教务处.xlsx", "202001001", "字段不一致", Map.of("复核意见", "同意"));
		Path third = run(14);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "known-ok");
		assertThat(rows(third.resolve("colleges/飞行器学院.xlsx"), "待处理")).noneMatch((row) -> row.contains("202001001"));
		sources(ONE, ONE.replace("汉族", "满族"));
		run(15);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "open");
	}

	@Test
	void theSameNightsRunAgainGiveTheSameCounts() throws Exception {
		Path first = run(12);
		answer(first.resolve("colleges/飞行器学院.xlsx"), "答复.xlsx", "202001001", "字段不一致", Map.of("学院审核结论", "属实"));
		sources(ONE + TWO, ONE.replace("汉族", "回族") + TWO.replace("软件工程", "数学"));
		Path second = run(13);
		sources(ONE + TWO, ONE + TWO.replace("软件工程", "数学"));
		Path third = run(14);
		Map<String, Integer> afterTwo = cases(second);
		Map<String, Integer> afterThree = cases(third);
		assertThat(afterTwo).containsEntry("new", 1).containsEntry("open", 1).containsEntry("answered", 1);
		assertThat(afterThree).containsEntry("closed", 1).containsEntry("open", 1).containsEntry("new", 0);
		sources(ONE + TWO, ONE.replace("汉族", "回族") + TWO.replace("软件工程", "数学"));
		assertThat(cases(run(13))).isEqualTo(afterTwo);
		sources(ONE + TWO, ONE + TWO.replace("软件工程", "数学"));
		assertThat(cases(run(14))).isEqualTo(afterThree);
	}

	@Test
	void aWorkbookThatSomebodyChangedIsRefusedWithTheCell() throws Exception {
		Path first = run(12);
		answer(first.resolve("colleges/飞行器学院.xlsx"), "答复.xlsx", "202001001", "字段不一致",
				Map.of("学院审核结论", "不属实", "更正值", "汉族"));
		Path second = run(13);
		assertThat(states("FIELD_DIFFERS")).containsEntry("ethnic_group", "open");
		assertThat(codes()).containsEntry("REVIEW_REFUSED", 1L);
		JsonNode reviews = new JsonMapper().readTree(second.resolve("summary.json").toFile())
			.path("rows")
			.path("reviews");
		assertThat(reviews.path("read").asInt()).isEqualTo(1);
		assertThat(reviews.path("loaded").asInt()).isEqualTo(1);
	}

	@Test
	void aProbableLinkThatIsApprovedLinksFromTheNextRunOn() throws Exception {
		sources(",202001001,张三,女,19940823,,汉族,飞行器设计,飞行器学院,\n", ONE.replace("202001001", ""));
		Path first = run(12);
		assertThat(codes()).containsEntry("LINK_PROBABLE", 2L);
		answer(first.resolve("colleges/飞行器学院.xlsx"), "答复.xlsx", "202001001", "可能是同一学生", Map.of("学院审核结论", "属实"));
		Path second = run(13);
		assertThat(codes()).containsEntry("LINK_PROBABLE", 2L);
		answer(second.resolve("registrar.xlsx"), "教务处.xlsx", "202001001", "可能是同一学生", Map.of("复核意见", "同意"));
		run(14);
		run(15);
		assertThat(codes()).doesNotContainKeys("LINK_PROBABLE", "MISSING_IN_PLATFORM", "MISSING_IN_ROSTER");
	}

	private void sources(String roster, String platform) throws Exception {
		this.installation.file("roster/名单.csv", HEADER + roster).file("platform/学信网.csv", HEADER + platform);
	}

	private Path run(int day) throws Exception {
		return this.installation.run(LocalDate.of(2020, 11, day), RunListener.NONE).folder();
	}

	/**
	 * Fills in the row of a student and hands the workbook in under a name of its own.
	 */
	private void answer(Path workbook, String name, String student, String title, Map<String, String> answers)
			throws Exception {
		Path target = this.folder.resolve("input/reviews").resolve(name);
		Files.createDirectories(target.getParent());
		try (InputStream in = Files.newInputStream(workbook); Workbook book = new XSSFWorkbook(in)) {
			Sheet sheet = book.getSheet("待处理");
			Map<String, Integer> columns = new HashMap<>();
			sheet.getRow(0).forEach((cell) -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
			int found = 0;
			for (Row row : sheet) {
				if (text(row, columns.get("学号")).equals(student) && text(row, columns.get("问题")).equals(title)) {
					found++;
					answers.forEach((column, value) -> row
						.getCell(columns.get(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
						.setCellValue(value));
				}
			}
			assertThat(found).isEqualTo(1);
			try (OutputStream out = Files.newOutputStream(target)) {
				book.write(out);
			}
		}
	}

	private static String text(Row row, int column) {
		Cell cell = row.getCell(column);
		return (cell == null) ? "" : cell.toString();
	}

	private static List<List<String>> rows(Path workbook, Object sheet) throws Exception {
		List<List<String>> rows = new ArrayList<>();
		try (InputStream in = Files.newInputStream(workbook); Workbook book = new XSSFWorkbook(in)) {
			Sheet found = (sheet instanceof Integer number) ? book.getSheetAt(number) : book.getSheet((String) sheet);
			for (Row row : found) {
				List<String> cells = new ArrayList<>();
				row.forEach((cell) -> cells.add(cell.toString()));
				rows.add(cells);
			}
		}
		return rows;
	}

	/** The states of the findings of a code in the newest run, by field. */
	private Map<String, String> states(String code) {
		Map<String, String> states = new TreeMap<>();
		this.installation.jdbc()
			.sql("select field, state from finding where run_id = (select max(run_id) from run) and code = ?")
			.param(code)
			.query((row) -> {
				states.put(row.getString(1), row.getString(2));
			});
		return states;
	}

	private Map<String, Long> codes() {
		Map<String, Long> codes = new TreeMap<>();
		this.installation.jdbc()
			.sql("select code, count(*) from finding where run_id = (select max(run_id) from run) group by code")
			.query((row) -> {
				codes.put(row.getString(1), row.getLong(2));
			});
		return codes;
	}

	private List<String> events() {
		return this.installation.jdbc().sql("""
				select e.kind || ' ' || e.before || ' ' || e.after
				  from case_event e join effective_run using (run_id)
				 where e.code = 'FIELD_DIFFERS' order by business_date, event_no
				""").query(String.class).list();
	}

	/** The night's changes over all colleges. */
	private static Map<String, Integer> cases(Path run) {
		Map<String, Integer> counts = new TreeMap<>();
		JsonNode cases = new JsonMapper().readTree(run.resolve("summary.json").toFile()).path("cases");
		cases.forEach((college) -> college.propertyNames()
			.forEach((name) -> counts.merge(name, college.path(name).asInt(), Integer::sum)));
		return counts;
	}

}
