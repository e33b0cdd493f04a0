package io.rollcall.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The list to answer: one row a case, with what the sources say, what was answered and
 * room for the reader's answer, all on one screen. Long texts stand on the sheet behind.
 */
final class CaseTable {

	/** Cases that wait for somebody. */
	static final String TO_DO = "todo";

	/** The long texts of these cases. */
	static final String DETAILS = "details";

	/** Corrections that were handed in and wait for the platform. */
	static final String SENT = "sent";

	/** Answers in the order of the lists to choose from. */
	private static final List<String> CONCLUSIONS = List.of("CONFIRMED", "REJECTED", "PENDING", "NO_PROBLEM", "UNSURE");

	private static final List<String> REVIEWS = List.of("AGREED", "DISAGREED", "RETURNED");

	/** The most lines of a row: what is longer stands on the sheet of long texts. */
	private static final int MOST_LINES = 2;

	private final Book book;

	private final Legend legend;

	private final boolean registrar;

	private int number;

	private int described;

	/**
	 * Tables of cases.
	 * @param registrar whether the registrar reads them: only then the college and other
	 * students concerned are shown
	 */
	CaseTable(Book book, Legend legend, boolean registrar) {
		this.book = book;
		this.legend = legend;
		this.registrar = registrar;
	}

	/** What waits, with room for the answers. */
	Table<CaseRow> toDo() {
		List<Column<CaseRow>> columns = new ArrayList<>();
		columns.add(new Column<>("severity", 6, Column.Kind.SEVERITY, (row) -> row.problem().severity()));
		addCollege(columns, 12);
		columns.add(new Column<>("student-no", 12, Column.Kind.DIGITS, (row) -> row.student().studentNo()));
		columns.add(new Column<>("name", 8, Column.Kind.TEXT, (row) -> row.student().name()));
		columns.add(new Column<>("field", 9, Column.Kind.TEXT, this::label));
		columns.add(new Column<>("title", 20, Column.Kind.TEXT, this::titles));
		columns.add(source("roster", (row) -> row.values().roster()));
		columns.add(source("platform", (row) -> row.values().platform()));
		columns.add(source("admission", (row) -> row.values().admission()));
		columns.add(new Column<>("claimed", 11, Column.Kind.TEXT, (row) -> row.values().claimed()));
		columns.add(new Column<>("proposed", 15, Column.Kind.TEXT, (row) -> day(row, row.values().proposed())));
		columns.add(new Column<>("state", 10, Column.Kind.TEXT, this::state));
		columns.addAll(this.registrar ? registrarsAnswers() : collegesAnswers());
		columns.add(new Column<>("hint", 16, Column.Kind.TEXT, this::hint));
		int printed = columns.size();
		columns.add(new Column<>("age", 6, Column.Kind.NUMBER, (row) -> Integer.toString(row.ageDays())));
		columns.add(new Column<>("fresh", 6, Column.Kind.TEXT, (row) -> row.fresh() ? this.book.text("fresh") : ""));
		columns.add(new Column<>("number", 7, Column.Kind.LINK,
				(row) -> isExplained(row) ? Integer.toString(++this.number) : ""));
		columns.add(new Column<>("candidate-no", 17, Column.Kind.DIGITS, (row) -> row.student().candidateNo()));
		columns.add(new Column<>("major", 18, Column.Kind.TEXT, (row) -> row.student().major()));
		columns.add(new Column<>("class", 14, Column.Kind.TEXT, (row) -> row.student().className()));
		columns.add(new Column<>("opened", 12, Column.Kind.LINE, (row) -> row.openedOn().toString()));
		columns.add(new Column<>("case-id", 28, Column.Kind.DIGITS, CaseRow::caseId));
		Table<CaseRow> table = new Table<>(TO_DO, this.registrar ? 4 : 3, printed, columns).sortable(MOST_LINES);
		return table.with((filled) -> Answers.help(table, filled));
	}

	/** The college's answers, as they hold, and what the registrar said to them. */
	private List<Column<CaseRow>> collegesAnswers() {
		return List.of(Column.answer("answer.conclusion", 10, Column.Kind.ANSWER, (row) -> word(row.college())),
				Column.answer("answer.correction", 13, Column.Kind.ANSWER, (row) -> day(row, row.college().value())),
				Column.answer("answer.evidence", 13, Column.Kind.ANSWER, (row) -> row.college().basis()),
				Column.answer("answer.by", 8, Column.Kind.ANSWER, (row) -> row.college().by()),
				Column.answer("answer.date", 10, Column.Kind.ANSWER_DATE, (row) -> date(row.college())),
				Column.answer("answer.remark", 12, Column.Kind.ANSWER, (row) -> row.college().note()),
				new Column<>("held.review", 9, Column.Kind.TEXT, (row) -> word(row.registrar())),
				new Column<>("held.review-note", 14, Column.Kind.TEXT, (row) -> row.registrar().note()));
	}

