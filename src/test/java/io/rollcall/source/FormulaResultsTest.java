package io.rollcall.source;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.source.TableHandler.Notice;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A formula whose result the file does not hold is no empty cell. */
class FormulaResultsTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void formulasThatNobodyCalculatedAreTold(String format) throws Exception {
		Collected read = Collected.of(book(format, false));
		assertThat(read.cell(1, 0).text()).isEqualTo("姓名");
		assertThat(read.cell(1, 1)).isEqualTo(Cell.UNCALCULATED);
		assertThat(read.cell(1, 1).isBlank()).isTrue();
		assertThat(read.notices).containsExactly(new Notice(Notice.Kind.FORMULAS_WITHOUT_RESULT, "名单", 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void calculatedOnesAreValuesEvenWhenEmptyOrZero(String format) throws Exception {
		Collected read = Collected.of(book(format, true));
		assertThat(read.cell(1, 1).text()).isEqualTo("学院");
		assertThat(read.cell(1, 2)).isEqualTo(Cell.BLANK);
		assertThat(read.cell(1, 3)).isEqualTo(new Cell("0", Cell.Kind.NUMBER));
		assertThat(read.notices).isEmpty();
	}

	@Test
	void everyWayToLeaveOutAResultIsSeen() throws Exception {
		Path file = new HandmadeXlsx()
			.rows("<row r=\"1\">" + HandmadeXlsx.text("A1", "姓名")
					+ "<c r=\"B1\"><f>A1</f></c><c r=\"C1\"><f>A1</f><v/></c><c r=\"D1\" t=\"str\"><f>A1</f></c>"
					+ "<c r=\"E1\"><f t=\"shared\" si=\"0\"/><v></v></c><c r=\"F1\" t=\"str\"><f>A1</f><v></v></c>"
					+ "<c r=\"G1\"><f>A1</f><v>0</v></c><c r=\"H1\"/></row>")
			.save(this.folder);
		Collected read = Collected.of(file);
		assertThat(List.of(1, 2, 3, 4)).allMatch((column) -> read.cell(1, column) == Cell.UNCALCULATED);
		assertThat(List.of(5, 7)).allMatch((column) -> read.cell(1, column) == Cell.BLANK);
		assertThat(read.cell(1, 6)).isEqualTo(new Cell("0", Cell.Kind.NUMBER));
		assertThat(read.notices).extracting(Notice::count).containsExactly(4L);
	}

	@Test
	void zerosThatStandInForResultsAreSeen() throws Exception {
		String sheets = "<sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"s1\"/></sheets>";
		String zero = "<c><f>A1</f><v>0</v></c>";
		String rows = "<row r=\"1\">" + HandmadeXlsx.text("A1", "姓名") + zero + "<c><v>0</v></c>";
		Path file = new HandmadeXlsx().workbook(sheets + "<calcPr fullCalcOnLoad=\"1\"/>")
			.rows(rows + "</row>")
			.save(this.folder);
		assertThat(Collected.of(file).cell(1, 1)).isEqualTo(Cell.UNCALCULATED);
		assertThat(Collected.of(file).cell(1, 2).text()).isEqualTo("0");
		Path calculated = new HandmadeXlsx().workbook(sheets + "<calcPr fullCalcOnLoad=\"1\"/>")
			.rows(rows + "<c><f>A1</f><v>2</v></c>" + zero + "</row>")
			.save(this.folder);
		assertThat(Collected.of(calculated).cell(1, 4).text()).isEqualTo("0");
	}

	@Test
	void formulasOfExcel2003XmlAndWebPagesAreTold() throws Exception {
		Path xml = Files.writeString(this.folder.resolve("book.xml"),
				"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
						+ "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table>"
						+ "<Row><Cell><Data>姓名</Data></Cell><Cell ss:Formula=\"=RC[-1]\"/>"
						+ "<Cell ss:Formula=\"=RC[-1]\"><Data ss:Type=\"String\"></Data></Cell></Row>"
						+ "</Table></Worksheet></Workbook>");
		assertThat(Collected.of(xml).cell(1, 1)).isEqualTo(Cell.UNCALCULATED);
		assertThat(Collected.of(xml).notices).extracting(Notice::count).containsExactly(1L);
		Path page = Files.writeString(this.folder.resolve("page.xls"),
				"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>姓名</td><td x:fmla=\"=A1\"></td>"
						+ "<td x:fmla=\"=A1\">值</td></tr></table></html>");
		assertThat(Collected.of(page).cell(1, 1)).isEqualTo(Cell.UNCALCULATED);
		assertThat(Collected.of(page).cell(1, 2).text()).isEqualTo("值");
	}

	@Test
	void aFileOfNothingElseIsNotCalledEmpty() throws Exception {
		Path file = new HandmadeXlsx().rows("<row r=\"1\"><c r=\"A1\"><f>B1</f></c></row>").save(this.folder);
		assertThatThrownBy(() -> Collected.of(file)).isInstanceOfSatisfying(RefusedException.class,
				(ex) -> assertThat(ex.problem()).isEqualTo(RefusedException.Problem.ONLY_FORMULAS));
	}

	private Path book(String format, boolean calculated) throws Exception {
		Path file = this.folder.resolve("book." + format);
		try (Workbook book = format.equals("xlsx") ? new XSSFWorkbook() : new HSSFWorkbook();
				OutputStream out = Files.newOutputStream(file)) {
			Row row = book.createSheet("名单").createRow(0);
			row.createCell(0).setCellValue("姓名");
			row.createCell(1).setCellFormula("\"学\"&\"院\"");
			row.createCell(2).setCellFormula("\"\"&\"\"");
			row.createCell(3).setCellFormula("1-1");
			if (calculated) {
				book.getCreationHelper().createFormulaEvaluator().evaluateAll();
			}
			book.write(out);
		}
		return file;
	}

}
