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
import org.junit.jupiter.params.ParameterizedTest;
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

	private Path page(String text) throws IOException {
		return Files.writeString(this.folder.resolve("page.xls"), text.replace("|<", "<"));
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
