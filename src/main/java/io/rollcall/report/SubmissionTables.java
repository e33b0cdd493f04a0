package io.rollcall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetTable;

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
	SheetTable<FindingRow> claims() {
		List<SheetColumn<FindingRow>> columns = who();
		columns.add(new SheetColumn<>("field", 8, SheetColumn.Kind.TEXT, this::label));
		columns.add(new SheetColumn<>("claimed", 13, SheetColumn.Kind.TEXT, FindingRow::claimedValue,
				(row) -> row.more().odd().equals("claim")));
		columns.add(source("platform", FindingRow::platformValue));
		columns.add(source("roster", FindingRow::rosterValue));
		columns.add(source("admission", FindingRow::admissionValue));
		columns.add(detail(this.registrar ? 27 : 41));
		int printed = columns.size();
		columns
			.add(new SheetColumn<>("cause", 15, SheetColumn.Kind.TEXT, (row) -> judged("cause", row.more().cause())));
		columns.add(new SheetColumn<>("route", 15, SheetColumn.Kind.TEXT,
				(row) -> row.more().route().isEmpty() ? "" : this.book.word("route", row.more().route())));
		columns.add(suggestion(34));
		finish(columns);
		return new SheetTable<>("claims", this.registrar ? 5 : 4, printed, columns);
	}

	/** Who cannot get in, and what to do. */
	SheetTable<FindingRow> accounts() {
		List<SheetColumn<FindingRow>> columns = who();
		columns.add(new SheetColumn<>("class", 12, SheetColumn.Kind.TEXT, (row) -> row.more().className()));
		columns.add(new SheetColumn<>("account-code", 19, SheetColumn.Kind.TEXT, this::label));
		columns.add(suggestion(56));
		int printed = columns.size();
		columns.add(detail(44));
		finish(columns);
		return new SheetTable<>("accounts", this.registrar ? 5 : 4, printed, columns);
	}

	/** What became of returned decisions. */
	SheetTable<FindingRow> reviews() {
		List<SheetColumn<FindingRow>> columns = who();
		columns.add(new SheetColumn<>("field", 10, SheetColumn.Kind.TEXT, this::label));
		columns.add(new SheetColumn<>("detail", 46, SheetColumn.Kind.TEXT, FindingRow::detail));
		columns.add(new SheetColumn<>("suggestion", 34, SheetColumn.Kind.TEXT, FindingRow::suggestion));
		columns.add(new SheetColumn<>("returned-at", 40, SheetColumn.Kind.TEXT, FindingRow::locations));
		return new SheetTable<>("reviews", this.registrar ? 5 : 4, columns.size(), columns);
	}

	/** What this run changed. */
	SheetTable<CaseEventRow> changes() {
		return events("changes", new ArrayList<>());
	}

	/** How cases went on, the newest change first. */
	SheetTable<CaseEventRow> cases() {
		List<SheetColumn<CaseEventRow>> columns = new ArrayList<>();
		columns.add(new SheetColumn<>("date", 13, SheetColumn.Kind.CENTERED, (row) -> row.date().toString()));
		return events("cases", columns);
	}

	private SheetTable<CaseEventRow> events(String key, List<SheetColumn<CaseEventRow>> columns) {
		columns
			.add(new SheetColumn<>("event", 10, SheetColumn.Kind.TEXT, (row) -> this.book.word("event", row.kind())));
		if (this.registrar) {
			columns.add(new SheetColumn<>("college", 14, SheetColumn.Kind.TEXT, CaseEventRow::college));
		}
		columns.add(new SheetColumn<>("title", 15, SheetColumn.Kind.TEXT, (row) -> this.legend.title(row.code())));
		columns.add(new SheetColumn<>("student-no", 13, SheetColumn.Kind.DIGITS, CaseEventRow::studentNo));
		columns.add(new SheetColumn<>("name", 10, SheetColumn.Kind.TEXT, CaseEventRow::name));
		columns.add(new SheetColumn<>("field", 9, SheetColumn.Kind.TEXT,
				(row) -> row.field().isEmpty() ? "" : this.legend.fieldLabel(row.field())));
		columns.add(
				new SheetColumn<>("before", 11, SheetColumn.Kind.TEXT, (row) -> this.book.word("state", row.before())));
		columns
			.add(new SheetColumn<>("after", 11, SheetColumn.Kind.TEXT, (row) -> this.book.word("state", row.after())));
		columns.add(new SheetColumn<>("old-value", 14, SheetColumn.Kind.TEXT, CaseEventRow::oldValue));
		columns.add(new SheetColumn<>("new-value", 14, SheetColumn.Kind.TEXT, CaseEventRow::newValue));
		columns.add(new SheetColumn<>("by", 9, SheetColumn.Kind.TEXT, CaseEventRow::by));
		columns.add(new SheetColumn<>("why", 32, SheetColumn.Kind.TEXT, CaseEventRow::why));
		int printed = columns.size();
		columns.add(new SheetColumn<>("on", 13, SheetColumn.Kind.CENTERED,
				(row) -> row.on().map(LocalDate::toString).orElse("")));
		columns.add(new SheetColumn<>("from-file", 40, SheetColumn.Kind.TEXT, CaseEventRow::place));
		columns.add(new SheetColumn<>("case-id", 28, SheetColumn.Kind.DIGITS, CaseEventRow::caseId));
		return new SheetTable<>(key, 2, printed, columns);
	}

	private List<SheetColumn<FindingRow>> who() {
		List<SheetColumn<FindingRow>> columns = new ArrayList<>();
		columns.add(new SheetColumn<>("severity", 8, SheetColumn.Kind.SEVERITY, FindingRow::severity));
		columns.add(new SheetColumn<>("title", 16, SheetColumn.Kind.TEXT, (row) -> this.legend.title(row.code())));
		if (this.registrar) {
			columns.add(new SheetColumn<>("college", 14, SheetColumn.Kind.TEXT, FindingRow::college));
		}
		columns.add(new SheetColumn<>("student-no", 13, SheetColumn.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new SheetColumn<>("name", 10, SheetColumn.Kind.TEXT, FindingRow::name));
		return columns;
	}

	private SheetColumn<FindingRow> detail(int width) {
		return new SheetColumn<>("detail", width, SheetColumn.Kind.TEXT,
				this.registrar ? FindingRow::fullDetail : FindingRow::detail);
	}

	private static SheetColumn<FindingRow> suggestion(int width) {
		return new SheetColumn<>("suggestion", width, SheetColumn.Kind.TEXT, FindingRow::suggestion);
	}

	private static SheetColumn<FindingRow> source(String role, Function<FindingRow, String> value) {
		return new SheetColumn<>(role, 13, SheetColumn.Kind.TEXT, value, (row) -> row.more().odd().equals(role));
	}

	private void finish(List<SheetColumn<FindingRow>> columns) {
		columns.add(new SheetColumn<>("state", 13, SheetColumn.Kind.TEXT, this::state));
		columns.add(new SheetColumn<>("age", 7, SheetColumn.Kind.NUMBER, (row) -> Integer.toString(row.ageDays())));
		columns.add(new SheetColumn<>("to-row", 8, SheetColumn.Kind.LINK, FindingRow::explained));
		columns.add(new SheetColumn<>("locations", 60, SheetColumn.Kind.TEXT, FindingRow::locations));
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
