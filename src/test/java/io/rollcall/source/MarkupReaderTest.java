package io.rollcall.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

	@ParameterizedTest
	@ValueSource(strings = { "<tr><td>张三</td><td>1</td><td>甲</td></tr>|<tr><td>李四</td><td>2",
			"<tr><td>张三</td><td>1</td><td>甲</td></tr>|<tr><td>李四</td><td>2</td><td",
			"<tr><td>张三<td>1<td>甲|<tr><td>李四<td>2" })
	void aTableWithoutItsEndIsReadUpToThere(String rows) throws Exception {
		Collected read = Collected.of(page("<html><body><table><tr><td>姓名</td><td>学号</td><td>备注</td></tr>" + rows));
		assertThat(read.filled()).contains("1 姓名|学号|备注", "2 张三|1|甲", "3 李四|2");
		assertThat(read.cell(2, 2).kind()).isEqualTo(Cell.Kind.TEXT);
		assertThat(read.cell(3, 1).kind()).isEqualTo(Cell.Kind.HALF);
		assertThat(read.notices).extracting(TableHandler.Notice::kind).contains(TableHandler.Notice.Kind.CUT_OFF);
	}

	@Test
	void aTableThatEndsBehindARowIsCutWithoutAHalfRow() throws Exception {
		Collected read = Collected.of(page("<table><tr><td>姓名</td></tr><tr><td>张三</td></tr>"));
		assertThat(read.cell(2, 0).kind()).isEqualTo(Cell.Kind.TEXT);
		assertThat(read.notices).extracting(TableHandler.Notice::kind).contains(TableHandler.Notice.Kind.CUT_OFF);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<table><tr><td>姓名<tr><td>张三</table>", "<html><table><tr><td>姓名<tr><td>张三</body></HTML >\n",
					"<table><tr><td>姓名</td></tr><tr><td>张三</td></tr></table><p>共 1 人" })
	void aPageThatSaysItsEndIsWhole(String html) throws Exception {
		Collected read = Collected.of(page(html));
		assertThat(read.filled()).containsExactly("1 姓名", "2 张三");
		assertThat(read.cell(2, 0).kind()).isEqualTo(Cell.Kind.TEXT);
		assertThat(read.notices).extracting(TableHandler.Notice::kind).doesNotContain(TableHandler.Notice.Kind.CUT_OFF);
	}

	/** However much is there: the rows before are whole, and the file is told as cut. */
	@Test
	void aSpreadsheetMlFileCutAnywhereIsReadUpToThere() throws Exception {
		String start = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
				+ "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"名单\"><Table>";
		String row = "<Row><Cell><Data ss:Type=\"String\">%s</Data></Cell><Cell><Data ss:Type=\"String\">%s</Data></Cell></Row>";
		String rows = row.formatted("姓名", "学号") + row.formatted("张三", "1");
		String half = row.formatted("李四", "20200001");
		for (int length = 0; length < half.length(); length++) {
			Collected read = Collected.of(page(start + rows + half.substring(0, length)));
			assertThat(read.filled()).as(half.substring(0, length)).contains("1 姓名|学号", "2 张三|1");
			assertThat(read.rows.stream().filter((each) -> each.number() == 3))
				.allMatch((each) -> each.cells().get(each.cells().size() - 1).kind() == Cell.Kind.HALF);
			assertThat(read.notices).extracting(TableHandler.Notice::kind).contains(TableHandler.Notice.Kind.CUT_OFF);
			assertThat(read.ends).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "GB18030,<meta charset=gb2312>", "GB18030,", "UTF-8,<meta charset=\"utf-8\">",
			"UTF-8,<meta charset=gbk>", "GB18030,<meta charset=utf-8>", "GB18030,<meta charset=iso-8859-1>",
			"Big5,<meta http-equiv=content-type content=\"text/html; charset=big5\">" })
	void aPageIsReadInTheEncodingThatFitsAndABadByteCostsItsRow(String charset, String meta) throws Exception {
		String page = "<html><head>" + meta
				+ "</head><table><tr><td>姓名</td></tr><tr><td>王大文</td></tr><tr><td>#</td></tr>"
				+ "<tr><td>吳小明</td></tr></table></html>";
		assertThat(encoded(page, charset).filled()).containsExactly("1 姓名", "2 王大文", "3 #", "4 吳小明");
		Collected broken = encoded(page, charset, 0xFF);
		assertThat(broken.cell(2, 0)).isEqualTo(new Cell("王大文", Cell.Kind.TEXT));
		assertThat(broken.cell(3, 0).kind()).isEqualTo(Cell.Kind.UNDECODABLE);
		assertThat(broken.cell(4, 0)).isEqualTo(new Cell("吳小明", Cell.Kind.TEXT));
	}

	@ParameterizedTest
	@CsvSource({ "GB18030,gb2312,255", "UTF-8,utf-8,255", "UTF-8,gbk,255", "GB18030,GBK,1", "Big5,big5,255" })
	void anXmlFileIsReadInTheEncodingThatFitsAndABadByteCostsItsRow(String charset, String declared, int bad)
			throws Exception {
		String row = "<Row><Cell><Data ss:Type=\"String\">%s</Data></Cell></Row>";
		String xml = "<?xml version=\"1.0\" encoding=\"" + declared
				+ "\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
				+ "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table>"
				+ row.formatted("王大文") + row.formatted("#") + row.formatted("吳小明") + "</Table></Worksheet></Workbook>";
		Collected broken = encoded(xml, charset, bad);
		assertThat(broken.cell(1, 0)).isEqualTo(new Cell("王大文", Cell.Kind.TEXT));
		assertThat(broken.cell(2, 0).kind()).isEqualTo(Cell.Kind.UNDECODABLE);
		assertThat(broken.cell(3, 0)).isEqualTo(new Cell("吳小明", Cell.Kind.TEXT));
	}

	/** Writes a page, with bytes in place of the hash. */
	private Collected encoded(String page, String charset, int... hash) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int at = page.indexOf('#');
		out.write(page.substring(0, (hash.length > 0) ? at : page.length()).getBytes(charset));
		for (int one : hash) {
			out.write(one);
		}
		out.write(page.substring((hash.length > 0) ? at + 1 : page.length()).getBytes(charset));
		return Collected.of(Files.write(this.folder.resolve("page.xls"), out.toByteArray()));
	}

	private Path page(String text) throws IOException {
		return Files.writeString(this.folder.resolve("page.xls"), text.replace("|<", "<"));
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
