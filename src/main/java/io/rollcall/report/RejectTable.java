package io.rollcall.report;

import java.util.List;
import java.util.function.UnaryOperator;

/** The sheet of refused rows and files. */
final class RejectTable {

	private RejectTable() {
	}

	/** The rows themselves stay in {@code rejects.csv}; a place and a reason do here. */
	static Table<RejectRow> of(UnaryOperator<String> roleWord, UnaryOperator<String> reasonWord) {
		List<Column<RejectRow>> columns = List.of(
				new Column<>("role", 14, Column.Kind.LINE, (row) -> roleWord.apply(row.role())),
				new Column<>("file", 44, Column.Kind.TEXT, RejectRow::file),
				new Column<>("sheet", 18, Column.Kind.TEXT, RejectRow::sheet),
				new Column<>("row", 9, Column.Kind.NUMBER, RejectRow::rowText),
				new Column<>("reason", 24, Column.Kind.TEXT, (row) -> reasonWord.apply(row.reason())),
				new Column<>("reject-detail", 60, Column.Kind.TEXT, RejectRow::detail));
		return new Table<>("rejects", columns.size(), columns);
	}

}
