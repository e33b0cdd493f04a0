package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.sheet.Seals;
import io.rollcall.text.Messages;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list to answer, the long texts behind it, and what was handed in: what they say.
 */
class CaseSheetsTest {

	private static final String COLLEGE = "计算机学院";

	private static final List<String> HEADER = List.of("级别", "学号", "姓名", "项目", "问题", "教务名单", "学信网导出", "录取数据", "学生申报",
			"拟更正为", "状态", "学院审核结论", "更正值", "佐证材料", "审核人", "审核日期", "备注", "复核意见", "复核说明", "建议途径", "天数", "新增", "序号", "考生号",
			"专业", "班级", "立案日期", "编号");

	@TempDir
	private Path folder;

	@Test
	void aCaseIsOneRowWithEverythingToDecideOn() throws IOException {
		CaseRow row = CaseBuilder.aCase()
			.named("c-1")
			.values("birth_date", "2002-03-15", "2002-03-16")
			.admission("")
			.claimed("2002-03-15")
			.proposed("20020315")
			.because("CAUSE-UPLOAD", "ROUTE-PLATFORM", "platform")
			.inClass("会计学", "会计2001")
			.found("FIELD_DIFFERS", "E", "学信网导出可疑", "请核实")
			.found("ID_CHECKSUM", "E", "末位不符", "")
			.found("FIELD_DIFFERS", "E", "另一处", "")
			.answered("CONFIRMED", "20020317", "户口簿")
			.reviewed("RETURNED", "", "请再核实")
			.state("college-confirmed")
			.fresh()
			.build();
		assertThat(college(SampleRows.ofCases(row)).get("待处理")).containsExactly(HEADER,
				List.of("须处理", "2020010001", "测试甲", "出生日期", "信息不一致、证件号校验位有误", "2002-03-15", "2002-03-16", "",
						"2002-03-15", "2002-03-15", "学院已核实，待复核", "属实", "2002-03-17", "户口簿", "王老师", "2020-11-09", "",
						"退回学院", "请再核实", "学信平台修改", "5", "新", "1", "20610100000001", "会计学", "会计2001", "2020-11-05",
						"c-1"));
	}

	@ParameterizedTest
	@CsvSource({ "open,'',待学院核实", "open,PENDING,待佐证", "open,NO_PROBLEM,学院称非问题，待复核", "open,UNSURE,学院无法确定，待复核",
			"reopened,'',再次出现，待学院核实", "reopened,PENDING,再次出现，待佐证", "college-confirmed,CONFIRMED,学院已核实，待复核",
			"college-rejected,REJECTED,学院不属实，待复核", "registrar-approved,CONFIRMED,已批准，待报送",
			"registrar-approved,UNSURE,已批准，待报送" })
	void theStateSaysWhoHasToAct(String state, String answer, String words) throws IOException {
		CaseBuilder row = CaseBuilder.aCase().state(state);
		SampleRows rows = SampleRows
			.ofCases((answer.isEmpty() ? row : row.answered(answer, "", "")).note("returned").build());
		assertThat(ReadBack.cell(college(rows).get("待处理"), 1, "状态")).isEqualTo(words + "（退回学院）");
	}

	@Test
	void theRegistrarReadsTheCollegesAnswerAndFindsHisOwnButNeverAValue() throws IOException {
		CaseRow row = CaseBuilder.aCase()
			.proposed("测试丙")
			.answered("CONFIRMED", "测试丙", "居民身份证")
			.reviewed("AGREED", "学信平台学籍信息修改", "已看原件")
			.state("registrar-approved")
			.build();
		List<List<String>> list = registrar(SampleRows.ofCases(row)).get("待处理");
		int first = list.get(0).indexOf("拟更正为");
		assertThat(list.get(0).subList(first, first + 13)).containsExactly("拟更正为", "状态", "学院结论", "学院更正值", "佐证材料", "审核人",
				"日期", "复核意见", "更正值", "复核办理途径", "复核人", "复核日期", "备注");
		assertThat(list.get(1).subList(first, first + 13)).containsExactly("测试丙", "已批准，待报送", "属实", "测试丙", "居民身份证",
				"王老师", "2020-11-09", "同意", "", "学信平台学籍信息修改", "赵老师", "2020-11-10", "已看原件");
	}

