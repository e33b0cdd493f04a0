package io.rollcall.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every format must do with the same table. */
abstract class TableReaderContract {

	/** A table with an empty cell inside, an empty one at the end and rare characters. */
	static final List<List<String>> TABLE = List.of(List.of("XM", "XH", "BZ"), List.of("张䶮", "0020001", "甲"),
			List.of("李四", "", "乙"), List.of("王五", "2020003", ""));

	@TempDir
	Path folder;

	abstract Path write(List<List<String>> rows) throws IOException;

	/** The number of the row after the header, as the format counts. */
	long firstRecord() {
		return 2;
	}

	/** Whether the header is a row of its own. */
	boolean headerIsRow() {
		return true;
	}

	@Test
	void rowsComeInOrderWithTheirNumbersAndEmptyCellsInPlace() throws Exception {
		Collected read = Collected.of(write(TABLE));
		long first = firstRecord();
		List<String> records = read.filled().stream().filter((row) -> !row.contains("XM")).toList();
		assertThat(records).containsExactly(first + " 张䶮|0020001|甲", (first + 1) + " 李四||乙",
				(first + 2) + " 王五|2020003");
		assertThat(read.sheets).hasSize(1);
		assertThat(read.ends).hasSize(1);
	}

	@Test
	void textStaysTextWithItsLeadingZeros() throws Exception {
		Collected read = Collected.of(write(TABLE));
		assertThat(read.cell(firstRecord(), 1)).isEqualTo(new Cell("0020001", Cell.Kind.TEXT));
		assertThat(read.cell(firstRecord() + 1, 1).isBlank()).isTrue();
		assertThat(read.cell(firstRecord(), 99)).isEqualTo(Cell.BLANK);
	}

	@Test
	void moreRowsThanAllowedAreRefused() throws Exception {
		Path file = write(TABLE);
		long rows = headerIsRow() ? 4 : 3;
		assertThat(Collected.of(file, limited(rows, 16)).rows).isNotEmpty();
		assertThatThrownBy(() -> Collected.of(file, limited(rows - 1, 16))).isInstanceOfSatisfying(
				RefusedException.class, (ex) -> assertThat(ex.problem()).isEqualTo(RefusedException.Problem.ROWS));
	}

	@Test
	void moreColumnsThanAllowedAreRefused() throws Exception {
		Path file = write(TABLE);
		assertThat(Collected.of(file, limited(100, 3)).rows).isNotEmpty();
		assertThatThrownBy(() -> Collected.of(file, limited(100, 2))).isInstanceOfSatisfying(RefusedException.class,
				(ex) -> assertThat(ex.problem()).isEqualTo(RefusedException.Problem.COLUMNS));
	}

	@Test
	void aHandlersOwnFailurePassesThrough() throws Exception {
		Path file = write(TABLE);
		Collected failing = new Collected() {
			@Override
			public void row(Row row) {
				throw new IllegalStateException("mine");
			}
		};
		assertThatThrownBy(() -> Sources.read(file, ReadOptions.DEFAULT, failing))
			.isInstanceOf(IllegalStateException.class)
			.hasMessage("mine");
	}

	private static ReadOptions limited(long rows, int columns) {
		return ReadOptions.DEFAULT.withLimits(new Limits(Limits.FILE_BYTES, Limits.INFLATED_BYTES, Limits.INFLATE_RATIO,
				rows, columns, Limits.CELL_LENGTH, Limits.TIME));
	}

}
