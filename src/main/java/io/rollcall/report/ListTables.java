package io.rollcall.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The plain lists: whom a list lacks, who has not looked, what was refused, what each
 * kind means.
 */
final class ListTables {

	private final Book book;

	private final Legend legend;

	private final boolean registrar;

	ListTables(Book book, Legend legend, boolean registrar) {
		this.book = book;
		this.legend = legend;
		this.registrar = registrar;
	}

	/** Students whom a list lacks. */
	Table<FindingRow> missing() {
		List<Column<FindingRow>> columns = new ArrayList<>();
		columns.add(new Column<>("severity", 7, Column.Kind.SEVERITY, FindingRow::severity));
		columns.add(new Column<>("title", 18, Column.Kind.TEXT, (row) -> this.legend.title(row.code())));
		addCollege(columns);
		columns.add(new Column<>("student-no", 13, Column.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new Column<>("candidate-no", 16, Column.Kind.DIGITS, FindingRow::candidateNo));
		columns.add(new Column<>("name", 11, Column.Kind.TEXT, FindingRow::name));
		columns.add(new Column<>("major", 18, Column.Kind.TEXT, (row) -> row.more().major()));
		columns.add(new Column<>("class", 12, Column.Kind.TEXT, (row) -> row.more().className()));
		columns.add(new Column<>("detail", 39, Column.Kind.TEXT,
				this.registrar ? FindingRow::fullDetail : FindingRow::detail));
		columns.add(new Column<>("suggestion", 34, Column.Kind.TEXT, FindingRow::suggestion));
		columns.add(new Column<>("age", 7, Column.Kind.NUMBER, (row) -> Integer.toString(row.ageDays())));
		columns.add(new Column<>("to-row", 8, Column.Kind.LINK, FindingRow::explained));
		return new Table<>("missing", this.registrar ? 6 : 5, columns.size() - 3, columns);
	}

	/**
	 * Students who have not looked, for those who remind them: number and name, and
	 * nothing else that is about a person.
	 */
	Table<FindingRow> unchecked() {
		List<Column<FindingRow>> columns = new ArrayList<>();
		addCollege(columns);
		columns.add(new Column<>("major", 30, Column.Kind.TEXT, (row) -> row.more().major()));
		columns.add(new Column<>("class", 20, Column.Kind.TEXT, (row) -> row.more().className()));
		columns.add(new Column<>("student-no", 16, Column.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new Column<>("name", 16, Column.Kind.TEXT, FindingRow::name));
		columns.add(new Column<>("title", 22, Column.Kind.TEXT, (row) -> this.legend.title(row.code())));
		columns.add(Column.answer("reminded", 14, Column.Kind.ANSWER_DATE));
		columns.add(Column.answer("answer.remark", 26, Column.Kind.ANSWER));
		return new Table<>("unchecked", 0, columns.size(), columns)
			.ofKinds((row) -> List.of(row.code() + ' ' + row.severity()));
	}

	private void addCollege(List<Column<FindingRow>> columns) {
		if (this.registrar) {
			columns.add(new Column<>("college", 14, Column.Kind.TEXT, FindingRow::college));
		}
	}

	/** What every kind of finding means, from the catalogue. */
	Table<String> legend() {
		List<Column<String>> columns = List.of(new Column<>("severity", 8, Column.Kind.SEVERITY, this.legend::severity),
				new Column<>("title", 18, Column.Kind.TEXT, this.legend::title),
				new Column<>("explanation", 48, Column.Kind.TEXT, this.legend::explanation),
				new Column<>("action", 37, Column.Kind.TEXT, this.legend::action),
				new Column<>("example", 36, Column.Kind.TEXT, this.legend::example));
		return new Table<>("legend", 2, columns.size(), columns);
	}

	/** What was refused; a college reads of rows that name it. */
	Table<RejectRow> rejects() {
		List<Column<RejectRow>> columns = List.of(
				new Column<>("role", 14, Column.Kind.TEXT, (row) -> this.book.word("role", row.role())),
				new Column<>("file", 38, Column.Kind.TEXT, RejectRow::file),
				new Column<>("sheet", 16, Column.Kind.TEXT, RejectRow::sheet),
				new Column<>("row", 9, Column.Kind.NUMBER, RejectRow::rowText),
				new Column<>("reason", 20, Column.Kind.TEXT, (row) -> this.book.word("reason", row.reason())),
				new Column<>("reject-detail", 50, Column.Kind.TEXT, RejectRow::detail));
		return new Table<>("rejects", 0, columns.size(), columns);
	}

}
