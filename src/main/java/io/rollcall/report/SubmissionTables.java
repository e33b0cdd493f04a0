package io.rollcall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
		columns.add(new Column<>("field", 8, Column.Kind.TEXT, this::label));
		columns.add(new Column<>("claimed", 13, Column.Kind.TEXT, FindingRow::claimedValue,
				(row) -> row.more().odd().equals("claim")));
		columns.add(source("platform", FindingRow::platformValue));
		columns.add(source("roster", FindingRow::rosterValue));
		columns.add(source("admission", FindingRow::admissionValue));
		columns.add(detail(this.registrar ? 27 : 41));
		int printed = columns.size();
		columns.add(new Column<>("cause", 15, Column.Kind.TEXT, (row) -> judged("cause", row.more().cause())));
		columns.add(new Column<>("route", 15, Column.Kind.TEXT,
				(row) -> row.more().route().isEmpty() ? "" : this.book.word("route", row.more().route())));
		columns.add(suggestion(34));
		finish(columns);
		return new Table<>("claims", this.registrar ? 5 : 4, printed, columns);
	}

	/** Who cannot get in, and what to do. */
	Table<FindingRow> accounts() {
		List<Column<FindingRow>> columns = who();
		columns.add(new Column<>("class", 12, Column.Kind.TEXT, (row) -> row.more().className()));
		columns.add(new Column<>("account-code", 19, Column.Kind.TEXT, this::label));
		columns.add(suggestion(56));
		int printed = columns.size();
		columns.add(detail(44));
		finish(columns);
		return new Table<>("accounts", this.registrar ? 5 : 4, printed, columns);
	}

	/** What became of returned decisions. */
	Table<FindingRow> reviews() {
		List<Column<FindingRow>> columns = who();
		columns.add(new Column<>("field", 10, Column.Kind.TEXT, this::label));
		columns.add(new Column<>("detail", 46, Column.Kind.TEXT, FindingRow::detail));
		columns.add(new Column<>("suggestion", 34, Column.Kind.TEXT, FindingRow::suggestion));
		columns.add(new Column<>("returned-at", 40, Column.Kind.TEXT, FindingRow::locations));
		return new Table<>("reviews", this.registrar ? 5 : 4, columns.size(), columns);
	}

	/** What this run changed. */
	Table<CaseEventRow> changes() {
		return events("changes", new ArrayList<>());
	}

	/** How cases went on, the newest change first. */
	Table<CaseEventRow> cases() {
		List<Column<CaseEventRow>> columns = new ArrayList<>();
		columns.add(new Column<>("date", 13, Column.Kind.CENTERED, (row) -> row.date().toString()));
		return events("cases", columns);
	}

	private Table<CaseEventRow> events(String key, List<Column<CaseEventRow>> columns) {
		columns.add(new Column<>("event", 10, Column.Kind.TEXT, (row) -> this.book.word("event", row.kind())));
		if (this.registrar) {
			columns.add(new Column<>("college", 14, Column.Kind.TEXT, CaseEventRow::college));
		}
		columns.add(new Column<>("title", 15, Column.Kind.TEXT, (row) -> this.legend.title(row.code())));
		columns.add(new Column<>("student-no", 13, Column.Kind.DIGITS, CaseEventRow::studentNo));
		columns.add(new Column<>("name", 10, Column.Kind.TEXT, CaseEventRow::name));
		columns.add(new Column<>("field", 9, Column.Kind.TEXT,
				(row) -> row.field().isEmpty() ? "" : this.legend.fieldLabel(row.field())));
		columns.add(new Column<>("before", 11, Column.Kind.TEXT, (row) -> this.book.word("state", row.before())));
		columns.add(new Column<>("after", 11, Column.Kind.TEXT, (row) -> this.book.word("state", row.after())));
		columns.add(new Column<>("old-value", 14, Column.Kind.TEXT, CaseEventRow::oldValue));
		columns.add(new Column<>("new-value", 14, Column.Kind.TEXT, CaseEventRow::newValue));
		columns.add(new Column<>("by", 9, Column.Kind.TEXT, CaseEventRow::by));
		columns.add(new Column<>("why", 32, Column.Kind.TEXT, CaseEventRow::why));
		int printed = columns.size();
		columns
			.add(new Column<>("on", 13, Column.Kind.CENTERED, (row) -> row.on().map(LocalDate::toString).orElse("")));
		columns.add(new Column<>("from-file", 40, Column.Kind.TEXT, CaseEventRow::place));
		columns.add(new Column<>("case-id", 28, Column.Kind.DIGITS, CaseEventRow::caseId));
		return new Table<>(key, 2, printed, columns);
	}

	private List<Column<FindingRow>> who() {
		List<Column<FindingRow>> columns = new ArrayList<>();
		columns.add(new Column<>("severity", 8, Column.Kind.SEVERITY, FindingRow::severity));
		columns.add(new Column<>("title", 16, Column.Kind.TEXT, (row) -> this.legend.title(row.code())));
		if (this.registrar) {
			columns.add(new Column<>("college", 14, Column.Kind.TEXT, FindingRow::college));
		}
		columns.add(new Column<>("student-no", 13, Column.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new Column<>("name", 10, Column.Kind.TEXT, FindingRow::name));
		return columns;
	}

	private Column<FindingRow> detail(int width) {
		return new Column<>("detail", width, Column.Kind.TEXT,
				this.registrar ? FindingRow::fullDetail : FindingRow::detail);
	}

	private static Column<FindingRow> suggestion(int width) {
		return new Column<>("suggestion", width, Column.Kind.TEXT, FindingRow::suggestion);
	}

	private static Column<FindingRow> source(String role, Function<FindingRow, String> value) {
		return new Column<>(role, 13, Column.Kind.TEXT, value, (row) -> row.more().odd().equals(role));
	}

	private void finish(List<Column<FindingRow>> columns) {
		columns.add(new Column<>("state", 13, Column.Kind.TEXT, this::state));
		columns.add(new Column<>("age", 7, Column.Kind.NUMBER, (row) -> Integer.toString(row.ageDays())));
		columns.add(new Column<>("to-row", 8, Column.Kind.LINK, FindingRow::explained));
		columns.add(new Column<>("locations", 60, Column.Kind.TEXT, FindingRow::locations));
	}

	/** What is only good to know waits for nobody. */
	private String state(FindingRow row) {
		boolean waits = !row.severity().equals("I") || !row.state().equals("open");
		return waits ? this.book.word("state", row.state()) : "";
	}

	private String judged(String area, String code) {
		String key = "judge." + area + "." + code;
		return this.book.messages().has(key) ? this.book.messages().get(key) : code;
	}

	private String label(FindingRow row) {
		return row.field().isEmpty() ? "" : this.legend.fieldLabel(row.field());
	}

}
