package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkbooksTest {

	private static final String COLLEGE = "计算机学院";

	private static final List<String> HEADER = List.of("级别", "问题", "学号", "考生号", "姓名", "项目", "教务系统", "学信网", "录取数据", "说明",
			"建议", "首次发现", "天数", "状态", "位置", "编号");

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
	void everyFindingStandsInItsRow() throws IOException {
		FindingRow error = FindingBuilder.aFinding().detail("第7–14位不同").suggestion("请核实").build();
		FindingRow warning = FindingBuilder.aFinding().code("FIELD_MISSING").severity("W").values("", "", "男").build();
		FindingRow information = FindingBuilder.aFinding().severity("I").build();
		FindingRow explained = FindingBuilder.aFinding().state("known-ok").build();
		Map<String, List<List<String>>> sheets = college(error, warning, information, explained);
		assertThat(sheets.keySet()).containsExactly("摘要", "待处理", "仅供了解");
		assertThat(sheets.get("待处理")).containsExactly(HEADER,
				List.of("须处理", "信息不一致", "2020010001", "20610100000001", "测试甲", "姓名", "测试甲", "测试乙", "测试甲", "第7–14位不同",
						"请核实", "2020-11-05", "5", "待处理", error.locations(), error.findingId()),
				List.of("需核实", "一方缺少信息", "2020010001", "20610100000001", "测试甲", "", "", "男", "", "", "", "2020-11-05",
						"5", "待处理", warning.locations(), warning.findingId()));
		assertThat(sheets.get("仅供了解")).extracting((row) -> row.get(0)).containsExactly("级别", "提示", "须处理");
		assertThat(sheets.get("仅供了解").get(2).get(13)).isEqualTo("已说明无误");
	}

	@Test
	void summaryTellsCountsAndDeadline() throws IOException {
		List<List<String>> summary = college(FindingBuilder.aFinding().build(), FindingBuilder.aFinding().build(),
				FindingBuilder.aFinding().severity("I").build())
			.get("摘要");
		assertThat(texts(summary)).contains("2020级新生学籍自查 · 计算机学院", "2020-11-10", "第 2 次，开始于 2020-11-10 02:13",
				"2020-11-20（还有 10 天）", "共 2 条待处理：须处理 2 条，需核实 0 条。");
		assertThat(summary).anySatisfy((row) -> assertThat(row).startsWith("信息不一致", "须处理", "2", "2", "5"));
		assertThat(summary).anySatisfy((row) -> assertThat(row).startsWith("信息不一致", "提示", "1", "0", "5"));
		assertThat(summary).anySatisfy((row) -> assertThat(row).startsWith("教务系统", "204"));
	}

	@Test
	void summaryOfACollegeSaysNothingOfTheSchool() throws IOException {
		assertThat(texts(college(FindingBuilder.aFinding().build()).get("摘要")))
			.noneMatch((text) -> text.contains("1,204"))
			.doesNotContain("1204")
			.noneMatch((text) -> text.contains(".xlsx"));
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
				Optional.empty(), Optional.empty(), run.rows(), false, "只有教务系统可用", List.of(), List.of(), false);
		books().college(this.file, blind, Samples.college(COLLEGE), Stream::empty);
		assertThat(texts(ReadBack.sheets(this.file).get("摘要")))
			.contains("本期未能进行来源之间的比对，没有列出问题不等于数据一致。", "只有教务系统可用", "未设定")
			.doesNotContain("无差异：本期没有需要处理的问题。")
			.noneMatch((text) -> text.startsWith("无需处理"));
		books().college(this.file, run, new CollegeFacts(COLLEGE, Map.of("roster", 0L)), Stream::empty);
		assertThat(texts(ReadBack.sheets(this.file).get("摘要"))).contains("本期没有读到本学院的学生，请与学籍管理科联系。")
			.noneMatch((text) -> text.startsWith("无差异") || text.startsWith("无需处理"));
	}

	@Test
	void registrarSeesCollegesRejectsFilesAndNotices() throws IOException {
		FindingRow one = FindingBuilder.aFinding().build();
		FindingRow two = FindingBuilder.aFinding().college("").severity("W").build();
		books().registrar(this.file, Samples.run(), () -> Stream.of(one, two), () -> Stream
			.of(new RejectRow("roster", "甲.xlsx", "学生", OptionalLong.of(17), "ROW_NO_KEY", "没有姓名", "x")));
		Map<String, List<List<String>>> sheets = ReadBack.sheets(this.file);
		assertThat(sheets.keySet()).containsExactly("摘要", "待处理", "仅供了解", "拒收", "文件与提示");
		assertThat(sheets.get("待处理")).extracting((row) -> row.get(1)).containsExactly("学院", COLLEGE, "");
		assertThat(sheets.get("拒收").get(1)).containsExactly("教务系统", "甲.xlsx", "学生", "17", "缺少姓名或号码", "没有姓名");
		assertThat(sheets.get("文件与提示")).hasSize(5);
		assertThat(sheets.get("文件与提示").get(1)).startsWith("已读取", "教务系统", "甲/学生名单.xlsx", "1204", "123456");
		assertThat(sheets.get("摘要")).anySatisfy((row) -> assertThat(row).startsWith("未归属学院", "0", "1", "0", "1"));
		assertThat(texts(sheets.get("摘要"))).contains("共 3 个，其中拒收 1 个", "教务系统 甲/学生名单.xlsx：隐藏的工作表“旧名单”未读取");
	}

	@Test
	void studentsWithoutACollegeGoToTheRegistrar() throws IOException {
		books().college(this.file, Samples.run(), CollegeFacts.unassigned(Map.of("roster", 1L)),
				() -> Stream.of(FindingBuilder.aFinding().college("").build()));
		assertThat(texts(ReadBack.sheets(this.file).get("摘要"))).contains("2020级新生学籍自查 · 未归属学院",
				"内部资料 · 所属学院未能识别的学生，供学籍管理科处理，请勿转发给学院");
	}

	@Test
	void aForeignFindingStopsTheWorkbook() {
		assertThatThrownBy(() -> college(FindingBuilder.aFinding().college("外国语学院").build()))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageNotContainingAny("外国语学院", "测试甲");
		assertThat(this.file).doesNotExist();
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
		List<String> read = college(row).get("待处理").get(1);
		assertThat(read.subList(2, 5)).containsOnly(text);
		assertThat(read.subList(6, 11)).containsOnly(text);
		assertThat(ReadBack.parts(this.file).values()).noneMatch((part) -> part.contains("<f>") || part.contains("<f "))
			.noneMatch((part) -> part.contains("<hyperlink"));
		assertThat(ReadBack.parts(this.file).get("xl/styles.xml")).contains("quotePrefix=\"");
	}

	@Test
	void charactersThatXmlOrReadersCannotBearAreGone() throws IOException {
		FindingRow row = FindingBuilder.aFinding()
			.detail("a\u0000b\u001Fc\u202Ed\u2066e\uFFFEf\uD800g<&>\"𠮷\n换行")
			.suggestion("_x0041_ _x000D_ _x_")
			.build();
		List<String> read = college(row).get("待处理").get(1);
		assertThat(read.get(9)).isEqualTo("abcdef\uFFFDg<&>\"𠮷 换行");
		assertThat(read.get(10)).isEqualTo("_x005F_x0041_ _x005F_x000D_ _x_");
	}

	@Test
	void longTextsAreCutBetweenCharacters() throws IOException {
		FindingRow row = FindingBuilder.aFinding()
			.detail("𠮷".repeat(501))
			.suggestion("字".repeat(500))
			.locations("𠮷".repeat(20_000))
			.build();
		List<String> read = college(row).get("待处理").get(1);
		assertThat(read.get(9)).isEqualTo("𠮷".repeat(499) + "…");
		assertThat(read.get(10)).hasSize(500);
		assertThat(read.get(14)).isEqualTo("𠮷".repeat(16_383) + "…").hasSizeLessThanOrEqualTo(32_767);
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
		assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("paperSize=\"9\"", "orientation=\"landscape\"",
				"fitToHeight=\"0\"", "state=\"frozen\"", "<autoFilter ref=\"A1:P2\"", "内部资料", "&P");
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
		assertThatThrownBy(() -> books().college(this.file, Samples.run(), Samples.college(COLLEGE),
				new FailsTheSecondTime()::open))
			.isInstanceOf(IllegalStateException.class);
		assertThat(this.temporary).isEmptyDirectory();
	}

	@Test
	void englishReadersGetEnglishSheets() throws IOException {
		new Workbooks(Messages.of("en"), Samples.LEGEND, this.temporary).registrar(this.file, Samples.run(),
				() -> Stream.of(FindingBuilder.aFinding().build()), Stream::empty);
		Map<String, List<List<String>>> sheets = ReadBack.sheets(this.file);
		assertThat(sheets.keySet()).containsExactly("Summary", "To do", "For information", "Refused",
				"Files and notices");
		assertThat(sheets.get("To do").get(1)).startsWith("Act", COLLEGE);
	}

	@Test
	void fiftyThousandFindingsFitIntoLittleMemory() throws IOException {
		FindingRow row = FindingBuilder.aFinding().detail("第7–14位不同").build();
		List<FindingRow> rows = new ArrayList<>();
		IntStream.range(0, 50_000).forEach((i) -> rows.add(row));
		long written = books().registrar(this.file, Samples.run(), rows::stream, Stream::empty);
		assertThat(written).isEqualTo(50_000);
		assertThat(ReadBack.sheets(this.file).get("待处理")).hasSize(50_001);
	}

	private Workbooks books() {
		return new Workbooks(Messages.of("zh"), Samples.LEGEND, this.temporary);
	}

	private Map<String, List<List<String>>> college(FindingRow... rows) throws IOException {
		long written = books().college(this.file, Samples.run(), Samples.college(COLLEGE), () -> Stream.of(rows));
		assertThat(written).isEqualTo(rows.length);
		return ReadBack.sheets(this.file);
	}

	private static List<String> texts(List<List<String>> rows) {
		return rows.stream().flatMap(List::stream).filter((text) -> !text.isEmpty()).toList();
	}

	/** A source that breaks off while the workbook is half written. */
	private static final class FailsTheSecondTime {

		private int opened;

		private Stream<FindingRow> open() {
			FindingRow row = FindingBuilder.aFinding().build();
			return ++this.opened == 1 ? Stream.of(row) : Stream.of(row).peek((ignored) -> {
				throw new IllegalStateException("gone");
			});
		}

	}

}