	@Test
	void theNumberLeadsToTheTextsWhichStandThereOnce() throws Exception {
		CaseRow first = CaseBuilder.aCase().found("FIELD_DIFFERS", "E", "甲处不同", "请核实").build();
		CaseRow second = CaseBuilder.aCase()
			.values("id_no", "", "")
			.found("ID_CHECKSUM", "E", "末位不符", "")
			.found("FIELD_DIFFERS", "W", "第7–14位不同", "查身份证")
			.build();
		Map<String, List<List<String>>> sheets = college(SampleRows.ofCases(first, second));
		List<List<String>> texts = sheets.get("问题说明");
		assertThat(ReadBack.column(texts, "编号")).containsExactly(first.caseId(), second.caseId());
		assertThat(ReadBack.column(texts, "序号")).containsExactly("1", "2");
		assertThat(ReadBack.column(texts, "说明")).containsExactly("甲处不同", "证件号校验位有误：末位不符 信息不一致：第7–14位不同");
		assertThat(ReadBack.column(texts, "建议")).containsExactly("请核实",
				"证件号校验位有误：" + Samples.LEGEND.action("ID_CHECKSUM") + " 信息不一致：查身份证");
		assertThat(sheets.get("待处理").stream().flatMap(List::stream)).noneMatch((text) -> text.contains("不同"));
		try (XSSFWorkbook workbook = new XSSFWorkbook(file().toFile())) {
			XSSFSheet list = workbook.getSheet("待处理");
			int number = column(list, "序号");
			assertThat(List.of(1, 2)).allSatisfy((row) -> {
				assertThat(list.getRow(row).getCell(number).getNumericCellValue()).isEqualTo(row.doubleValue());
				assertThat(list.getHyperlink(row, number).getAddress()).isEqualTo("'问题说明'!A" + (row + 1));
			});
		}
	}

	@Test
	void textsSayInWordsWhatTablesSayInCodes() throws IOException {
		FindingRow row = FindingBuilder.aFinding()
			.detail("学信网导出可疑；原因（推测，待人工确认）：学校上报有误（CAUSE-UPLOAD，ROUTE-PLATFORM）")
			.more("CAUSE-UPLOAD", "ROUTE-PLATFORM", "platform")
			.build();
		List<List<String>> texts = college(SampleRows.of(List.of(row))).get("问题说明");
		assertThat(ReadBack.cell(texts, 1, "说明")).isEqualTo("学信网导出可疑");
		assertThat(ReadBack.cell(texts, 1, "推测原因")).isEqualTo("学校上报有误");
		assertThat(ReadBack.cell(texts, 1, "位置")).isEqualTo("教务名单《甲.xlsx》工作表“学生”第 2 行；学信网导出《a.csv》第 3 行");
	}

	@Test
	void aPrivateDetailIsTheRegistrarsOnly() throws IOException {
		FindingRow row = FindingBuilder.aFinding().detail("另有记录").privateDetail("涉及：测试丙").build();
		SampleRows rows = SampleRows.of(List.of(row));
		assertThat(ReadBack.cell(college(rows).get("问题说明"), 1, "说明")).isEqualTo("另有记录");
		assertThat(ReadBack.parts(file()).values()).noneMatch((part) -> part.contains("测试丙"));
		assertThat(ReadBack.cell(registrar(rows).get("问题说明"), 1, "说明")).isEqualTo("另有记录 涉及：测试丙");
	}

	@Test
	void textsOfSeveralFindingsAreShownWhole() throws IOException {
		CaseRow row = CaseBuilder.aCase()
			.found("FIELD_DIFFERS", "E", "甲".repeat(400), "")
			.found("ID_CHECKSUM", "E", "乙".repeat(400), "")
			.build();
		assertThat(ReadBack.cell(college(SampleRows.ofCases(row)).get("问题说明"), 1, "说明"))
			.isEqualTo("信息不一致：" + "甲".repeat(400) + " 证件号校验位有误：" + "乙".repeat(400));
	}

