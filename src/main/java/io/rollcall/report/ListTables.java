package io.rollcall.report;

import java.util.ArrayList;
import java.util.List;

import io.rollcall.facts.FindingRow;
import io.rollcall.facts.RejectRow;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetTable;

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
	SheetTable<FindingRow> missing() {
		List<SheetColumn<FindingRow>> columns = new ArrayList<>();
		columns.add(new SheetColumn<>("severity", 7, SheetColumn.Kind.SEVERITY, FindingRow::severity));
		columns.add(new SheetColumn<>("title", 18, SheetColumn.Kind.TEXT, (row) -> this.legend.title(row.code())));
		addCollege(columns);
		columns.add(new SheetColumn<>("student-no", 13, SheetColumn.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new SheetColumn<>("candidate-no", 16, SheetColumn.Kind.DIGITS, FindingRow::candidateNo));
		columns.add(new SheetColumn<>("name", 11, SheetColumn.Kind.TEXT, FindingRow::name));
		columns.add(new SheetColumn<>("major", 18, SheetColumn.Kind.TEXT, (row) -> row.more().major()));
		columns.add(new SheetColumn<>("class", 12, SheetColumn.Kind.TEXT, (row) -> row.more().className()));
		columns.add(new SheetColumn<>("detail", 39, SheetColumn.Kind.TEXT,
				this.registrar ? FindingRow::fullDetail : FindingRow::detail));
		columns.add(new SheetColumn<>("suggestion", 34, SheetColumn.Kind.TEXT, FindingRow::suggestion));
		columns.add(new SheetColumn<>("age", 7, SheetColumn.Kind.NUMBER, (row) -> Integer.toString(row.ageDays())));
		columns.add(new SheetColumn<>("to-row", 8, SheetColumn.Kind.LINK, FindingRow::explained));
		return new SheetTable<>("missing", this.registrar ? 6 : 5, columns.size() - 3, columns);
	}

	/**
	 * Students who have not looked, for those who remind them: number and name, and
	 * nothing else that is about a person.
	 */
	SheetTable<FindingRow> unchecked() {
		List<SheetColumn<FindingRow>> columns = new ArrayList<>();
		addCollege(columns);
		columns.add(new SheetColumn<>("major", 30, SheetColumn.Kind.TEXT, (row) -> row.more().major()));
		columns.add(new SheetColumn<>("class", 20, SheetColumn.Kind.TEXT, (row) -> row.more().className()));
		columns.add(new SheetColumn<>("student-no", 16, SheetColumn.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new SheetColumn<>("name", 16, SheetColumn.Kind.TEXT, FindingRow::name));
		columns.add(new SheetColumn<>("title", 22, SheetColumn.Kind.TEXT, (row) -> this.legend.title(row.code())));
		columns.add(SheetColumn.answer("reminded", 14, SheetColumn.Kind.ANSWER_DATE));
		columns.add(SheetColumn.answer("answer.remark", 26, SheetColumn.Kind.ANSWER));
		return new SheetTable<>("unchecked", 0, columns.size(), columns)
			.ofKinds((row) -> List.of(row.code() + ' ' + row.severity()));
	}

	private void addCollege(List<SheetColumn<FindingRow>> columns) {
		if (this.registrar) {
			columns.add(new SheetColumn<>("college", 14, SheetColumn.Kind.TEXT, FindingRow::college));
		}
	}

	/** What every kind of finding means, from the catalogue. */
	SheetTable<String> legend() {
		List<SheetColumn<String>> columns = List.of(
				new SheetColumn<>("severity", 8, SheetColumn.Kind.SEVERITY, this.legend::severity),
				new SheetColumn<>("title", 18, SheetColumn.Kind.TEXT, this.legend::title),
				new SheetColumn<>("explanation", 48, SheetColumn.Kind.TEXT, this.legend::explanation),
				new SheetColumn<>("action", 37, SheetColumn.Kind.TEXT, this.legend::action),
				new SheetColumn<>("example", 36, SheetColumn.Kind.TEXT, this.legend::example));
		return new SheetTable<>("legend", 2, columns.size(), columns);
	}

	/** What was refused; a college reads of rows that name it. */
	SheetTable<RejectRow> rejects() {
		List<SheetColumn<RejectRow>> columns = List.of(
				new SheetColumn<>("role", 14, SheetColumn.Kind.TEXT, (row) -> this.book.word("role", row.role())),
				new SheetColumn<>("file", 38, SheetColumn.Kind.TEXT, RejectRow::file),
				new SheetColumn<>("sheet", 16, SheetColumn.Kind.TEXT, RejectRow::sheet),
				new SheetColumn<>("row", 9, SheetColumn.Kind.NUMBER, RejectRow::rowText),
				new SheetColumn<>("reason", 20, SheetColumn.Kind.TEXT, (row) -> this.book.word("reason", row.reason())),
				new SheetColumn<>("reject-detail", 50, SheetColumn.Kind.TEXT, RejectRow::detail));
		return new SheetTable<>("rejects", 0, columns.size(), columns);
	}

}
