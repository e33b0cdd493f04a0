package io.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sheet of findings that are only good to know. */
final class FindingTable {

	private final Book book;

	private final Legend legend;

	private final boolean registrar;

	/**
	 * A table of findings.
	 * @param registrar whether the registrar reads it: only then the college and other
	 * students concerned are shown
	 */
	FindingTable(Book book, Legend legend, boolean registrar) {
		this.book = book;
		this.legend = legend;
		this.registrar = registrar;
	}

	/** What is only good to know. */
	Table<FindingRow> information() {
		List<Column<FindingRow>> columns = new ArrayList<>();
		if (this.registrar) {
			columns.add(new Column<>("college", 13, Column.Kind.TEXT, FindingRow::college));
		}
		columns.add(new Column<>("title", 18, Column.Kind.TEXT, (row) -> this.legend.title(row.code())));
		columns.add(new Column<>("student-no", 14, Column.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new Column<>("name", 10, Column.Kind.TEXT, FindingRow::name));
		columns.add(new Column<>("field", 11, Column.Kind.TEXT, this::label));
		columns.add(source("roster", FindingRow::rosterValue));
		columns.add(source("platform", FindingRow::platformValue));
		columns.add(source("admission", FindingRow::admissionValue));
		columns.add(new Column<>("claimed", 14, Column.Kind.TEXT, FindingRow::claimedValue));
		columns.add(new Column<>("detail", 44, Column.Kind.TEXT, this::detail));
		columns.add(new Column<>("suggestion", 28, Column.Kind.TEXT, this::suggestion));
		int printed = columns.size();
		columns.add(new Column<>("candidate-no", 17, Column.Kind.DIGITS, FindingRow::candidateNo));
		columns.add(new Column<>("first-seen", 12, Column.Kind.LINE, (row) -> row.firstSeen().toString()));
		columns.add(new Column<>("locations", 40, Column.Kind.LINE, FindingRow::locations));
		columns.add(new Column<>("finding-id", 28, Column.Kind.DIGITS, FindingRow::findingId));
		return new Table<>("information", this.registrar ? 4 : 3, printed, columns)
			.ofKinds((row) -> List.of(row.code() + ' ' + row.severity()));
	}

	private static Column<FindingRow> source(String role, Function<FindingRow, String> value) {
		return new Column<>(role, 17, Column.Kind.TEXT, value, (row) -> row.more().odd().equals(role));
	}

	private String detail(FindingRow row) {
		return this.registrar ? row.fullDetail() : row.detail();
	}

	/** What the rule says to do in this case, else what to do with its kind. */
	private String suggestion(FindingRow row) {
		return row.suggestion().isEmpty() ? this.legend.action(row.code()) : row.suggestion();
	}

	private String label(FindingRow row) {
		return row.field().isEmpty() ? "" : this.legend.fieldLabel(row.field());
	}

}
