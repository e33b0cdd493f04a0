package io.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The sheets that show one finding a row. */
final class FindingTable {

	/** Findings that wait for somebody. */
	static final String TO_DO = "todo";

	/** Findings that are only good to know. */
	static final String INFORMATION = "information";

	private final Book book;

	private final Legend legend;

	private final boolean registrar;

	/**
	 * Tables of findings.
	 * @param registrar whether the registrar reads them: only then the college and other
	 * students concerned are shown
	 */
	FindingTable(Book book, Legend legend, boolean registrar) {
		this.book = book;
		this.legend = legend;
		this.registrar = registrar;
	}

	/** What waits, with room for the answers. */
	Table<FindingRow> toDo() {
		List<Column<FindingRow>> columns = new ArrayList<>(facts());
		columns.addAll(this.registrar ? Answers.ofRegistrar() : Answers.ofCollege());
		Table<FindingRow> table = table(TO_DO, columns).anchoredBy(FindingTable::anchor);
		return table.with((filled) -> Answers.help(table, filled));
	}

	/**
	 * The keys of the list's columns. No row is shown, so no words are needed.
	 * @param registrar whether the registrar answers
	 */
	static List<String> layout(boolean registrar) {
		return new FindingTable(null, null, registrar).toDo().columns().stream().map(Column::key).toList();
	}

	/** What is only good to know. */
	Table<FindingRow> information() {
		List<Column<FindingRow>> columns = new ArrayList<>(facts());
		columns.add(new Column<>("state", 12, Column.Kind.TEXT, (row) -> this.book.word("state", row.state())));
		return table(INFORMATION, columns);
	}

	private Table<FindingRow> table(String key, List<Column<FindingRow>> columns) {
		int printed = columns.size();
		List<Column<FindingRow>> all = new ArrayList<>(columns);
		all.addAll(particulars());
		return new Table<>(key, this.registrar ? 6 : 5, printed, all).ofKinds(FindingTable::kind);
	}

	/** The kind by which the summary leads to a finding. */
	static String kind(FindingRow row) {
		return row.code() + " " + row.severity();
	}

	/** Only what other sheets show too is remembered. */
	private static Optional<String> anchor(FindingRow row) {
		boolean shown = Slice.GROUPS.includes(row) || Slice.MISSING.includes(row) || Slice.UNCHECKED.includes(row)
				|| Slice.CLAIMS.includes(row) || Slice.ACCOUNTS.includes(row);
		return shown ? Optional.of(row.findingId()) : Optional.empty();
	}

	private List<Column<FindingRow>> facts() {
		List<Column<FindingRow>> columns = new ArrayList<>();
		columns.add(new Column<>("severity", 8, Column.Kind.SEVERITY, FindingRow::severity));
		if (this.registrar) {
			columns.add(new Column<>("college", 13, Column.Kind.TEXT, FindingRow::college));
		}
		columns.add(new Column<>("title", 16, Column.Kind.TEXT, (row) -> this.legend.title(row.code())));
		columns.add(new Column<>("student-no", 14, Column.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new Column<>("name", 10, Column.Kind.TEXT, FindingRow::name));
		columns.add(new Column<>("field", 10, Column.Kind.TEXT, this::label));
		columns.add(source("roster", FindingRow::rosterValue));
		columns.add(source("platform", FindingRow::platformValue));
		columns.add(source("admission", FindingRow::admissionValue));
		columns.add(new Column<>("claimed", 17, Column.Kind.TEXT, FindingRow::claimedValue));
		columns.add(new Column<>("detail", 30, Column.Kind.TEXT, this::detail));
		columns.add(new Column<>("cause", 13, Column.Kind.TEXT, (row) -> judged("judge.cause.", row.more().cause())));
		columns.add(new Column<>("route", 13, Column.Kind.TEXT,
				(row) -> row.more().route().isEmpty() ? "" : this.book.word("route", row.more().route())));
		columns.add(new Column<>("suggestion", 26, Column.Kind.TEXT, this::suggestion));
		columns.add(new Column<>("age", 7, Column.Kind.NUMBER, (row) -> Integer.toString(row.ageDays())));
		return columns;
	}

	private List<Column<FindingRow>> particulars() {
		List<Column<FindingRow>> columns = new ArrayList<>();
		columns.add(new Column<>("candidate-no", 17, Column.Kind.DIGITS, FindingRow::candidateNo));
		columns.add(new Column<>("major", 18, Column.Kind.TEXT, (row) -> row.more().major()));
		columns.add(new Column<>("class", 14, Column.Kind.TEXT, (row) -> row.more().className()));
		columns.add(new Column<>("first-seen", 12, Column.Kind.LINE, (row) -> row.firstSeen().toString()));
		columns.add(new Column<>("locations", 40, Column.Kind.LINE, FindingRow::locations));
		columns.add(new Column<>("finding-id", 28, Column.Kind.DIGITS, FindingRow::findingId));
		return columns;
	}

	private static Column<FindingRow> source(String role, Function<FindingRow, String> value) {
		return new Column<>(role, 17, Column.Kind.TEXT, value, (row) -> row.more().odd().equals(role));
	}

	/** How the values differ; the cause has a column of its own. */
	private String detail(FindingRow row) {
		String detail = row.detail();
		if (!row.more().cause().isEmpty()) {
			String told = row.more().cause().equals("CAUSE-DISPLAY")
					? this.book.messages().get("judge.display", row.more().route())
					: this.book.messages()
						.get("judge.cause", judged("judge.cause.", row.more().cause()), row.more().cause(),
								row.more().route());
			String cause = this.book.messages().get("judge.stop.mark") + told;
			detail = detail.endsWith(cause) ? detail.substring(0, detail.length() - cause.length()) : detail;
		}
		boolean more = this.registrar && !row.more().privateDetail().isEmpty();
		return more ? detail + " " + row.more().privateDetail() : detail;
	}

	/** What the rule says to do in this case, else what to do with its kind. */
	private String suggestion(FindingRow row) {
		return row.suggestion().isEmpty() ? this.legend.action(row.code()) : row.suggestion();
	}

	private String judged(String area, String code) {
		return !code.isEmpty() && this.book.messages().has(area + code) ? this.book.messages().get(area + code) : code;
	}

	private String label(FindingRow row) {
		return row.field().isEmpty() ? "" : this.legend.fieldLabel(row.field());
	}

}
