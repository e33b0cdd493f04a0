package io.rollcall.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.rollcall.export.CellText;
import io.rollcall.facts.CaseRow;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetTable;
import io.rollcall.sheet.TableWriter;

/**
 * The list to answer: one row a case, with what the sources say, what was answered and
 * room for the reader's answer, all on one screen. Long texts stand on the sheet behind.
 */
final class CaseTable {

	/** Cases that wait for somebody. */
	static final String TO_DO = "todo";

	/** The long texts of these cases. */
	static final String DETAILS = TableWriter.DETAILS;

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
	SheetTable<CaseRow> toDo() {
		List<SheetColumn<CaseRow>> columns = new ArrayList<>();
		columns.add(new SheetColumn<>("severity", 6, SheetColumn.Kind.SEVERITY, (row) -> row.problem().severity()));
		addCollege(columns, 12);
		columns.add(new SheetColumn<>("student-no", 12, SheetColumn.Kind.DIGITS, (row) -> row.student().studentNo()));
		columns.add(new SheetColumn<>("name", 8, SheetColumn.Kind.TEXT, (row) -> row.student().name()));
		columns.add(new SheetColumn<>("field", 9, SheetColumn.Kind.TEXT, this::label));
		columns.add(new SheetColumn<>("title", 20, SheetColumn.Kind.TEXT, this::titles));
		columns.add(source("roster", (row) -> row.values().roster()));
		columns.add(source("platform", (row) -> row.values().platform()));
		columns.add(source("admission", (row) -> row.values().admission()));
		columns.add(new SheetColumn<>("claimed", 11, SheetColumn.Kind.TEXT, (row) -> row.values().claimed()));
		columns
			.add(new SheetColumn<>("proposed", 15, SheetColumn.Kind.TEXT, (row) -> day(row, row.values().proposed())));
		columns.add(new SheetColumn<>("state", 10, SheetColumn.Kind.TEXT, this::state));
		columns.addAll(this.registrar ? registrarsAnswers() : collegesAnswers());
		columns.add(new SheetColumn<>("hint", 16, SheetColumn.Kind.TEXT, this::hint));
		int printed = columns.size();
		columns.add(new SheetColumn<>("age", 6, SheetColumn.Kind.NUMBER, (row) -> Integer.toString(row.ageDays())));
		columns.add(new SheetColumn<>("fresh", 6, SheetColumn.Kind.TEXT,
				(row) -> row.fresh() ? this.book.text("fresh") : ""));
		columns.add(new SheetColumn<>("number", 7, SheetColumn.Kind.LINK,
				(row) -> isExplained(row) ? Integer.toString(++this.number) : ""));
		columns
			.add(new SheetColumn<>("candidate-no", 17, SheetColumn.Kind.DIGITS, (row) -> row.student().candidateNo()));
		columns.add(new SheetColumn<>("major", 18, SheetColumn.Kind.TEXT, (row) -> row.student().major()));
		columns.add(new SheetColumn<>("class", 14, SheetColumn.Kind.TEXT, (row) -> row.student().className()));
		columns.add(new SheetColumn<>("opened", 12, SheetColumn.Kind.LINE, (row) -> row.openedOn().toString()));
		columns.add(new SheetColumn<>("case-id", 28, SheetColumn.Kind.DIGITS, CaseRow::caseId));
		SheetTable<CaseRow> table = new SheetTable<>(TO_DO, this.registrar ? 4 : 3, printed, columns)
			.sortable(MOST_LINES);
		return table.with((filled) -> AnswerHelp.help(table, filled));
	}

	/** The college's answers, as they hold, and what the registrar said to them. */
	private List<SheetColumn<CaseRow>> collegesAnswers() {
		return List.of(
				SheetColumn.answer("answer.conclusion", 10, SheetColumn.Kind.ANSWER, (row) -> word(row.college())),
				SheetColumn.answer("answer.correction", 13, SheetColumn.Kind.ANSWER,
						(row) -> day(row, row.college().value())),
				SheetColumn.answer("answer.evidence", 13, SheetColumn.Kind.ANSWER, (row) -> row.college().basis()),
				SheetColumn.answer("answer.by", 8, SheetColumn.Kind.ANSWER, (row) -> row.college().by()),
				SheetColumn.answer("answer.date", 10, SheetColumn.Kind.ANSWER_DATE, (row) -> date(row.college())),
				SheetColumn.answer("answer.remark", 12, SheetColumn.Kind.ANSWER, (row) -> row.college().note()),
				new SheetColumn<>("held.review", 9, SheetColumn.Kind.TEXT, (row) -> word(row.registrar())),
				new SheetColumn<>("held.review-note", 14, SheetColumn.Kind.TEXT, (row) -> row.registrar().note()));
	}

	/**
	 * What the college said, for the registrar to read, and room for his answer; a value
	 * of his own he types anew.
	 */
	private List<SheetColumn<CaseRow>> registrarsAnswers() {
		return List.of(new SheetColumn<>("held.conclusion", 8, SheetColumn.Kind.TEXT, (row) -> word(row.college())),
				new SheetColumn<>("held.value", 10, SheetColumn.Kind.TEXT, (row) -> day(row, row.college().value())),
				new SheetColumn<>("held.evidence", 9, SheetColumn.Kind.TEXT, (row) -> row.college().basis()),
				new SheetColumn<>("held.by", 7, SheetColumn.Kind.TEXT, (row) -> row.college().by()),
				new SheetColumn<>("held.on", 10, SheetColumn.Kind.LINE, (row) -> date(row.college())),
				SheetColumn.answer("answer.review", 8, SheetColumn.Kind.ANSWER, (row) -> word(row.registrar())),
				SheetColumn.answer("answer.correction", 12, SheetColumn.Kind.ANSWER),
				SheetColumn.answer("answer.route", 11, SheetColumn.Kind.ANSWER, (row) -> row.registrar().basis()),
				SheetColumn.answer("answer.reviewer", 8, SheetColumn.Kind.ANSWER, (row) -> row.registrar().by()),
				SheetColumn.answer("answer.review-date", 10, SheetColumn.Kind.ANSWER_DATE,
						(row) -> date(row.registrar())),
				SheetColumn.answer("answer.remark", 12, SheetColumn.Kind.ANSWER, (row) -> row.registrar().note()));
	}

