package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.CollegeFacts;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.NightStanding;
import io.rollcall.facts.Receipt;
import io.rollcall.facts.RejectRow;
import io.rollcall.facts.RunFacts;
import io.rollcall.sheet.TableWriter;
import io.rollcall.text.Messages;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkbooksTest {

	private static final String COLLEGE = "计算机学院";

	private static final SampleRows NOTHING = SampleRows.of(List.of());

	private static final List<String> SHEETS = List.of("摘要", "待处理", "问题说明", "已报送待生效", "证件号重复", "名单差异", "未自查名单", "申报核实",
			"账号问题", "审核回表", "仅供了解", "本期变化", "案件进展", "拒收行", "自查情况统计", "说明");

	@TempDir
	private Path folder;

	private Path temporary;

	private Path file;

	@BeforeEach
	void prepare() throws IOException {
		this.temporary = Files.createDirectory(this.folder.resolve("private"));
		this.file = this.folder.resolve("book.xlsx");
	}

	@Test
	void everyFindingStandsOnItsSheet() throws IOException {
		FindingRow error = FindingBuilder.aFinding().build();
		FindingRow warning = FindingBuilder.aFinding()
			.code("FIELD_MISSING")
			.severity("W")
			.values("sex", "", "男")
			.build();
		FindingRow information = FindingBuilder.aFinding().severity("I").build();
		FindingRow explained = FindingBuilder.aFinding().state("known-ok").build();
		Map<String, List<List<String>>> sheets = college(error, warning, information, explained);
		assertThat(sheets.keySet()).containsExactlyElementsOf(SHEETS);
		assertThat(ReadBack.column(sheets.get("待处理"), "编号")).containsExactly(error.caseId(), warning.caseId());
		assertThat(ReadBack.column(sheets.get("待处理"), "级别")).containsExactly("须处理", "需核实");
		assertThat(ReadBack.column(sheets.get("仅供了解"), "编号")).containsExactly(information.findingId(),
				explained.findingId());
	}

	@Test
	void groupsStandTogetherAndLeadToTheirRows() throws IOException {
		FindingRow first = FindingBuilder.aFinding().code("ID_SHARED").group("g1", 1).build();
		FindingRow second = FindingBuilder.aFinding().code("ID_SHARED").student("2", "3", "测试乙").group("g1", 1).build();
		FindingRow other = FindingBuilder.aFinding().code("STUDENT_NO_SHARED").group("g2", 0).build();
		Map<String, List<List<String>>> sheets = college(FindingBuilder.aFinding().build(), first, second, other);
		assertThat(sheets.get("证件号重复")).extracting((row) -> row.get(0)).containsExactly("组", "1", "1", "2");
		assertThat(ReadBack.column(sheets.get("证件号重复"), "序号")).containsExactly("2", "3", "4");
		assertThat(ReadBack.column(sheets.get("问题说明"), "编号").subList(1, 4)).containsExactly(first.caseId(),
				second.caseId(), other.caseId());
		assertThat(sheets.get("证件号重复").get(1)).contains("另有一条记录（其他学院），由学籍管理科处理");
		assertThat(sheets.get("证件号重复").get(3)).doesNotContain("另有一条记录（其他学院），由学籍管理科处理");
		assertThat(ReadBack.parts(this.file).values()).noneMatch((part) -> part.contains("测试丙"));
	}

	@Test
	void listsShowWhoIsMissingAndWhoHasNotLooked() throws IOException {
		Map<String, List<List<String>>> sheets = college(FindingBuilder.aFinding().code("MISSING_IN_PLATFORM").build(),
				FindingBuilder.aFinding().code("NOT_SELF_CHECKED").severity("W").more("", "", "").build());
		assertThat(sheets.get("名单差异").get(1)).startsWith("须处理", "学信网查不到学籍", "2020010001", "20610100000001", "测试甲");
		assertThat(sheets.get("未自查名单").get(0)).startsWith("专业", "班级", "学号", "姓名");
		assertThat(sheets.get("未自查名单").get(1)).startsWith("会计学", "会计2001", "2020010001", "测试甲")
			.doesNotContain("20610100000001");
		assertThat(sheets.get("待处理")).hasSize(3);
		assertThat(ReadBack.column(sheets.get("待处理"), "序号")).containsExactly("1", "");
		assertThat(sheets.get("问题说明")).hasSize(2);
	}

	@Test
	void statisticsSumUpAndWhatNobodyHasReadStaysEmpty() throws IOException {
		List<List<String>> rows = college().get("自查情况统计");
		assertThat(rows.get(0)).containsExactly("学院", "专业", "班级", "应查人数", "已查", "未查", "自查率", "无误", "有误", "查不到学籍",
				"账号问题", "证件号重复", "待佐证", "已报送", "保留入学资格", "放弃", "退学", "数据损坏待重新导出", "统计时间");
		assertThat(rows.get(3)).containsExactly("合计", "", "", "200", "155", "45", "0.775", "", "", "1", "", "1", "", "",
				"2", "1", "1", "2", "2020-11-10");
	}

	@Test
	void everyLinkLandsAndEveryListIsThere() throws Exception {
		college(FindingBuilder.aFinding().build(), FindingBuilder.aFinding().code("ID_SHARED").group("g", 0).build());
		try (XSSFWorkbook workbook = new XSSFWorkbook(this.file.toFile())) {
			for (Sheet sheet : workbook) {
				for (Hyperlink link : sheet.getHyperlinkList()) {
					assertThat(link.getType()).isEqualTo(HyperlinkType.DOCUMENT);
					CellReference target = new CellReference(link.getAddress());
					assertThat(workbook.getSheet(target.getSheetName()).getLastRowNum())
						.isGreaterThanOrEqualTo(target.getRow());
				}
			}
			assertThat(workbook.getSheet("摘要").getHyperlinkList()).hasSize(2 + SHEETS.size() - 1 + 7);
			Sheet lists = workbook.getSheet("_lists");
			assertThat(workbook.getSheetVisibility(workbook.getSheetIndex(lists)))
				.isEqualTo(SheetVisibility.VERY_HIDDEN);
			assertThat(IntStream.rangeClosed(1, 5).mapToObj((i) -> lists.getRow(i).getCell(0).getStringCellValue()))
				.containsExactly("属实", "不属实", "待佐证", "非问题", "无法确定");
		}
	}

	@Test
	void aPasswordOpensTheWorkbookAndNothingElseDoes() throws Exception {
		new Workbooks(Messages.of("zh"), Samples.LEGEND, this.temporary, (text) -> "seal", Optional.of("开门-2020"))
			.college(this.file, Samples.run(), Samples.college(COLLEGE, NOTHING), NOTHING);
		try (POIFSFileSystem container = new POIFSFileSystem(this.file.toFile(), true)) {
			Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
			assertThat(decryptor.verifyPassword("zu-2020")).isFalse();
			assertThat(decryptor.verifyPassword("开门-2020")).isTrue();
			try (XSSFWorkbook workbook = new XSSFWorkbook(decryptor.getDataStream(container))) {
				assertThat(workbook.getSheet("摘要")).isNotNull();
			}
		}
		assertThat(this.temporary).isEmptyDirectory();
	}

	@Test
	void summaryTellsCountsAndDeadline() throws IOException {
		List<List<String>> summary = college(FindingBuilder.aFinding().build(),
				FindingBuilder.aFinding().values("sex", "男", "女").build(),
				FindingBuilder.aFinding().severity("I").build())
			.get("摘要");
		assertThat(texts(summary)).contains("2020级新生学籍自查 · 计算机学院", "2020-11-10", "第 2 次，开始于 2020-11-10 02:13",
				"2020-11-20（还有 10 天）", "2020-11-18（还有 8 天）", "共 2 件待处理：须处理 2 件，需核实 0 件。",
				"与 2020-11-09 的一期相比：新增 3 件，再次列入 1 件，仍待处理 6 件，不再待处理 2 件；本期采纳答复 4 件，过时 1 件。");
		assertThat(texts(summary))
			.anyMatch((text) -> text.startsWith("计算机学院共 204 名学生，全部核对完毕：194 名各来源一致，4 名信息有差异，2 名名单有差异，1 名号码重复，3 名"));
		assertThat(summary).anySatisfy((row) -> assertThat(row).startsWith("信息不一致", "须处理", "2", "2", "5"));
		assertThat(summary).anySatisfy((row) -> assertThat(row).startsWith("信息不一致", "提示", "1", "0", "5"));
		assertThat(summary).anySatisfy((row) -> assertThat(row).startsWith("教务名单", "204"));
		assertThat(summary).anySatisfy((row) -> assertThat(row).startsWith("会计学", "200", "155", "45", "0.775"));
		assertThat(ReadBack.parts(this.file).keySet()).anyMatch((part) -> part.startsWith("xl/charts/chart"));
	}

	@Test
	void summaryOfACollegeSaysNothingOfTheSchool() throws IOException {
		assertThat(texts(college(FindingBuilder.aFinding().build()).get("摘要")))
			.noneMatch((text) -> text.contains(".xlsx"))
			.noneMatch((text) -> text.contains("外国语学院"));
	}

	@Test
	void clockAndRunNumberStandOnTheSummaryOnly() throws IOException {
		college(FindingBuilder.aFinding().build());
		assertThat(ReadBack.parts(this.file)).allSatisfy((name, content) -> {
			if (!name.endsWith("sheet1.xml")) {
				assertThat(content).doesNotContain("02:13", "第 2 次");
			}
		});
	}

	@Test
	void aCollegeWithoutFindingsIsToldSo() throws IOException {
		Map<String, List<List<String>>> sheets = college();
		assertThat(texts(sheets.get("摘要"))).contains("无差异：本期没有需要处理的问题。");
		assertThat(sheets.get("待处理").get(1)).containsExactly("没有需要处理的问题。");
	}

	@Test
	void silenceIsNoGoodNewsWhenNothingWasComparedOrRead() throws IOException {
		RunFacts run = Samples.run();
		RunFacts blind = new RunFacts(run.campaign(), run.title(), run.date(), 1, "published", run.startedAt(),
				Optional.empty(), Optional.empty(), Optional.empty(), run.rows(), false, "只有教务名单可用", List.of(),
				List.of(), false, 14);
		books().college(this.file, blind, Samples.college(COLLEGE, NOTHING), NOTHING);
		assertThat(texts(ReadBack.sheets(this.file).get("摘要")))
			.contains("本期未能进行来源之间的比对，没有列出问题不等于数据一致。", "只有教务名单可用", "未设定")
			.doesNotContain("无差异：本期没有需要处理的问题。")
			.noneMatch((text) -> text.startsWith("无需处理"));
		books().college(this.file, run, nobody(COLLEGE, 0), NOTHING);
		assertThat(texts(ReadBack.sheets(this.file).get("摘要"))).contains("本期没有读到本学院的学生，请与学籍管理科联系。")
			.noneMatch((text) -> text.startsWith("无差异") || text.startsWith("无需处理"));
	}

	@Test
	void registrarSeesCollegesRejectsFilesAndNotices() throws IOException {
		FindingRow one = FindingBuilder.aFinding().build();
		FindingRow two = FindingBuilder.aFinding()
			.college("")
			.student("2020010002", "20610100000002", "测试乙")
			.severity("W")
			.build();
		SampleRows rows = SampleRows.of(List.of(one, two),
				new RejectRow("roster", "甲.xlsx", "学生", OptionalLong.of(17), "ROW_NO_KEY", "没有姓名", "x"));
		books().registrar(this.file, Samples.run(), Samples.school(rows, COLLEGE, "外国语学院"), rows);
		Map<String, List<List<String>>> sheets = ReadBack.sheets(this.file);
		assertThat(sheets.keySet()).containsExactly("摘要", "一页报告", "学院进度", "待处理", "问题说明", "已报送待生效", "证件号重复", "名单差异",
				"未自查名单", "申报核实", "账号问题", "审核回表", "仅供了解", "本期变化", "案件进展", "拒收行", "自查情况统计", "运行趋势", "文件与提示", "说明",
				"运行信息");
		assertThat(ReadBack.column(sheets.get("待处理"), "学院")).containsExactly(COLLEGE, "");
		assertThat(sheets.get("待处理").get(0)).contains("复核意见", "复核办理途径", "复核人", "复核日期");
		assertThat(sheets.get("学院进度").get(1)).containsExactly(COLLEGE, "200", "155", "45", "0.775", "1", "0", "1", "0",
				"5", "5", "0", "3", "4", "2", "1");
		assertThat(sheets.get("学院进度").get(3)).startsWith("合计", "400", "310", "90", "0.775", "1", "1", "2");
		assertThat(sheets.get("自查情况统计").get(0)).hasSize(17);
		assertThat(sheets.get("运行趋势").get(2)).containsExactly("2020-11-10", "10", "25", "35", "1", "400", "310",
				"0.775");
		assertThat(sheets.get("拒收行").get(1)).containsExactly("教务名单", "甲.xlsx", "学生", "17", "缺少姓名或号码", "没有姓名");
		assertThat(sheets.get("运行信息")).anySatisfy((row) -> assertThat(row).contains("link_threshold", "6.0"));
		assertThat(sheets.get("文件与提示")).hasSize(5);
		assertThat(sheets.get("文件与提示").get(1)).startsWith("已读取", "教务名单", "甲/学生名单.xlsx", "1204", "123456");
		assertThat(sheets.get("摘要")).anySatisfy((row) -> assertThat(row).startsWith("外国语学院", "0", "0", "0", "0.775"));
		assertThat(texts(sheets.get("摘要"))).contains("共 3 个，其中拒收 1 个", "教务名单 甲/学生名单.xlsx：隐藏的工作表“旧名单”未读取");
	}

	@Test
	void studentsWithoutACollegeGoToTheRegistrar() throws IOException {
		books().college(this.file, Samples.run(), nobody("", 1),
				SampleRows.of(List.of(FindingBuilder.aFinding().college("").build())));
		assertThat(texts(ReadBack.sheets(this.file).get("摘要"))).contains("2020级新生学籍自查 · 未归属",
				"内部资料 · 所属学院未能识别的学生，供学籍管理科处理，请勿转发给学院");
	}

	private static CollegeFacts nobody(String college, long students) {
		return new CollegeFacts(college, Map.of("roster", students), Receipt.NONE, Optional.empty(), NightStanding.NONE,
				List.of());
	}

	@Test
	void aForeignFindingStopsTheWorkbook() {
		assertThatThrownBy(() -> college(FindingBuilder.aFinding().college("外国语学院").build()))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageNotContainingAny("外国语学院", "测试甲");
		assertThat(this.file).doesNotExist();
	}

	@Test
	void aForeignCaseStopsTheWorkbook() {
		CaseRow foreign = CaseBuilder.aCase().college("外国语学院").build();
		for (SampleRows rows : List.of(SampleRows.ofCases(foreign), NOTHING.andHandedIn(foreign))) {
			assertThatThrownBy(() -> books().college(this.file, Samples.run(), Samples.college(COLLEGE, NOTHING), rows))
				.isInstanceOf(IllegalArgumentException.class)
				.hasMessageNotContainingAny("外国语学院", "测试甲");
			assertThat(this.file).doesNotExist();
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "=1+1", "+86", "-5", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠a", "'=1", "=HYPERLINK(\"http://x\")" })
	void formulasStayText(String text) throws IOException {
		FindingRow row = FindingBuilder.aFinding()
			.values("name", text, text)
			.detail(text)
			.suggestion("\t" + text)
			.student(text, text, "\r\n" + text)
			.build();
		Map<String, List<List<String>>> sheets = college(row);
		for (String head : List.of("学号", "姓名", "教务名单", "学信网导出", "录取数据")) {
			assertThat(ReadBack.cell(sheets.get("待处理"), 1, head)).as(head).isEqualTo(text);
		}
		assertThat(ReadBack.cell(sheets.get("问题说明"), 1, "说明")).isEqualTo(text);
		assertThat(ReadBack.cell(sheets.get("问题说明"), 1, "建议")).isEqualTo(text);
		assertThat(ReadBack.parts(this.file).values()).noneMatch((part) -> part.contains("<f>") || part.contains("<f "))
			.noneMatch((part) -> part.contains("TargetMode=\"External\""));
		assertThat(ReadBack.parts(this.file).get("xl/styles.xml")).contains("quotePrefix=\"");
	}

	@Test
	void charactersThatXmlOrReadersCannotBearAreGone() throws IOException {
		FindingRow row = FindingBuilder.aFinding()
			.detail("a\u0000b\u001Fc\u202Ed\u2066e\uFFFEf\uD800g<&>\"𠮷\n换行")
			.suggestion("_x0041_ _x000D_ _x_")
			.build();
		List<List<String>> read = college(row).get("问题说明");
		assertThat(ReadBack.cell(read, 1, "说明")).isEqualTo("abcdef\uFFFDg<&>\"𠮷 换行");
		assertThat(ReadBack.cell(read, 1, "建议")).isEqualTo("_x005F_x0041_ _x005F_x000D_ _x_");
	}

	@Test
	void longTextsAreCutBetweenCharacters() throws IOException {
		FindingRow row = FindingBuilder.aFinding()
			.detail("𠮷".repeat(501))
			.suggestion("字".repeat(500))
			.locations("𠮷".repeat(20_000))
			.build();
		List<List<String>> read = college(row).get("问题说明");
		assertThat(ReadBack.cell(read, 1, "说明")).isEqualTo("𠮷".repeat(499) + "…");
		assertThat(ReadBack.cell(read, 1, "建议")).hasSize(500);
		assertThat(ReadBack.cell(read, 1, "位置")).isEqualTo("𠮷".repeat(16_383) + "…").hasSizeLessThanOrEqualTo(32_767);
	}

	@Test
	void propertiesNameNobody() throws IOException {
		college();
		Map<String, String> parts = ReadBack.parts(this.file);
		assertThat(parts.get("docProps/core.xml")).contains("<dc:creator>学籍核对 Rollcall</dc:creator>",
				"2020-11-10T00:00:00Z");
		assertThat(parts.get("docProps/app.xml")).doesNotContain("Apache", "<Company>");
		assertThat(parts.values()).noneMatch((part) -> part.contains(System.getProperty("user.home") + "/"));
	}

	@Test
	void sheetsPrintOnNumberedLandscapePagesWithTheirHeader() throws IOException {
		college(FindingBuilder.aFinding().build());
		Map<String, String> parts = ReadBack.parts(this.file);
		assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("paperSize=\"9\"", "orientation=\"landscape\"",
				"fitToHeight=\"0\"", "state=\"frozen\"", "<autoFilter ref=\"A1:", "内部资料", "&P");
		assertThat(parts.get("xl/workbook.xml")).contains("_xlnm.Print_Titles", "_xlnm.Print_Area");
	}

	@Test
	void equalRunsGiveEqualSheets() throws IOException {
		FindingRow row = FindingBuilder.aFinding().build();
		college(row);
		Map<String, String> first = ReadBack.parts(this.file);
		college(row);
		assertThat(ReadBack.parts(this.file)).isEqualTo(first);
	}

	@Test
	void nothingOfTheRowsIsLeftBehind() throws IOException {
		college(FindingBuilder.aFinding().build());
		assertThatThrownBy(() -> books().college(this.file, Samples.run(), Samples.college(COLLEGE, NOTHING),
				new FailsTheSecondTime()))
			.isInstanceOf(IllegalStateException.class);
		assertThat(this.temporary).isEmptyDirectory();
	}

	@Test
	void englishReadersGetEnglishSheets() throws IOException {
		SampleRows rows = SampleRows.of(List.of(FindingBuilder.aFinding().build()));
		new Workbooks(Messages.of("en"), Samples.LEGEND, this.temporary, (text) -> "seal", Optional.empty())
			.registrar(this.file, Samples.run(), Samples.school(rows, COLLEGE), rows);
		Map<String, List<List<String>>> sheets = ReadBack.sheets(this.file);
		assertThat(sheets.keySet()).containsExactly("Summary", "One-page report", "Colleges", "To do", "Case texts",
				"Handed in, pending", "Shared numbers", "Missing students", "Not self-checked", "Claims",
				"Account problems", "Returned workbooks", "For information", "What changed", "Cases", "Refused",
				"Self-check statistics", "Trend", "Files and notices", "Legend", "Technical");
		assertThat(sheets.get("To do").get(1)).startsWith("Act", COLLEGE);
	}

	@Test
	void twoHundredThousandCasesFitIntoLittleMemory() throws IOException {
		FindingRow row = FindingBuilder.aFinding().detail("第7–14位不同").build();
		SampleRows one = SampleRows.of(List.of(row));
		SampleRows rows = new SampleRows(Collections.nCopies(200_000, row),
				Collections.nCopies(200_000, one.waiting().iterator().next()), List.of(), List.of(), List.of());
		long written = books().registrar(this.file, Samples.run(), Samples.school(one, COLLEGE), rows);
		assertThat(written).isEqualTo(200_000);
		Map<String, List<List<String>>> sheets = ReadBack.sheets(this.file);
		for (String name : List.of("待处理", "待处理 (2)", "问题说明", "问题说明 (2)")) {
			assertThat(sheets.get(name)).as(name).hasSize(TableWriter.ROWS_A_SHEET + 1);
		}
	}

	private Workbooks books() {
		return new Workbooks(Messages.of("zh"), Samples.LEGEND, this.temporary,
				(text) -> Integer.toHexString(text.hashCode()), Optional.empty());
	}

	private Map<String, List<List<String>>> college(FindingRow... rows) throws IOException {
		SampleRows read = SampleRows.of(List.of(rows));
		long written = books().college(this.file, Samples.run(), Samples.college(COLLEGE, read), read);
		assertThat(written).isEqualTo(rows.length);
		return ReadBack.sheets(this.file);
	}

	private static List<String> texts(List<List<String>> rows) {
		return rows.stream().flatMap(List::stream).filter((text) -> !text.isEmpty()).toList();
	}

	/** A source that breaks off while the workbook is half written. */
	private static final class FailsTheSecondTime implements ReportRows {

		private int opened;

		@Override
		public Stream<FindingRow> findings(Slice slice) {
			return Stream.empty();
		}

		@Override
		public Stream<RejectRow> rejects() {
			return Stream.empty();
		}

		@Override
		public Stream<CaseRow> toDo() {
			CaseRow row = CaseBuilder.aCase().build();
			return ++this.opened == 1 ? Stream.of(row) : Stream.of(row).peek((ignored) -> {
				throw new IllegalStateException("gone");
			});
		}

		@Override
		public Stream<CaseRow> sent() {
			return Stream.empty();
		}

		@Override
		public Stream<CaseEventRow> changes() {
			return Stream.empty();
		}

		@Override
		public Stream<CaseEventRow> events() {
			return Stream.empty();
		}

	}

}
