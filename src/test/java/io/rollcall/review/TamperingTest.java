package io.rollcall.review;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.rollcall.sheet.Seals;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What people and programs do to a workbook that they should not, and the cell that the
 * refusal names. Row 2 is about a name, 3 about a birth date, 4 about an ID number, 5
 * about a sex, 6 about a missing student.
 */
class TamperingTest {

	/** The heads of the columns that people fill in. */
	private static final List<String> ANSWERS = List.of("学院审核结论", "更正值", "佐证材料", "审核日期", "备注");

	@TempDir
	private Path folder;

	/** The whole file is refused: nothing of it is applied. */
	static Stream<Arguments> ofTheFile() {
		return Stream.of(file("a renamed head", "待处理!教务名单:1", "待处理!教务名单:1", "教务"),
				file("a deleted head", "待处理!编号:1", "待处理!编号:1", ""),
				edit("a moved column", "待处理!学号:1",
						(book) -> swapColumns(book.getSheet("待处理"), column(book, "学号"), column(book, "姓名"))),
				edit("a deleted column", "待处理!更正值:1",
						(book) -> deleteColumn(book.getSheet("待处理"), column(book, "更正值"))),
				edit("an inserted column", "待处理!学号:1", (book) -> shiftRight(book.getSheet("待处理"), column(book, "学号"))),
				edit("a deleted head row", "待处理!级别:1",
						(book) -> book.getSheet("待处理").removeRow(book.getSheet("待处理").getRow(0))),
				edit("a row above the head", "待处理!级别:1",
						(book) -> book.getSheet("待处理").shiftRows(0, book.getSheet("待处理").getLastRowNum(), 1)),
				edit("no list", "待处理!级别:1", (book) -> book.removeSheetAt(book.getSheetIndex("待处理"))),
				edit("no manifest", "_manifest!A1", (book) -> book.removeSheetAt(book.getSheetIndex(Seals.SHEET))),
				edit("a broken manifest", "_manifest!A1", (book) -> Returned.type(book, "_manifest!A2", "x")),
				edit("a doubled line of the manifest", "_manifest!A1",
						(book) -> Returned.type(book, "_manifest!A7", "c-name")),
				edit("a field of the manifest", "seal", (book) -> Returned.type(book, "_manifest!C6", "sex")),
				edit("another layout", "_manifest!A1", (book) -> Returned.type(book, "_manifest!B1", "1")),
				edit("another campaign", "_manifest!B2",
						(book) -> Returned.type(book, "_manifest!B2", "freshman-2019")),
				edit("another day", "seal", (book) -> Returned.type(book, "_manifest!B3", "2020-11-09")),
				edit("another reader", "seal", (book) -> Returned.type(book, "_manifest!B4", Returned.OTHER)),
				edit("an id of the manifest", "seal", (book) -> Returned.type(book, "_manifest!A6", "c-foreign")),
				edit("a mark of the manifest", "seal",
						(book) -> Returned.type(book, "_manifest!B6", "0".repeat(Seals.MARK))),
				edit("a line more", "seal",
						(book) -> Returned.type(book, "_manifest!A11", "c-foreign", "_manifest!B11", "00")),
				edit("a changed seal", "seal",
						(book) -> replaceSeal(book, "freshman-2020/2020-11-10-2 " + "ab".repeat(16))),
				edit("another run's number", "seal", (book) -> replaceSeal(book, seal(book).replace("-2 ", "-3 "))),
				edit("an emptied seal", "seal", (book) -> replaceSeal(book, "")));
	}