	/**
	 * The keys of the list's columns. No row is shown, so no words are needed.
	 * @param registrar whether the registrar answers
	 */
	static List<String> layout(boolean registrar) {
		return new CaseTable(null, null, registrar).toDo().columns().stream().map(SheetColumn::key).toList();
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
	SheetTable<CaseRow> details() {
		List<SheetColumn<CaseRow>> columns = new ArrayList<>();
		columns
			.add(new SheetColumn<>("number", 7, SheetColumn.Kind.NUMBER, (row) -> Integer.toString(++this.described)));
		addCollege(columns, 13);
		columns.add(new SheetColumn<>("student-no", 14, SheetColumn.Kind.DIGITS, (row) -> row.student().studentNo()));
		columns.add(new SheetColumn<>("name", 10, SheetColumn.Kind.TEXT, (row) -> row.student().name()));
		columns.add(new SheetColumn<>("field", 10, SheetColumn.Kind.TEXT, this::label));
		columns.add(new SheetColumn<>("title", 18, SheetColumn.Kind.TEXT, this::titles));
		columns.add(new SheetColumn<>("detail", 60, SheetColumn.Kind.LONG, (row) -> told(row, this::detail)));
		columns.add(new SheetColumn<>("cause", 14, SheetColumn.Kind.TEXT, (row) -> cause(row.problem().cause())));
		columns.add(new SheetColumn<>("suggestion", 52, SheetColumn.Kind.LONG,
				(row) -> told(row, (finding) -> finding.suggestion().isEmpty() ? this.legend.action(finding.code())
						: finding.suggestion())));
		int printed = columns.size();
		columns.add(new SheetColumn<>("locations", 50, SheetColumn.Kind.LONG, CaseTable::locations));
		columns.add(new SheetColumn<>("case-id", 28, SheetColumn.Kind.DIGITS, CaseRow::caseId));
		return new SheetTable<>(DETAILS, this.registrar ? 4 : 3, printed, columns).ofKinds(CaseTable::kinds);
	}

	/** What was handed in and is not yet seen at the platform. */
	SheetTable<CaseRow> sent(LocalDate today, int patience) {
		List<SheetColumn<CaseRow>> columns = new ArrayList<>();
		addCollege(columns, 14);
		columns.add(new SheetColumn<>("student-no", 14, SheetColumn.Kind.DIGITS, (row) -> row.student().studentNo()));
		columns.add(new SheetColumn<>("name", 12, SheetColumn.Kind.TEXT, (row) -> row.student().name()));
		columns.add(new SheetColumn<>("field", 12, SheetColumn.Kind.TEXT, this::label));
		columns
			.add(new SheetColumn<>("replaced", 20, SheetColumn.Kind.TEXT, (row) -> day(row, row.values().replaced())));
		columns
			.add(new SheetColumn<>("approved", 20, SheetColumn.Kind.TEXT, (row) -> day(row, row.values().approved())));
		columns.add(new SheetColumn<>("platform-now", 20, SheetColumn.Kind.TEXT, (row) -> row.values().platform()));
		columns.add(new SheetColumn<>("reviewer", 10, SheetColumn.Kind.TEXT, (row) -> row.registrar().by()));
		columns.add(new SheetColumn<>("sent-on", 12, SheetColumn.Kind.LINE,
				(row) -> row.sentOn().map(LocalDate::toString).orElse("")));
		columns.add(
				new SheetColumn<>("waiting", 8, SheetColumn.Kind.NUMBER, (row) -> String.valueOf(waiting(row, today))));
		columns.add(new SheetColumn<>("sent-note", 34, SheetColumn.Kind.TEXT,
				(row) -> waiting(row, today) > patience ? this.book.text("sent.overdue", patience)
						: row.note().isEmpty() ? "" : this.book.text("note." + row.note())));
		columns.add(new SheetColumn<>("case-id", 28, SheetColumn.Kind.DIGITS, CaseRow::caseId));
		return new SheetTable<>(SENT, this.registrar ? 3 : 2, columns.size() - 1, columns);
	}

	private static long waiting(CaseRow row, LocalDate today) {
		return row.sentOn().map((day) -> ChronoUnit.DAYS.between(day, today)).orElse(0L);
	}

	/** The kinds by which the summary leads to a case. */
	private static List<String> kinds(CaseRow row) {
		return row.problem().findings().stream().map((finding) -> finding.code() + ' ' + finding.severity()).toList();
	}

	private void addCollege(List<SheetColumn<CaseRow>> columns, int width) {
		if (this.registrar) {
			columns.add(new SheetColumn<>("college", width, SheetColumn.Kind.TEXT, (row) -> row.student().college()));
		}
	}

	private static SheetColumn<CaseRow> source(String role, Function<CaseRow, String> value) {
		return new SheetColumn<>(role, 15, SheetColumn.Kind.TEXT, value, (row) -> row.problem().odd().equals(role));
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