	@Test
	void otherSheetsLeadToTheTextsToo() throws Exception {
		FindingRow plain = FindingBuilder.aFinding().build();
		FindingRow missing = FindingBuilder.aFinding().code("MISSING_IN_PLATFORM").build();
		FindingRow claim = FindingBuilder.aFinding().code("CLAIM_SUPPORTED").values("sex", "男", "女").build();
		college(SampleRows.of(List.of(plain, missing, claim)));
		try (XSSFWorkbook workbook = new XSSFWorkbook(file().toFile())) {
			Map<String, Integer> places = Map.of("名单差异", 2, "申报核实", 3);
			places.forEach((name, number) -> {
				XSSFSheet sheet = workbook.getSheet(name);
				int column = column(sheet, "序号");
				assertThat(sheet.getRow(1).getCell(column).getNumericCellValue()).isEqualTo(number.doubleValue());
				assertThat(sheet.getHyperlink(1, column).getAddress()).isEqualTo("'问题说明'!A" + (number + 1));
			});
		}
	}

	@Test
	void theManifestMarksWhatNobodyMayChangeAndWhatWasAnswered() throws Exception {
		CaseRow row = CaseBuilder.aCase()
			.proposed("测试丙")
			.answered("CONFIRMED", "测试丁", "居民身份证")
			.reviewed("RETURNED", "", "请再核实")
			.build();
		college(SampleRows.ofCases(row));
		marked(row, CaseTable.layout(false),
				Map.of("title", "信息不一致", "student-no", "2020010001", "proposed", "测试丙", "state", "待学院核实", "held.review",
						"退回学院", "held.review-note", "请再核实", "answer.conclusion", "属实", "answer.correction", "测试丁",
						"answer.evidence", "居民身份证", "answer.date", "2020-11-09"));
		registrar(SampleRows.ofCases(row));
		marked(row, CaseTable.layout(true),
				Map.of("college", COLLEGE, "proposed", "测试丙", "held.conclusion", "属实", "held.value", "测试丁",
						"held.evidence", "居民身份证", "held.by", "王老师", "held.on", "2020-11-09", "answer.review", "退回学院",
						"answer.correction", "", "answer.remark", "请再核实"));
	}

	private void marked(CaseRow row, List<String> layout, Map<String, String> shown) throws Exception {
		try (XSSFWorkbook workbook = new XSSFWorkbook(file().toFile())) {
			Sheet manifest = workbook.getSheet(Seals.SHEET);
			assertThat(manifest.getLastRowNum()).isEqualTo(5);
			assertThat(texts(manifest.getRow(0))).startsWith("schema", "4");
			assertThat(texts(manifest.getRow(4))).containsExactly("case_id", "marks", "field");
			List<String> line = texts(manifest.getRow(5));
			assertThat(line.get(0)).isEqualTo(row.caseId());
			assertThat(line.get(2)).isEqualTo("name");
			List<String> marked = Stream.of(Seals.COLUMNS, Seals.ANSWERS)
				.flatMap((keys) -> layout.stream().filter(keys::contains))
				.toList();
			assertThat(line.get(1)).hasSize(marked.size() * Seals.MARK);
			assertThat(marked).containsAll(shown.keySet());
			shown.forEach((key, text) -> assertThat(line.get(1).substring(marked.indexOf(key) * Seals.MARK)).as(key)
				.startsWith(Seals.mark(row.caseId(), key, text)));
		}
	}

	@Test
	void theSealChangesWithWhatTheListShows() throws IOException {
		CaseBuilder row = CaseBuilder.aCase().proposed("测试丙");
		List<String> first = seal(college(SampleRows.ofCases(row.build())));
		List<String> second = seal(college(SampleRows.ofCases(row.proposed("测试丁").build())));
		assertThat(first).hasSize(1);
		assertThat(second).hasSize(1).isNotEqualTo(first);
	}