	/**
	 * What the college said, for the registrar to read, and room for his answer; a value
	 * of his own he types anew.
	 */
	private List<Column<CaseRow>> registrarsAnswers() {
		return List.of(new Column<>("held.conclusion", 8, Column.Kind.TEXT, (row) -> word(row.college())),
				new Column<>("held.value", 10, Column.Kind.TEXT, (row) -> day(row, row.college().value())),
				new Column<>("held.evidence", 9, Column.Kind.TEXT, (row) -> row.college().basis()),
				new Column<>("held.by", 7, Column.Kind.TEXT, (row) -> row.college().by()),
				new Column<>("held.on", 10, Column.Kind.LINE, (row) -> date(row.college())),
				Column.answer("answer.review", 8, Column.Kind.ANSWER, (row) -> word(row.registrar())),
				Column.answer("answer.correction", 12, Column.Kind.ANSWER),
				Column.answer("answer.route", 11, Column.Kind.ANSWER, (row) -> row.registrar().basis()),
				Column.answer("answer.reviewer", 8, Column.Kind.ANSWER, (row) -> row.registrar().by()),
				Column.answer("answer.review-date", 10, Column.Kind.ANSWER_DATE, (row) -> date(row.registrar())),
				Column.answer("answer.remark", 12, Column.Kind.ANSWER, (row) -> row.registrar().note()));
	}

	/**
	 * The keys of the list's columns. No row is shown, so no words are needed.
	 * @param registrar whether the registrar answers
	 */
	static List<String> layout(boolean registrar) {
		return new CaseTable(null, null, registrar).toDo().columns().stream().map(Column::key).toList();
	}

	/**
	 * Whether the sheet of long texts has more to say of a case than the list and the
	 * legend do: of students who have not looked it has not, and they are many.
	 */
	static boolean isExplained(CaseRow row) {
		for (CaseRow.Finding finding : row.problem().findings()) {
			if (!Slice.UNCHECKED.codes().contains(finding.code())) {
				return true;
			}
		}
		return false;
	}

	/** The long texts, once a case that {@link #isExplained}. */
	Table<CaseRow> details() {
		List<Column<CaseRow>> columns = new ArrayList<>();
		columns.add(new Column<>("number", 7, Column.Kind.NUMBER, (row) -> Integer.toString(++this.described)));
		addCollege(columns, 13);
		columns.add(new Column<>("student-no", 14, Column.Kind.DIGITS, (row) -> row.student().studentNo()));
		columns.add(new Column<>("name", 10, Column.Kind.TEXT, (row) -> row.student().name()));
		columns.add(new Column<>("field", 10, Column.Kind.TEXT, this::label));
		columns.add(new Column<>("title", 18, Column.Kind.TEXT, this::titles));
		columns.add(new Column<>("detail", 60, Column.Kind.LONG, (row) -> told(row, this::detail)));
		columns.add(new Column<>("cause", 14, Column.Kind.TEXT, (row) -> cause(row.problem().cause())));
		columns.add(new Column<>("suggestion", 52, Column.Kind.LONG,
				(row) -> told(row, (finding) -> finding.suggestion().isEmpty() ? this.legend.action(finding.code())
						: finding.suggestion())));
		int printed = columns.size();
		columns.add(new Column<>("locations", 50, Column.Kind.LONG, CaseTable::locations));
		columns.add(new Column<>("case-id", 28, Column.Kind.DIGITS, CaseRow::caseId));
		return new Table<>(DETAILS, this.registrar ? 4 : 3, printed, columns).ofKinds(CaseTable::kinds);
	}

	/** What was handed in and is not yet seen at the platform. */
	Table<CaseRow> sent(LocalDate today, int patience) {
		List<Column<CaseRow>> columns = new ArrayList<>();
		addCollege(columns, 14);
		columns.add(new Column<>("student-no", 14, Column.Kind.DIGITS, (row) -> row.student().studentNo()));
		columns.add(new Column<>("name", 12, Column.Kind.TEXT, (row) -> row.student().name()));
		columns.add(new Column<>("field", 12, Column.Kind.TEXT, this::label));
		columns.add(new Column<>("replaced", 20, Column.Kind.TEXT, (row) -> day(row, row.values().replaced())));
		columns.add(new Column<>("approved", 20, Column.Kind.TEXT, (row) -> day(row, row.values().approved())));
		columns.add(new Column<>("platform-now", 20, Column.Kind.TEXT, (row) -> row.values().platform()));
		columns.add(new Column<>("reviewer", 10, Column.Kind.TEXT, (row) -> row.registrar().by()));
		columns.add(new Column<>("sent-on", 12, Column.Kind.LINE,
				(row) -> row.sentOn().map(LocalDate::toString).orElse("")));
		columns.add(new Column<>("waiting", 8, Column.Kind.NUMBER, (row) -> String.valueOf(waiting(row, today))));
		columns.add(new Column<>("sent-note", 34, Column.Kind.TEXT,
				(row) -> waiting(row, today) > patience ? this.book.text("sent.overdue", patience)
						: row.note().isEmpty() ? "" : this.book.text("note." + row.note())));
		columns.add(new Column<>("case-id", 28, Column.Kind.DIGITS, CaseRow::caseId));
		return new Table<>(SENT, this.registrar ? 3 : 2, columns.size() - 1, columns);
	}

