package io.rollcall.intake;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.source.Cell;
import io.rollcall.source.Row;

/** Rows as the case files write them. */
final class HeaderCases {

	private HeaderCases() {
	}

	static Row row(long number, String cells) {
		return new Row("", number, Stream.of(cells.split("\\|", -1)).map(Cell::ofText).toList());
	}

	static List<Row> rows(List<String> rows) {
		return IntStream.range(0, rows.size()).mapToObj((i) -> row(i + 1, rows.get(i))).toList();
	}

}