	@Test
	void whatWasHandedInWaitsOnItsOwnSheetAndIsToldWhenItTakesTooLong() throws IOException {
		LocalDate today = Samples.run().date();
		CaseBuilder row = CaseBuilder.aCase().values("birth_date", "", "2002-03-16").approved("20020315", "20020316");
		CaseRow patient = row.named("c-1").reviewed("AGREED", "", "").sentOn(today.minusDays(14)).build();
		CaseRow overdue = row.named("c-2").sentOn(today.minusDays(15)).build();
		CaseRow noted = row.named("c-3").note("migrated-written").sentOn(today).build();
		SampleRows rows = SampleRows.ofCases().andHandedIn(patient, overdue, noted);
		List<List<String>> sent = college(rows).get("已报送待生效");
		assertThat(sent.get(1)).startsWith("2020010001", "测试甲", "出生日期", "2002-03-16", "2002-03-15", "2002-03-16", "赵老师",
				"2020-10-27");
		assertThat(ReadBack.column(sent, "已等天数")).containsExactly("14", "15", "0");
		assertThat(ReadBack.column(sent, "提示")).containsExactly("", "报送已超过 14 天，学信网仍未显示，请查询办理情况", "旧版已写入更正文件");
		assertThat(ReadBack.column(sent, "编号")).containsExactly("c-1", "c-2", "c-3");
		assertThat(registrar(rows).get("已报送待生效").get(0)).startsWith("学院");
	}

	@Test
	void whatHappenedIsToldOfThisRunAndOfAllTime() throws IOException {
		CaseEventRow event = Samples.event("answered", "name", "测试乙", "测试甲");
		Map<String, List<List<String>>> sheets = college(SampleRows.ofCases().andHappened(event));
		for (String name : List.of("本期变化", "案件进展")) {
			assertThat(Stream.of("变化", "项目", "原状态", "现状态", "原值", "新值", "办理人", "依据文件", "编号")
				.map((head) -> ReadBack.cell(sheets.get(name), 1, head))).as(name)
				.containsExactly("答复", "姓名", "待处理", "学院已核实", "测试乙", "测试甲", "王老师", "审核回表《甲.xlsx》工作表“待处理”F2 格", "c1");
		}
		assertThat(sheets.get("本期变化").get(0)).doesNotContain("日期");
		assertThat(ReadBack.cell(sheets.get("案件进展"), 1, "日期")).isEqualTo("2020-11-10");
	}

	@Test
	void theSummaryCountsForWhomCasesWait() throws IOException {
		CaseRow asked = CaseBuilder.aCase().build();
		CaseRow answered = CaseBuilder.aCase().answered("CONFIRMED", "", "").state("college-confirmed").build();
		CaseRow pending = CaseBuilder.aCase().answered("PENDING", "", "").build();
		CaseRow approved = CaseBuilder.aCase().state("registrar-approved").build();
		List<List<String>> summary = college(SampleRows.ofCases(asked, answered, answered, pending, approved))
			.get("摘要");
		Map.of("等学院核实", "1", "等学院收齐佐证", "1", "等学籍管理科复核", "2", "已批准，等报送", "1", "已报送，等学信网更新", "0")
			.forEach((words, count) -> assertThat(summary)
				.anySatisfy((row) -> assertThat(row).startsWith(words, count)));
	}

	private Path file() {
		return this.folder.resolve("book.xlsx");
	}

	private Workbooks books() {
		return new Workbooks(Messages.of("zh"), Samples.LEGEND, this.folder,
				(text) -> Integer.toHexString(text.hashCode()), Optional.empty());
	}

	private Map<String, List<List<String>>> college(SampleRows rows) throws IOException {
		books().college(file(), Samples.run(), Samples.college(COLLEGE, rows), rows);
		return ReadBack.sheets(file());
	}

	private Map<String, List<List<String>>> registrar(SampleRows rows) throws IOException {
		books().registrar(file(), Samples.run(), Samples.school(rows, COLLEGE), rows);
		return ReadBack.sheets(file());
	}

	private static List<String> seal(Map<String, List<List<String>>> sheets) {
		return sheets.get("摘要")
			.stream()
			.flatMap(List::stream)
			.filter((text) -> text.startsWith("freshman-2020/2020-11-10-2 "))
			.toList();
	}

	private static int column(Sheet sheet, String head) {
		return texts(sheet.getRow(0)).indexOf(head);
	}

	private static List<String> texts(Row row) {
		return IntStream.range(0, row.getLastCellNum()).mapToObj((i) -> row.getCell(i).toString()).toList();
	}

}
