package io.rollcall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheets about what people sent in: claims, account problems, what became of answers,
 * and how cases went on.
 */
final class SubmissionTables {

	private final Book book;

	private final Legend legend;

	private final boolean registrar;

	/**
	 * Tables of submissions.
	 * @param registrar whether the registrar reads them: only then the college is shown
	 */
	SubmissionTables(Book book, Legend legend, boolean registrar) {
		this.book = book;
		this.legend = legend;
		this.registrar = registrar;
	}

	/** What was reported, beside what the sources say. */
	Table<FindingRow> claims() {
		List<Column<FindingRow>> columns = who();
		columns.add(new Column<>("field", 11, Column.Kind.TEXT, this::label));
		columns.add(new Column<>("claimed", 18, Column.Kind.TEXT, FindingRow::claimedValue));
		columns.add(new Column<>("platform", 18, Column.Kind.TEXT, FindingRow::platformValue));
		columns.add(new Column<>("roster", 18, Column.Kind.TEXT, FindingRow::rosterValue));
		columns.add(new Column<>("admission", 18, Column.Kind.TEXT, FindingRow::admissionValue));
		finish(columns, 34);
		return new Table<>("claims", this.registrar ? 5 : 4, columns.size() - 1, columns);
	}

	/** Who cannot get in, and what to do. */
	Table<FindingRow> accounts() {
		List<Column<FindingRow>> columns = who();
		columns.add(new Column<>("class", 13, Column.Kind.TEXT, (row) -> row.more().className()));
		columns.add(new Column<>("account-code", 10, Column.Kind.LINE, FindingRow::field));
		finish(columns, 44);
		return new Table<>("accounts", this.registrar ? 5 : 4, columns.size() - 1, columns);
	}

	/** What became of returned decisions. */
	Table<FindingRow> reviews() {
		List<Column<FindingRow>> columns = who();
		columns.add(new Column<>("field", 11, Column.Kind.TEXT, this::label));
		columns.add(new Column<>("detail", 70, Column.Kind.TEXT, FindingRow::detail));
		columns.add(new Column<>("suggestion", 34, Column.Kind.TEXT, FindingRow::suggestion));
		columns.add(new Column<>("locations", 40, Column.Kind.TEXT, FindingRow::locations));
		return new Table<>("reviews", this.registrar ? 5 : 4, columns.size(), columns);
	}

	/** What this run changed. */
	Table<CaseEventRow> changes() {
		return events("changes", new ArrayList<>());
	}

	/** How cases went on, the newest change first. */
	Table<CaseEventRow> cases() {
		List<Column<CaseEventRow>> columns = new ArrayList<>();
		columns.add(new Column<>("date", 12, Column.Kind.LINE, (row) -> row.date().toString()));
		return events("cases", columns);
	}

	private Table<CaseEventRow> events(String key, List<Column<CaseEventRow>> columns) {
		columns.add(new Column<>("event", 10, Column.Kind.LINE, (row) -> this.book.word("event", row.kind())));
		if (this.registrar) {
			columns.add(new Column<>("college", 14, Column.Kind.TEXT, CaseEventRow::college));
		}
		columns.add(new Column<>("title", 18, Column.Kind.TEXT, (row) -> this.legend.title(row.code())));
		columns.add(new Column<>("student-no", 14, Column.Kind.DIGITS, CaseEventRow::studentNo));
		columns.add(new Column<>("name", 11, Column.Kind.TEXT, CaseEventRow::name));
		columns.add(new Column<>("field", 11, Column.Kind.TEXT,
				(row) -> row.field().isEmpty() ? "" : this.legend.fieldLabel(row.field())));
		columns.add(new Column<>("before", 14, Column.Kind.TEXT, (row) -> this.book.word("state", row.before())));
		columns.add(new Column<>("after", 14, Column.Kind.TEXT, (row) -> this.book.word("state", row.after())));
		columns.add(new Column<>("old-value", 16, Column.Kind.TEXT, CaseEventRow::oldValue));
		columns.add(new Column<>("new-value", 16, Column.Kind.TEXT, CaseEventRow::newValue));
		columns.add(new Column<>("by", 10, Column.Kind.TEXT, CaseEventRow::by));
		columns.add(new Column<>("on", 12, Column.Kind.LINE, (row) -> row.on().map(LocalDate::toString).orElse("")));
		columns.add(new Column<>("why", 52, Column.Kind.TEXT, CaseEventRow::why));
		columns.add(new Column<>("from-file", 40, Column.Kind.TEXT, CaseEventRow::place));
		columns.add(new Column<>("case-id", 28, Column.Kind.DIGITS, CaseEventRow::caseId));
		return new Table<>(key, 2, columns.size() - 1, columns);
	}

	private List<Column<FindingRow>> who() {
		List<Column<FindingRow>> columns = new ArrayList<>();
		columns.add(new Column<>("severity", 8, Column.Kind.SEVERITY, FindingRow::severity));
		columns.add(new Column<>("title", 18, Column.Kind.TEXT, (row) -> this.legend.title(row.code())));
		if (this.registrar) {
			columns.add(new Column<>("college", 14, Column.Kind.TEXT, FindingRow::college));
		}
		columns.add(new Column<>("student-no", 14, Column.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new Column<>("name", 11, Column.Kind.TEXT, FindingRow::name));
		return columns;
	}

	private void finish(List<Column<FindingRow>> columns, int width) {
		columns.add(new Column<>("detail", width, Column.Kind.TEXT,
				this.registrar ? FindingRow::fullDetail : FindingRow::detail));
		columns.add(new Column<>("suggestion", width, Column.Kind.TEXT, FindingRow::suggestion));
		columns.add(new Column<>("state", 11, Column.Kind.TEXT, (row) -> this.book.word("state", row.state())));
		columns.add(new Column<>("age", 7, Column.Kind.NUMBER, (row) -> Integer.toString(row.ageDays())));
		columns.add(new Column<>("to-row", 8, Column.Kind.LINK, FindingRow::caseId));
		columns.add(new Column<>("locations", 40, Column.Kind.LINE, FindingRow::locations));
	}

	private String label(FindingRow row) {
		return row.field().isEmpty() ? "" : this.legend.fieldLabel(row.field());
	}

}
