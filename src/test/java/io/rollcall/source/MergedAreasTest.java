package io.rollcall.source;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every format tells the areas that span rows, and none that span columns only. */
class MergedAreasTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void areasOfSeveralRowsAreToldWithTheSheet(String format) throws Exception {
		Path file = this.folder.resolve("book." + format);
		try (Workbook book = format.equals("xlsx") ? new XSSFWorkbook() : new HSSFWorkbook();
				OutputStream out = Files.newOutputStream(file)) {
			Sheet sheet = book.createSheet("名单");
			sheet.createRow(0).createCell(0).setCellValue("名单");
			sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
			sheet.createRow(1).createCell(28).setCellValue("学院");
			sheet.addMergedRegion(new CellRangeAddress(1, 4, 28, 29));
			sheet.createRow(5).createCell(1).setCellValue("专业");
			sheet.addMergedRegion(new CellRangeAddress(5, 6, 1, 1));
			book.createSheet("二").createRow(0).createCell(0).setCellValue("甲");
			book.write(out);
		}
		Collected read = Collected.of(file);
		assertThat(read.ends.get(0).merged()).containsExactly(new MergedArea(2, 5, 28), new MergedArea(6, 7, 1));
		assertThat(read.ends.get(1).merged()).isEmpty();
	}

	@Test
	void areasOfExcel2003XmlAreTold() throws Exception {
		Path file = Files.writeString(this.folder.resolve("book.xml"),
				"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
						+ "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table>"
						+ "<Row ss:Index=\"2\"><Cell ss:MergeAcross=\"1\"><Data>题</Data></Cell>"
						+ "<Cell ss:MergeDown=\"2\"><Data>院</Data></Cell></Row></Table></Worksheet></Workbook>");
		assertThat(Collected.of(file).ends.get(0).merged()).containsExactly(new MergedArea(2, 4, 2));
	}

	@Test
	void areasOfWebPagesAreToldHoweverLong() throws Exception {
		StringBuilder page = new StringBuilder(
				"<table><tr><th>院</th><th>名</th></tr><tr><td rowspan=1500>甲</td><td>1</td>");
		for (int i = 2; i <= 1_500; i++) {
			page.append("</tr><tr><td>").append(i).append("</td>");
		}
		Path file = Files.writeString(this.folder.resolve("page.xls"), page + "</tr></table>");
		Collected read = Collected.of(file);
		assertThat(read.ends.get(0).merged()).containsExactly(new MergedArea(2, 1_501, 0));
		assertThat(read.cell(1_501, 1).text()).isEqualTo("1500");
	}

	@Test
	void aRowSpanOfZeroReachesTheEndOfTheTable() throws Exception {
		Path file = Files.writeString(this.folder.resolve("page.xls"),
				"<table><tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr></table>");
		assertThat(Collected.of(file).filled()).containsExactly("1 甲|1", "2 |2");
		assertThat(Collected.of(file).ends.get(0).merged()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A1", "A1:B1", "A:A", "1:2", "A2:A1", "AAAA1:AAAA2", "A1:A99999999", "?" })
	void whatIsNoAreaOfSeveralRowsIsPassedOver(String reference) {
		assertThat(CellReference.area(reference)).isNull();
	}

	@Test
	void referencesAreRead() {
		assertThat(CellReference.area("$B$2:$C$5")).isEqualTo(new MergedArea(2, 5, 1));
		assertThat(CellReference.column("xfd7", 0)).isEqualTo(16_383);
		assertThat(CellReference.column(null, 4)).isEqualTo(4);
		assertThatThrownBy(() -> CellReference.column("XFE1", 0)).isInstanceOf(Refusal.class);
		assertThatThrownBy(() -> CellReference.column("12", 0)).isInstanceOf(Refusal.class);
	}

}
