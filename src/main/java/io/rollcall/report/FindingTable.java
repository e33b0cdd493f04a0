package io.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.rollcall.facts.FindingRow;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetTable;

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
	SheetTable<FindingRow> information() {
		List<SheetColumn<FindingRow>> columns = new ArrayList<>();
		if (this.registrar) {
			columns.add(new SheetColumn<>("college", 13, SheetColumn.Kind.TEXT, FindingRow::college));
		}
		columns.add(new SheetColumn<>("title", 18, SheetColumn.Kind.TEXT, (row) -> this.legend.title(row.code())));
		columns.add(new SheetColumn<>("student-no", 14, SheetColumn.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new SheetColumn<>("name", 10, SheetColumn.Kind.TEXT, FindingRow::name));
		columns.add(new SheetColumn<>("field", 11, SheetColumn.Kind.TEXT, this::label));
		columns.add(source("roster", FindingRow::rosterValue));
		columns.add(source("platform", FindingRow::platformValue));
		columns.add(source("admission", FindingRow::admissionValue));
		columns.add(new SheetColumn<>("claimed", 14, SheetColumn.Kind.TEXT, FindingRow::claimedValue));
		columns.add(new SheetColumn<>("detail", 44, SheetColumn.Kind.TEXT, this::detail));
		columns.add(new SheetColumn<>("suggestion", 28, SheetColumn.Kind.TEXT, this::suggestion));
		int printed = columns.size();
		columns.add(new SheetColumn<>("candidate-no", 17, SheetColumn.Kind.DIGITS, FindingRow::candidateNo));
		columns.add(new SheetColumn<>("first-seen", 12, SheetColumn.Kind.LINE, (row) -> row.firstSeen().toString()));
		columns.add(new SheetColumn<>("locations", 40, SheetColumn.Kind.LINE, FindingRow::locations));
		columns.add(new SheetColumn<>("finding-id", 28, SheetColumn.Kind.DIGITS, FindingRow::findingId));
		return new SheetTable<>("information", this.registrar ? 4 : 3, printed, columns)
			.ofKinds((row) -> List.of(row.code() + ' ' + row.severity()));
	}

	private static SheetColumn<FindingRow> source(String role, Function<FindingRow, String> value) {
		return new SheetColumn<>(role, 17, SheetColumn.Kind.TEXT, value, (row) -> row.more().odd().equals(role));
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
