package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.rollcall.sheet.Book;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetTable;
import io.rollcall.sheet.TableWriter;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TableWriterTest {

	private static final int LIMIT = 10;

	@TempDir
	private Path folder;

	@Test
	void asManyRowsAsFitStayOnOneSheet() throws IOException {
		assertThat(write(LIMIT).keySet()).containsExactly("待处理");
	}

	@Test
	void oneRowMoreBeginsAnotherSheetWithItsOwnHeader() throws IOException {
		Map<String, List<List<String>>> sheets = write(LIMIT + 1);
		assertThat(sheets.keySet()).containsExactly("待处理", "待处理 (2)");
		assertThat(sheets.get("待处理")).hasSize(LIMIT + 1);
		assertThat(sheets.get("待处理 (2)")).containsExactly(List.of("姓名"), List.of("10"));
	}

	@Test
	void noRowIsLostOverManySheets() throws IOException {
		Map<String, List<List<String>>> sheets = write(3 * LIMIT);
		assertThat(sheets).hasSize(3);
		assertThat(sheets.values().stream().flatMap((rows) -> rows.stream().skip(1)).map((row) -> row.get(0)))
			.containsExactlyElementsOf(IntStream.range(0, 3 * LIMIT).mapToObj(Integer::toString).toList());
	}

	@Test
	void sheetsStayFarBelowWhatTheFormatAllows() {
		assertThat(TableWriter.ROWS_A_SHEET).isLessThan(1_048_576);
	}

	private Map<String, List<List<String>>> write(int rows) throws IOException {
		Path file = this.folder.resolve("book.xlsx");
		SheetTable<Integer> table = new SheetTable<>("todo", 0, 1,
				List.of(new SheetColumn<>("name", 10, SheetColumn.Kind.DIGITS, Object::toString)));
		Book.write(file, this.folder, Messages.of("zh"), "题", Samples.run().date(), Optional.empty(),
				(book) -> assertThat(new TableWriter<>(book, table, LIMIT, (row, texts) -> {
				}).write(IntStream.range(0, rows).boxed())).isEqualTo(rows));
		return ReadBack.sheets(file);
	}

}
