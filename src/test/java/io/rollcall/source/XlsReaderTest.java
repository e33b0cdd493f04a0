package io.rollcall.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class XlsReaderTest extends TableReaderContract {

	@Override
	Path write(List<List<String>> rows) throws IOException {
		try (HSSFWorkbook book = new HSSFWorkbook()) {
			fill(book.createSheet("名单"), rows);
			return save(book);
		}
	}

	@Test
	void numbersDatesErrorsAndFormulasKeepTheirKind() throws Exception {
		try (HSSFWorkbook book = new HSSFWorkbook()) {
			HSSFSheet sheet = book.createSheet();
			var date = book.createCellStyle();
			date.setDataFormat(book.createDataFormat().getFormat("yyyy-m-d"));
			var row = sheet.createRow(0);
			row.createCell(0).setCellValue(20610000000001d);
			row.createCell(1).setCellValue(LocalDate.of(2001, 2, 3));
			row.getCell(1).setCellStyle(date);
			row.createCell(2).setCellErrorValue(FormulaError.NA);
			row.createCell(3).setCellFormula("\"0\"&\"1\"");
			row.createCell(4).setCellFormula("1+1");
			row.createCell(5).setCellValue(false);
			book.getCreationHelper().createFormulaEvaluator().evaluateAll();
			Collected read = Collected.of(save(book));
			assertThat(read.cell(1, 0)).isEqualTo(new Cell("20610000000001", Cell.Kind.NUMBER));
			assertThat(read.cell(1, 1)).isEqualTo(new Cell("2001-02-03", Cell.Kind.DATE));
			assertThat(read.cell(1, 2)).isEqualTo(new Cell("#N/A", Cell.Kind.ERROR));
			assertThat(read.cell(1, 3)).isEqualTo(new Cell("01", Cell.Kind.TEXT));
			assertThat(read.cell(1, 4)).isEqualTo(new Cell("2", Cell.Kind.NUMBER));
			assertThat(read.cell(1, 5)).isEqualTo(new Cell("FALSE", Cell.Kind.BOOLEAN));
		}
	}

	@Test
	void hiddenSheetsAreListedAndSkippedAndHiddenRowsRead() throws Exception {
		try (HSSFWorkbook book = new HSSFWorkbook()) {
			fill(book.createSheet("一"), TABLE);
			book.getSheetAt(0).getRow(1).setZeroHeight(true);
			fill(book.createSheet("隐藏"), TABLE);
			book.setSheetHidden(1, true);
			Collected read = Collected.of(save(book));
			assertThat(read.sheets).containsExactly("一");
			assertThat(read.filled()).hasSize(4);
			assertThat(read.notices).extracting(TableHandler.Notice::kind)
				.containsExactly(TableHandler.Notice.Kind.HIDDEN_SHEET);
		}
	}

	@Test
	void longTextsCrossRecordBoundaries() throws Exception {
		String text = "学".repeat(9_000) + "a".repeat(9_000);
		try (HSSFWorkbook book = new HSSFWorkbook()) {
			fill(book.createSheet(), List.of(List.of(text), List.of("后")));
			assertThat(Collected.of(save(book)).filled()).containsExactly("1 " + text, "2 后");
		}
	}

	private static void fill(HSSFSheet sheet, List<List<String>> rows) {
		for (int i = 0; i < rows.size(); i++) {
			var row = sheet.createRow(i);
			for (int j = 0; j < rows.get(i).size(); j++) {
				if (!rows.get(i).get(j).isEmpty()) {
					row.createCell(j).setCellValue(rows.get(i).get(j));
				}
			}
		}
	}

	private Path save(HSSFWorkbook book) throws IOException {
		Path file = Files.createTempFile(this.folder, "book", ".xls");
		try (OutputStream out = Files.newOutputStream(file)) {
			book.write(out);
		}
		return file;
	}

}