	private static long waiting(CaseRow row, LocalDate today) {
		return row.sentOn().map((day) -> ChronoUnit.DAYS.between(day, today)).orElse(0L);
	}

	/** The kinds by which the summary leads to a case. */
	private static List<String> kinds(CaseRow row) {
		return row.problem().findings().stream().map((finding) -> finding.code() + ' ' + finding.severity()).toList();
	}

	private void addCollege(List<Column<CaseRow>> columns, int width) {
		if (this.registrar) {
			columns.add(new Column<>("college", width, Column.Kind.TEXT, (row) -> row.student().college()));
		}
	}

	private static Column<CaseRow> source(String role, Function<CaseRow, String> value) {
		return new Column<>(role, 15, Column.Kind.TEXT, value, (row) -> row.problem().odd().equals(role));
	}

	private String titles(CaseRow row) {
		List<CaseRow.Finding> findings = row.problem().findings();
		if (findings.size() == 1) {
			return this.legend.title(findings.get(0).code());
		}
		Set<String> titles = row.problem()
			.codes()
			.stream()
			.map(this.legend::title)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return String.join(this.book.text("and"), titles);
	}

	/**
	 * What each finding says, under its name where there are several. Each is cut alone:
	 * this is the only sheet that shows them all.
	 */
	private String told(CaseRow row, Function<CaseRow.Finding, String> text) {
		List<CaseRow.Finding> findings = row.problem().findings();
		return findings.stream()
			.map((finding) -> (findings.size() > 1)
					? this.book.text("told", this.legend.title(finding.code()), CellText.seen(text.apply(finding)))
					: CellText.seen(text.apply(finding)))
			.distinct()
			.collect(Collectors.joining("\n"));
	}

	private String detail(CaseRow.Finding finding) {
		boolean more = this.registrar && !finding.privateDetail().isEmpty();
		return more ? finding.detail() + " " + finding.privateDetail() : finding.detail();
	}

	private static String locations(CaseRow row) {
		return row.problem()
			.findings()
			.stream()
			.map(CaseRow.Finding::locations)
			.flatMap((places) -> List.of(places.split(";")).stream())
			.filter((place) -> !place.isEmpty())
			.distinct()
			.collect(Collectors.joining("\n"));
	}

	private String cause(String code) {
		String key = "judge.cause." + code;
		return !code.isEmpty() && this.book.messages().has(key) ? this.book.messages().get(key) : "";
	}

	/** Where the case stands, and what has to be told of that. */
	private String state(CaseRow row) {
		String state = this.book.text("waits." + row.state()
				+ (row.college().isEmpty() ? ""
						: this.book.messages().has("report.waits." + row.state() + "." + row.college().answer())
								? "." + row.college().answer() : ""));
		return row.note().isEmpty() ? state : this.book.text("noted", state, this.book.text("note." + row.note()));
	}

	/** The answer as the list to choose from has it. */
	private String word(CaseRow.Answer answer) {
		int conclusion = CONCLUSIONS.indexOf(answer.answer());
		int review = REVIEWS.indexOf(answer.answer());
		return (conclusion >= 0) ? this.book.text("choice.conclusion." + (conclusion + 1))
				: (review >= 0) ? this.book.text("choice.review." + (review + 1)) : "";
	}

	private static String date(CaseRow.Answer answer) {
		return answer.on().map(LocalDate::toString).orElse("");
	}

	/**
	 * In one or two words what has to happen; the sentence stands on the sheet behind.
	 */
	private String hint(CaseRow row) {
		return row.problem().route().isEmpty() ? "" : this.book.word("route", row.problem().route());
	}

	/** A day as people write it; everything else stays. */
	private String day(CaseRow row, String value) {
		return this.legend.isDate(row.problem().field()) ? CellText.day(value) : value;
	}

	private String label(CaseRow row) {
		return row.problem().field().isEmpty() ? "" : this.legend.fieldLabel(row.problem().field());
	}

}
