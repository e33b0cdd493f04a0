package io.rollcall.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables that web systems call {@code .xls}. */
class MarkupReaderTest {

	@TempDir
	private Path folder;

	/** An HTML table. */
	@Nested
	class Html extends TableReaderContract {

		@Override
		Path write(List<List<String>> rows) throws IOException {
			StringBuilder html = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body><table border=1>");
			rows.forEach((row) -> {
				html.append("<tr>");
				row.forEach(
						(text) -> html.append("<td style=\"mso-number-format:'\\@'\">").append(text).append("</td>"));
				html.append("</tr>");
			});
			return Files.writeString(Files.createTempFile(this.folder, "table", ".xls"),
					html + "</table></body></html>");
		}

	}

	/** A SpreadsheetML 2003 workbook. */
	@Nested
	class SpreadsheetMl extends TableReaderContract {

		@Override
		Path write(List<List<String>> rows) throws IOException {
			StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>"
					+ "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
					+ "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"名单\"><Table>");
			rows.forEach((row) -> {
				xml.append("<Row>");
				for (int i = 0; i < row.size(); i++) {
					if (!row.get(i).isEmpty()) {
						xml.append("<Cell ss:Index=\"")
							.append(i + 1)
							.append("\"><Data ss:Type=\"String\">")
							.append(row.get(i))
							.append("</Data></Cell>");
					}
				}
				xml.append("</Row>");
			});
			return Files.writeString(Files.createTempFile(this.folder, "table", ".xls"),
					xml + "</Table></Worksheet></Workbook>");
		}

	}

	@Test
	void spannedCellsKeepTheColumns() throws Exception {
		Path file = Files.writeString(this.folder.resolve("span.xls"),
				"<table><tr><td colspan=3>名单</td></tr><tr><td>姓名</td><td>学号</td><td>备注</td></tr>"
						+ "<tr><td>张三</td><td>1</td><td>甲</td></tr></table>");
		assertThat(Collected.of(file).filled()).contains("2 姓名|学号|备注", "3 张三|1|甲");
	}

	@Test
	void numbersWithTheStyleOfADateAreDatesInExcel2003Xml() throws Exception {
		String book = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
				+ "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">%s<Styles>"
				+ "<Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style><Style ss:ID=\"e\" ss:Parent=\"d\"/>"
				+ "<Style ss:ID=\"f\"><NumberFormat ss:Format=\"yyyy\\年m\\月\"/></Style>"
				+ "<Style ss:ID=\"n\" ss:Parent=\"d\"><NumberFormat ss:Format=\"0.00\"/></Style></Styles>"
				+ "<Worksheet ss:Name=\"a\"><Table><Row>" + number("d", "36925") + number("e", "36925")
				+ number("f", "36925") + number("n", "36925") + "<Cell><Data ss:Type=\"DateTime\">"
				+ "2001-02-02T16:00:00Z</Data></Cell></Row></Table></Worksheet></Workbook>";
		Path file = Files.writeString(this.folder.resolve("book.xml"), book.formatted(""));
		assertThat(Collected.of(file).filled()).containsExactly("1 2001-02-03|2001-02-03|2001-02-03|36925|2001-02-03");
		Files.writeString(file, book
			.formatted("<ExcelWorkbook xmlns=\"urn:schemas-microsoft-com:office:excel\"><Date1904/></ExcelWorkbook>"));
		assertThat(Collected.of(file).cell(1, 0).text()).isEqualTo("2005-02-04");
	}

	private static String number(String style, String value) {
		return "<Cell ss:StyleID=\"" + style + "\"><Data ss:Type=\"Number\">" + value + "</Data></Cell>";
	}

	@Test
	void aNumberIsReadAsWhatIsShown() throws Exception {
		Path file = Files.writeString(this.folder.resolve("num.xls"),
				"<table><tr><td x:num=\"36925\">2001-2-3</td><td x:num=\"36925\">2001年2月3日</td>"
						+ "<td x:num=\"20610000000001\">2.061E+13</td><td x:num>-5</td></tr></table>");
		Collected read = Collected.of(file);
		assertThat(read.filled()).containsExactly("1 2001-2-3|2001年2月3日|20610000000001|-5");
		assertThat(read.cell(1, 2).kind()).isEqualTo(Cell.Kind.NUMBER);
	}

	@Test
	void everyProblemAndNoticeHasItsSentenceInBothLanguages() {
		for (String language : List.of("zh", "en")) {
			Messages messages = Messages.of(language);
			assertThat(messages.locale()).isIn(Locale.CHINESE, Locale.ENGLISH);
			for (RefusedException.Problem problem : RefusedException.Problem.values()) {
				assertThat(messages.has("source." + problem)).as(language + " " + problem).isTrue();
			}
			for (TableHandler.Notice.Kind kind : TableHandler.Notice.Kind.values()) {
				assertThat(messages.has("source." + kind) || messages.has("intake." + kind)
						|| messages.has("source.notice." + kind))
					.as(language + " " + kind)
					.isTrue();
			}
		}
	}

}
