package io.rollcall.review;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.export.FindingsCsv;
import io.rollcall.facts.CaseRow;
import io.rollcall.report.Forms;
import io.rollcall.report.SampleBooks;
import io.rollcall.source.RefusedException;
import io.rollcall.text.Messages;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReviewReaderTest {

	@TempDir
	private Path folder;

	private Returned returned;

	@BeforeEach
	void install() {
		this.returned = new Returned(this.folder);
	}

	@Test
	void aWorkbookThatNobodyAnsweredIsGenuineAndChangesNothing() throws Exception {
		ReturnedWorkbook read = this.returned.read(this.returned.college());
		assertThat(read).isEqualTo(new ReturnedWorkbook(true, Optional.of(Returned.RUN),
				Optional.of(Reviewer.of(Returned.COLLEGE)), List.of(), List.of(), List.of(), 0, 5));
	}

	@Test
	void everyAnswerOfACollegeIsUnderstood() throws Exception {
		List<String> choices = List.of("属实", "不属实", "待佐证", "非问题", "无法确定");
		ReturnedWorkbook read = this.returned
			.read(Returned.edit(this.returned.college(), (book) -> IntStream.range(0, 5)
				.forEach((i) -> Returned.type(book, "学院审核结论:" + (i + 2), choices.get(i), "审核人:" + (i + 2), "审核人"))));
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).extracting(Decision::answer)
			.containsExactly(Answer.CONFIRMED, Answer.REJECTED, Answer.PENDING, Answer.NO_PROBLEM, Answer.UNSURE);
		assertThat(read.decisions()).filteredOn((decision) -> decision.answer().isConsent())
			.extracting(Decision::caseId)
			.containsExactly("c-name");
		assertThat(read.rowsRead()).isEqualTo(5);
		assertThat(read.unanswered()).isZero();
	}

	@Test
	void everythingBesideAnAnswerComesAlong() throws Exception {
		ReturnedWorkbook read = this.returned
			.read(Returned.edit(this.returned.college(), (book) -> Returned.type(book, "学院审核结论:2", " 属实　", "更正值:2",
					"测试一 ", "佐证材料:2", "居民身份证、户口簿", "审核人:2", "审核人", "审核日期:2", "2020年11月12日", "备注:2", "说明")));
		assertThat(read.decisions()).singleElement().satisfies((decision) -> {
			assertThat(decision.caseId()).isEqualTo("c-name");
			assertThat(decision.sheet()).isEqualTo("待处理");
			assertThat(decision.row()).isEqualTo(2);
			assertThat(decision.reviewer()).isEqualTo(Reviewer.of(Returned.COLLEGE));
			assertThat(decision.correctedValue()).isEqualTo("测试一");
			assertThat(decision.evidence()).isEqualTo("居民身份证、户口簿");
			assertThat(decision.route()).isEmpty();
			assertThat(decision.by()).isEqualTo("审核人");
			assertThat(decision.on()).contains(LocalDate.of(2020, 11, 12));
			assertThat(decision.remark()).isEqualTo("说明");
			assertThat(decision.field()).isEqualTo("name");
			assertThat(decision).hasToString("c-name CONFIRMED");
		});
	}

	@Test
	void theRegistrarsAnswersAreUnderstood() throws Exception {
		ReturnedWorkbook read = this.returned.read(Returned.edit(this.returned.registrar(), (book) -> Returned
			.type(book, "复核意见:2", "同意", "更正值:2", "测试一", "复核办理途径:2", "学信平台学籍信息修改", "复核意见:3", "不同意", "复核意见:7", "退回学院")));
		assertThat(read.refusals()).isEmpty();
		assertThat(read.reviewer()).contains(Reviewer.REGISTRAR);
		assertThat(read.decisions()).extracting(Decision::caseId).containsExactly("c-name", "c-birth", "c-foreign");
		assertThat(read.decisions()).extracting(Decision::answer)
			.containsExactly(Answer.AGREED, Answer.DISAGREED, Answer.RETURNED);
		assertThat(read.decisions().get(0).route()).isEqualTo("学信平台学籍信息修改");
		assertThat(read.decisions().get(0).evidence()).isEmpty();
	}

	@Test
	void theRegistrarCorrectsOnlyWhatIsAgreedTo() throws Exception {
		Path written = this.returned.registrar();
		ReturnedWorkbook read = this.returned.read(Returned.edit(written, (book) -> Returned.type(book, "复核意见:2", "不同意",
				"更正值:2", "测试一", "复核意见:3", "退回学院", "更正值:3", "2002-03-15")));
		assertThat(read.decisions()).isEmpty();
		assertThat(read.refusals()).extracting(RefusedAnswer::cell)
			.containsExactly(Returned.at(written, "更正值:2"), Returned.at(written, "更正值:3"));
		assertThat(read.refusals().get(0).reason()).contains("同意", Returned.at(written, "复核意见:2"));
	}

	@Test
	void rightCorrectionsOfEveryKindAreTaken() throws Exception {
		Path written = this.returned.college();
		ReturnedWorkbook read = this.returned.read(Returned.edit(written,
				(book) -> Returned.type(book, "学院审核结论:2", "属实", "更正值:2", "买买提·测试", "学院审核结论:3", "属实", "更正值:3",
						"20020316", "学院审核结论:4", "属实", "更正值:4", "11010520000101001X", "学院审核结论:5", "属实", "更正值:5", "女")));
		assertThat(read.refusals()).extracting(RefusedAnswer::cell).containsExactly(Returned.at(written, "更正值:4"));
		assertThat(read.decisions()).extracting(Decision::correctedValue).containsExactly("买买提·测试", "20020316", "女");
	}

	@Test
	void datesComeInManyForms() throws Exception {
		ReturnedWorkbook read = this.returned.read(Returned.edit(this.returned.college(), (book) -> {
			Returned.type(book, "学院审核结论:2", "属实", "学院审核结论:3", "属实", "学院审核结论:4", "属实", "学院审核结论:5", "属实", "审核日期:5",
					"2020/11/12");
			CellStyle style = book.createCellStyle();
			style.setDataFormat((short) 14);
			Cell date = Returned.cell(book, "审核日期:2");
			date.setCellValue(LocalDate.of(2020, 11, 12));
			date.setCellStyle(style);
			Returned.cell(book, "审核日期:3").setCellValue(20201112);
			Cell bare = Returned.cell(book, "审核日期:4");
			bare.setCellValue(44147);
			bare.setCellStyle(book.createCellStyle());
		}));
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).hasSize(4)
			.allSatisfy((decision) -> assertThat(decision.on()).contains(LocalDate.of(2020, 11, 12)));
	}

	@Test
	void otherProgramsMayStoreTheSameInOtherWays() throws Exception {
		ReturnedWorkbook read = this.returned.read(Returned.edit(this.returned.college(), (book) -> {
			Returned.cell(book, "学号:2").setCellValue(2020010001d);
			Returned.cell(book, "姓名:2").setCellValue(" 测试01　");
			XSSFRichTextString rich = new XSSFRichTextString("属实");
			rich.applyFont(0, 1, book.createFont());
			Returned.cell(book, "学院审核结论:2").setCellValue(rich);
			Returned.cell(book, "级别:2").setCellValue("随便");
			Returned.cell(book, "建议途径:2").setCellValue("说明");
		}));
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).hasSize(1);
	}

	@Test
	void sortedFilteredAndHiddenRowsAndColumnsAreFine() throws Exception {
		ReturnedWorkbook read = this.returned.read(Returned.edit(this.returned.college(), (book) -> {
			Returned.type(book, "学院审核结论:2", "属实", "学院审核结论:6", "非问题");
			XSSFSheet sheet = book.getSheet("待处理");
			int columns = sheet.getRow(0).getLastCellNum();
			for (int column = 0; column < columns; column++) {
				String first = text(sheet.getRow(1), column);
				String last = text(sheet.getRow(5), column);
				Returned.fresh(sheet.getRow(1), column).setCellValue(last);
				Returned.fresh(sheet.getRow(5), column).setCellValue(first);
			}
			sheet.getRow(2).setZeroHeight(true);
			sheet.setColumnHidden(columns - 1, true);
			sheet.setColumnWidth(3, 9999);
			book.setSheetOrder("待处理", 3);
			Returned.type(book, "级别:9", "以上核对完毕");
		}));
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).extracting(Decision::caseId).containsExactly("c-missing", "c-name");
		assertThat(read.decisions()).extracting(Decision::row).containsExactly(2L, 6L);
	}

	private static String text(Row row, int column) {
		Cell cell = row.getCell(column);
		return (cell == null) ? "" : cell.toString();
	}

	@Test
	void aNameDownTheWholeColumnIsNoAnswer() throws Exception {
		ReturnedWorkbook read = this.returned.read(Returned.edit(this.returned.college(),
				(book) -> Returned.type(book, "审核人:2", "审核人", "审核人:3", "审核人", "学院审核结论:3", "属实")));
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).hasSize(1);
		assertThat(read.unanswered()).isEqualTo(4);
	}

	@Test
	void theNameOfTheFileDoesNotMatterAndReadingTwiceGivesTheSame() throws Exception {
		Path edited = Returned.edit(this.returned.college(),
				(book) -> Returned.type(book, "学院审核结论:2", "属实", "学院审核结论:3", "也许"));
		ReturnedWorkbook first = this.returned.read(edited);
		Path renamed = Files.move(edited, this.folder.resolve("计算机学院(1) - 副本 最终版.XLSX"));
		byte[] before = Files.readAllBytes(renamed);
		assertThat(this.returned.read(renamed)).isEqualTo(first);
		assertThat(this.returned.read(renamed)).isEqualTo(first);
		assertThat(Files.readAllBytes(renamed)).isEqualTo(before);
		assertThat(first.decisions()).hasSize(1);
		assertThat(first.refusals()).hasSize(1);
	}

	@Test
	void englishWorkbooksAreReadInEnglishAndByAChineseInstallation() throws Exception {
		this.returned.language = "en";
		Path edited = Returned.edit(this.returned.college(), (book) -> {
			Returned.type(book, "'To do'!College's conclusion:2", "TRUE", "'To do'!College's conclusion:4", "maybe");
			Returned.cell(book, "'To do'!College's conclusion:3").setCellValue(true);
		});
		ReturnedWorkbook read = this.returned.read(edited);
		assertThat(read.decisions()).extracting(Decision::answer).containsExactly(Answer.CONFIRMED, Answer.CONFIRMED);
		String cell = Returned.at(edited, "'To do'!College's conclusion:4");
		assertThat(read.refusals()).singleElement()
			.satisfies((refusal) -> assertThat(refusal.reason())
				.isEqualTo(cell + ": not one of the answers; choose from the list: "
						+ "true, not true, evidence pending, no problem, cannot tell"));
		this.returned.language = "zh";
		assertThat(this.returned.read(edited).decisions()).hasSize(2);
	}

	@Test
	void aWorkbookWithThePasswordIsOpenedAndNothingIsLeftBehind() throws Exception {
		this.returned.password = Optional.of("开门-2020");
		assertThat(this.returned.read(this.returned.college()).unanswered()).isEqualTo(5);
		this.returned.password = Optional.of("别的");
		Path file = this.folder.resolve("计算机学院.xlsx");
		ReturnedWorkbook wrong = this.returned.read(file);
		assertThat(wrong.accepted()).isFalse();
		assertThat(wrong.refusals().get(0).reason()).startsWith("文件的密码不是");
		this.returned.password = Optional.empty();
		assertThat(this.returned.read(file).refusals().get(0).reason()).contains("没有设定工作簿密码");
		try (Stream<Path> left = Files.list(this.folder)) {
			assertThat(left).containsExactly(file);
		}
	}

	@Test
	void aPasswordThatWasTakenOffIsNotMissed() throws Exception {
		Path file = this.returned.college();
		this.returned.password = Optional.of("开门-2020");
		assertThat(this.returned.read(file).accepted()).isTrue();
	}

	@Test
	void aWorkbookOfAnotherInstallationIsRefused() throws Exception {
		Path file = this.folder.resolve("a.xlsx");
		new SampleBooks(this.folder, Returned.sealedWith(2), Optional.empty(), "zh").college(file, Returned.COLLEGE,
				Returned.CASES);
		ReturnedWorkbook read = this.returned.read(file);
		assertThat(read.accepted()).isFalse();
		assertThat(read.refusals()).singleElement()
			.satisfies((refusal) -> assertThat(refusal.reason()).contains("另一套系统"));
	}

	@Test
	void aWorkbookOfAnotherCampaignIsToldSo() throws Exception {
		Path file = this.returned.college();
		this.returned.campaign = "freshman-2021";
		assertThat(this.returned.read(file).refusals()).singleElement()
			.satisfies((refusal) -> assertThat(refusal.reason())
				.isEqualTo("_manifest!B2：这是“freshman-2020”的工作簿，不是“freshman-2021”的；请交到对应的自查，或换成本次的工作簿"));
	}

	@Test
	void aRunThatWasNotPublishedIsRefused() throws Exception {
		Path file = this.returned.college();
		this.returned.runs = (campaign, date, number) -> Optional.empty();
		ReturnedWorkbook read = this.returned.read(file);
		assertThat(read.accepted()).isFalse();
		assertThat(read.refusals().get(0).reason()).contains("freshman-2020/2020-11-10-2");
	}

	@Test
	void lastWeeksWorkbookIsReadAndSaidToBeOld() throws Exception {
		Path edited = Returned.edit(this.returned.college(), (book) -> Returned.type(book, "学院审核结论:2", "属实"));
		KnownRun old = new KnownRun(Returned.RUN.campaign(), Returned.RUN.date(), Returned.RUN.number(),
				Optional.of("freshman-2020/2020-11-17-1"));
		this.returned.runs = (campaign, date, number) -> Optional.of(old);
		ReturnedWorkbook read = this.returned.read(edited);
		assertThat(read.decisions()).hasSize(1);
		assertThat(read.notices()).singleElement()
			.asString()
			.contains("freshman-2020/2020-11-10-2", "freshman-2020/2020-11-17-1");
	}

	@Test
	void aCollegeHandsInItsOwnWorkbookOnly() throws Exception {
		ReviewReader reader = this.returned.reader();
		Path college = this.returned.college();
		assertThat(reader.read(college, Reviewer.of(Returned.COLLEGE)).accepted()).isTrue();
		assertThat(reader.read(college, Reviewer.of(Returned.OTHER)).refusals().get(0).reason())
			.startsWith("这是另一个学院的工作簿");
		assertThat(reader.read(this.returned.registrar(), Reviewer.of(Returned.COLLEGE)).refusals().get(0).reason())
			.startsWith("这是学籍管理科的全校汇总工作簿");
		assertThat(reader.read(this.returned.registrar(), Reviewer.REGISTRAR).accepted()).isTrue();
	}

	@Test
	void aStudentWhoWasNotTheCollegesIsRefused() throws Exception {
		Path file = this.folder.resolve("a.xlsx");
		CaseRow moved = SampleBooks.example("c-foreign", "FIELD_DIFFERS", Returned.COLLEGE, "09", "name", "测试丙", "测试丁",
				"测试丙");
		this.returned.books().college(file, Returned.COLLEGE, List.of(moved));
		ReturnedWorkbook read = this.returned
			.read(Returned.edit(file, (book) -> Returned.type(book, "学院审核结论:2", "属实")));
		String cell = Returned.at(file, "编号:2");
		assertThat(read.decisions()).isEmpty();
		assertThat(read.refusals()).singleElement().satisfies((refusal) -> {
			assertThat(refusal.cell()).isEqualTo(cell);
			assertThat(refusal.reason()).contains("其他学院").doesNotContain(Returned.OTHER, "测试");
		});
	}

	@Test
	void studentsOfNoCollegeAreTheRegistrarsWorkbook() throws Exception {
		Path file = this.folder.resolve("未归属.xlsx");
		CaseRow row = SampleBooks.example("c-name", "FIELD_DIFFERS", "", "01", "name", "测试01", "测试乙", "测试01");
		this.returned.books().college(file, "", List.of(row));
		assertThat(this.returned.read(file).reviewer()).contains(Reviewer.of(""));
	}

	@Test
	void aWorkbookWithoutAnythingToDoIsGenuine() throws Exception {
		Path file = this.folder.resolve("a.xlsx");
		this.returned.books().college(file, Returned.COLLEGE, List.of());
		ReturnedWorkbook read = this.returned.read(file);
		assertThat(read.accepted()).isTrue();
		assertThat(read.refusals()).isEmpty();
	}

	@Test
	void aListOnSeveralSheetsIsReadWholeAndASheetThatIsGoneIsMissed() throws Exception {
		List<CaseRow> rows = IntStream.range(0, 100_002)
			.mapToObj((i) -> SampleBooks.example("c" + i, "FIELD_DIFFERS", Returned.COLLEGE, "%06d".formatted(i), "sex",
					"男", "女", "男"))
			.toList();
		Path file = this.folder.resolve("large.xlsx");
		this.returned.books().college(file, Returned.COLLEGE, rows);
		assertThat(this.returned.read(file).unanswered()).isEqualTo(100_002);
		Path without = this.folder.resolve("without.xlsx");
		withoutPart(file, without, "待处理 (2)");
		ReturnedWorkbook read = this.returned.read(without);
		assertThat(read.unanswered()).isEqualTo(100_000);
		assertThat(read.refusals()).extracting(RefusedAnswer::cell)
			.containsExactly(Returned.at(this.returned.college(), "'待处理 (2)'!编号:2"),
					Returned.at(this.returned.college(), "'待处理 (2)'!编号:3"));
		assertThat(read.refusals().get(0).reason()).contains("“待处理 (2)”表原第 2 行被删除了");
	}

	/**
	 * Takes a sheet out of the workbook's list of sheets: the library would need too much
	 * memory.
	 */
	private static void withoutPart(Path file, Path target, String sheet) throws Exception {
		Files.copy(file, target);
		try (FileSystem zip = FileSystems.newFileSystem(target)) {
			Path workbook = zip.getPath("xl/workbook.xml");
			Files.writeString(workbook, Files.readString(workbook)
				.replaceAll("<sheet [^>]*name=\"" + Pattern.quote(sheet) + "\"[^>]*/>", ""));
		}
	}

	@Test
	void ourOwnRejectListIsToldFromAWorkbook() throws Exception {
		Path file = this.folder.resolve("审核回表.csv");
		SampleBooks.rejects(file);
		assertThat(reason(file)).startsWith("这是拒收清单（rejects.csv）");
		Files.writeString(file, "\uFEFF" + String.join(",", FindingsCsv.columns()) + "\r\n1,2\r\n");
		assertThat(reason(file)).startsWith("这是问题清单（findings.csv）");
	}

	@ParameterizedTest
	@CsvSource({ "discrepancies,这是信息有误汇总表", "accounts,这是账号问题登记表" })
	void ourOwnFormsAreToldFromAWorkbook(String role, String sentence) throws Exception {
		Path file = this.folder.resolve("审核回表.xlsx");
		new Forms(Messages.of("zh")).write(role, file);
		assertThat(reason(file)).startsWith(sentence);
	}

	@Test
	void theTableOfCorrectionsIsToldFromAWorkbook() throws Exception {
		Path file = this.folder.resolve("corrections.csv");
		Files.writeString(file, "KSH,XH,XM,XB,CSRQ,ZJLX,ZJHM,ZZMM,MZ,YJBYRQ\r\n1,2,3,4,5,6,7,8,9,10\r\n");
		assertThat(reason(file)).startsWith("这是报送平台的更正表");
	}

	@Test
	void otherFormatsAreAskedForAsXlsx() throws Exception {
		Path csv = Files.writeString(this.folder.resolve("a.csv"), "编号,学院审核结论\r\n1,属实\r\n", StandardCharsets.UTF_8);
		assertThat(reason(csv)).startsWith("文件是文本表格（CSV）").contains(".xlsx");
		Path xls = this.folder.resolve("a.xls");
		try (HSSFWorkbook workbook = new HSSFWorkbook()) {
			workbook.createSheet("待处理").createRow(0).createCell(0).setCellValue("级别");
			workbook.write(xls.toFile());
		}
		assertThat(reason(xls)).startsWith("文件是Excel 97–2003 工作簿（.xls）");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.xlsx", "b.txt" })
	void aFileThatIsNoTableIsRefusedByTheReaderOfFiles(String name) throws Exception {
		Path file = this.folder.resolve(name);
		Files.write(file, new byte[] { '%', 'P', 'D', 'F', '-', '1', 0, 1 });
		assertThatThrownBy(() -> this.returned.read(file)).isInstanceOf(RefusedException.class);
	}

	@Test
	void anEncryptedFileThatIsDamagedIsRefusedAndLeavesNothing() throws Exception {
		this.returned.password = Optional.of("开门-2020");
		Path file = this.returned.college();
		byte[] content = Files.readAllBytes(file);
		for (int i = content.length / 2; i < content.length / 2 + 2000; i++) {
			content[i] ^= 0x55;
		}
		Files.write(file, content);
		assertThatThrownBy(() -> this.returned.read(file)).isInstanceOf(RefusedException.class);
		try (Stream<Path> left = Files.list(this.folder)) {
			assertThat(left).containsExactly(file);
		}
	}

	@Test
	void anOrdinaryWorkbookIsNotOurs() throws Exception {
		Path edited = Returned.edit(this.returned.college(), (book) -> {
			while (book.getNumberOfSheets() > 1) {
				book.removeSheetAt(1);
			}
		});
		assertThat(reason(edited)).startsWith("_manifest!A1：没有找到校验清单");
	}

	@Test
	void theTextsOfBothLanguagesHaveTheSameKeys() {
		assertThat(ResourceBundle.getBundle("io.rollcall.text.review", Locale.ENGLISH).keySet())
			.isEqualTo(ResourceBundle.getBundle("io.rollcall.text.review", Locale.CHINESE).keySet());
	}

	private String reason(Path file) throws Exception {
		ReturnedWorkbook read = this.returned.read(file);
		assertThat(read.accepted()).isFalse();
		assertThat(read.decisions()).isEmpty();
		return read.refusals().get(0).reason();
	}

}
