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