	/** Only the row is refused; the others are applied. */
	static Stream<Arguments> ofARow() {
		return Stream.of(row("a number", "待处理!学号:2", "学号:2", "2020010999"), row("a name", "待处理!姓名:2", "姓名:2", "张三"),
				row("a kind", "待处理!问题:2", "问题:2", "没有问题"), row("a field", "待处理!项目:2", "项目:2", "性别"),
				row("a roster value", "待处理!教务名单:2", "教务名单:2", "测试乙"),
				row("a platform value", "待处理!学信网导出:2", "学信网导出:2", "测试01"),
				row("an admission value", "待处理!录取数据:2", "录取数据:2", ""),
				row("a candidate number", "待处理!考生号:2", "考生号:2", "2"),
				row("a proposed value", "待处理!拟更正为:2", "拟更正为:2", "测试乙"), row("a state", "待处理!状态:2", "状态:2", "已批准，待报送"),
				row("what the registrar said", "待处理!复核意见:2", "复核意见:2", "同意"),
				row("why the registrar said so", "待处理!复核说明:2", "复核说明:2", "可以"),
				row("a formula for a value", "待处理!教务名单:2", "教务名单:2", "=\"测试01\""),
				row("an unknown id", "待处理!编号:2", "编号:2", "c-x"),
				row("another college's id", "待处理!编号:2", "编号:2", "c-foreign"), row("no id", "待处理!编号:2", "编号:2", ""),
				row("a formula for an id", "待处理!编号:2", "编号:2", "=\"c-name\""),
				row("no choice", "待处理!学院审核结论:2", "学院审核结论:2", "属实吧"),
				row("a formula for an answer", "待处理!学院审核结论:2", "学院审核结论:2", "=\"属实\""),
				row("two answers", "待处理!学院审核结论:2", "学院审核结论:2", "属实、不属实"),
				row("a registrar's answer", "待处理!学院审核结论:2", "学院审核结论:2", "同意"),
				row("a day that is none", "待处理!审核日期:2", "学院审核结论:2", "属实", "审核日期:2", "2020-02-30"),
				row("a day to come", "待处理!审核日期:2", "学院审核结论:2", "属实", "审核日期:2", "2020-11-19"),
				row("a day long ago", "待处理!审核日期:2", "学院审核结论:2", "属实", "审核日期:2", "1920-11-12"),
				row("a remark without an answer", "待处理!备注:2", "备注:2", "请看"),
				row("evidence without an answer", "待处理!佐证材料:2", "佐证材料:2", "户口簿"),
				row("a day without an answer", "待处理!审核日期:2", "审核日期:2", "2020-11-12"),
				row("a correction without an answer", "待处理!更正值:2", "更正值:2", "测试一"),
				row("a correction beside no", "待处理!更正值:2", "学院审核结论:2", "不属实", "更正值:2", "测试一"),
				row("a correction beside pending", "待处理!更正值:2", "学院审核结论:2", "待佐证", "更正值:2", "测试一"),
				row("a correction beside no problem", "待处理!更正值:2", "学院审核结论:2", "非问题", "更正值:2", "测试一"),
				row("a correction beside unsure", "待处理!更正值:2", "学院审核结论:2", "无法确定", "更正值:2", "测试一"),
				row("a name that is none", "待处理!更正值:2", "学院审核结论:2", "属实", "更正值:2", "测试1?"),
				row("a formula for a correction", "待处理!更正值:2", "学院审核结论:2", "属实", "更正值:2", "=\"测试一\""),
				row("a correction too long", "待处理!更正值:2", "学院审核结论:2", "属实", "更正值:2", "甲".repeat(101)),
				row("a remark too long", "待处理!备注:2", "学院审核结论:2", "属实", "备注:2", "甲".repeat(501)),
				row("a birth date that is none", "待处理!更正值:3", "学院审核结论:3", "属实", "更正值:3", "2002-02-30"),
				row("an ID number that is wrong", "待处理!更正值:4", "学院审核结论:4", "属实", "更正值:4", "110105200001010017"),
				row("a sex that is none", "待处理!更正值:5", "学院审核结论:5", "属实", "更正值:5", "未知"),
				row("a correction of nothing", "待处理!更正值:6", "学院审核结论:6", "属实", "更正值:6", "测试一"),
				edit("an ID number typed as a number", "待处理!更正值:4", (book) -> {
					Returned.type(book, "学院审核结论:4", "属实");
					Returned.cell(book, "更正值:4").setCellValue(110105200001010016d);
				}),
				edit("an error for an answer", "待处理!学院审核结论:2",
						(book) -> Returned.cell(book, "学院审核结论:2").setCellErrorValue((byte) 42)),
				edit("a row at the end without an id", "待处理!编号:9", (book) -> Returned.type(book, "学院审核结论:9", "属实")),
				edit("a deleted row", "待处理!编号:4",
						(book) -> book.getSheet("待处理").removeRow(book.getSheet("待处理").getRow(3))),
				edit("a number that lost its zeros", "待处理!学号:2",
						(book) -> Returned.cell(book, "学号:2").setCellValue(20200100d)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("ofTheFile")
	void theFileIsRefusedWithTheCell(String what, String cell, Consumer<XSSFWorkbook> change) throws Exception {
		Returned returned = new Returned(this.folder);
		String[] expected = new String[1];
		Path edited = Returned.edit(returned.college(), (book) -> {
			expected[0] = cell.equals("seal") ? "摘要!B" + sealRow(book) : Returned.address(book, cell);
			Returned.type(book, "学院审核结论:3", "属实");
			change.accept(book);
		});
		ReturnedWorkbook read = returned.read(edited);
		assertThat(read.accepted()).isFalse();
		assertThat(read.decisions()).isEmpty();
		assertThat(read.refusals()).singleElement().satisfies((refusal) -> {
			assertThat(refusal.cell()).isEqualTo(expected[0]);
			assertThat(refusal.reason()).startsWith(refusal.cell()).doesNotContain("{");
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("ofARow")
	void theRowIsRefusedWithTheCellAndTheOthersAreApplied(String what, String cell, Consumer<XSSFWorkbook> change)
			throws Exception {
		Returned returned = new Returned(this.folder);
		Path written = returned.college();
		String expected = Returned.at(written, cell);
		Path edited = Returned.edit(written, (book) -> {
			for (int row = 2; row <= 6; row++) {
				if (row != Integer.parseInt(cell.substring(cell.length() - 1))) {
					Returned.type(book, "学院审核结论:" + row, "属实", "审核日期:" + row, "2020-11-12");
				}
			}
			change.accept(book);
		});
		ReturnedWorkbook read = returned.read(edited);
		assertThat(read.accepted()).isTrue();
		assertThat(read.refusals()).first().satisfies((refusal) -> {
			assertThat(refusal.cell()).isEqualTo(expected);
			assertThat(refusal.reason()).startsWith(expected).doesNotContain("{", "11010520");
		});
		assertThat(read.decisions()).hasSizeGreaterThanOrEqualTo(4)
			.allSatisfy((decision) -> assertThat(decision.answer()).isEqualTo(Answer.CONFIRMED))
			.noneMatch((decision) -> cell.endsWith(String.valueOf(decision.row())));
		assertThat(read.rowsRead() + read.unanswered()).isGreaterThanOrEqualTo(4);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("doubled")
	void everyRowOfADoubledIdIsRefusedWithBothAddresses(String what, String first, String second,
			Consumer<XSSFWorkbook> change) throws Exception {
		Returned returned = new Returned(this.folder);
		Path written = returned.college();
		String one = Returned.at(written, first);
		String other = Returned.at(written, second);
		ReturnedWorkbook read = returned.read(Returned.edit(written, (book) -> {
			Returned.type(book, "学院审核结论:2", "属实", "学院审核结论:3", "属实");
			change.accept(book);
		}));
		assertThat(read.refusals()).extracting(RefusedAnswer::cell).contains(one, other);
		assertThat(read.refusals()).filteredOn((refusal) -> refusal.cell().equals(one))
			.first()
			.satisfies((refusal) -> assertThat(refusal.reason()).contains(other));
		assertThat(read.refusals()).filteredOn((refusal) -> refusal.cell().equals(other))
			.first()
			.satisfies((refusal) -> assertThat(refusal.reason()).contains(one));
		assertThat(read.decisions()).extracting(Decision::caseId).doesNotContain("c-name");
	}

	static Stream<Arguments> doubled() {
		return Stream.of(
				arguments("an id over another", "待处理!编号:2", "待处理!编号:3",
						(Consumer<XSSFWorkbook>) (book) -> Returned.type(book, "编号:3", "c-name")),
				arguments("a copied row", "待处理!编号:2", "待处理!编号:7",
						(Consumer<XSSFWorkbook>) (book) -> copyRow(book.getSheet("待处理"), 1, 6)),
				arguments("a copied sheet", "待处理!编号:2", "'待处理 (2)'!编号:2",
						(Consumer<XSSFWorkbook>) (book) -> copySheet(book, "待处理 (2)")),
				arguments("a copied sheet of another name", "待处理!编号:2", "'我的 副本'!编号:2",
						(Consumer<XSSFWorkbook>) (book) -> copySheet(book, "我的 副本")));
	}

	private static Arguments file(String what, String expected, String cell, String text) {
		return edit(what, expected, (book) -> Returned.type(book, cell, text));
	}

	private static Arguments row(String what, String expected, String... cells) {
		return edit(what, expected, (book) -> {
			if (ANSWERS.stream().noneMatch(cells[0]::startsWith)) {
				Returned.type(book, "学院审核结论" + cells[0].substring(cells[0].indexOf(':')), "属实");
			}
			for (int i = 0; i < cells.length; i += 2) {
				if (cells[i + 1].startsWith("=")) {
					Cell formula = Returned.cell(book, cells[i]);
					formula.setCellFormula(cells[i + 1].substring(1));
					book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
				}
				else {
					Returned.type(book, cells[i], cells[i + 1]);
				}
			}
		});
	}

	private static Arguments edit(String what, String expected, Consumer<XSSFWorkbook> change) {
		return arguments(what, expected, change);
	}

	private static int sealRow(XSSFWorkbook book) {
		for (Row row : book.getSheet("摘要")) {
			if (row.getCell(0) != null && row.getCell(0).toString().equals("校验码")) {
				return row.getRowNum() + 1;
			}
		}
		throw new AssertionError("no seal");
	}

	private static String seal(XSSFWorkbook book) {
		return book.getSheet("摘要").getRow(sealRow(book) - 1).getCell(1).getStringCellValue();
	}

	private static void replaceSeal(XSSFWorkbook book, String text) {
		Returned.type(book, "摘要!B" + sealRow(book), text);
	}

	private static int column(XSSFWorkbook book, String head) {
		return new CellReference(Returned.address(book, head + ":1")).getCol();
	}

	private static void swapColumns(Sheet sheet, int one, int other) {
		for (Row row : sheet) {
			String first = row.getCell(one).getStringCellValue();
			String second = row.getCell(other).getStringCellValue();
			Returned.fresh(row, one).setCellValue(second);
			Returned.fresh(row, other).setCellValue(first);
		}
	}

	private static void deleteColumn(Sheet sheet, int column) {
		for (Row row : sheet) {
			for (int i = column; i < row.getLastCellNum() - 1; i++) {
				Returned.fresh(row, i).setCellValue(row.getCell(i + 1).toString());
			}
			row.removeCell(row.getCell(row.getLastCellNum() - 1));
		}
	}

	private static void shiftRight(Sheet sheet, int column) {
		for (Row row : sheet) {
			for (int i = row.getLastCellNum(); i > column; i--) {
				Returned.fresh(row, i).setCellValue(row.getCell(i - 1).toString());
			}
			Returned.fresh(row, column).setCellValue("我的列");
		}
	}

	private static void copyRow(Sheet sheet, int from, int to) {
		Row target = sheet.createRow(to);
		sheet.getRow(from).forEach((cell) -> target.createCell(cell.getColumnIndex()).setCellValue(cell.toString()));
	}

	private static void copySheet(XSSFWorkbook book, String name) {
		XSSFSheet copy = book.createSheet(name);
		for (int i = 0; i <= book.getSheet("待处理").getLastRowNum(); i++) {
			Row target = copy.createRow(i);
			book.getSheet("待处理")
				.getRow(i)
				.forEach((cell) -> target.createCell(cell.getColumnIndex()).setCellValue(cell.toString()));
		}
	}

}
