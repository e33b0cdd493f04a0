package io.rollcall.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.rollcall.report.AnswerSheet;
import io.rollcall.report.Desk;
import io.rollcall.sheet.Seals;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;

/** Reads the cells of one row that people fill in. */
final class AnswerCells {

	/** The columns of each desk, in the same order. */
	private static final Map<Desk, List<String>> KEYS = Map.of(Desk.COLLEGE,
			List.of("answer.conclusion", "answer.correction", "answer.evidence", "answer.by", "answer.date",
					"answer.remark"),
			Desk.REGISTRAR,
			List.of("answer.review", "answer.correction", "answer.route", "answer.reviewer", "answer.review-date",
					"answer.remark"),
			// Whoever marks what he handed in says the day and nothing else.
			Desk.CORRECTIONS, List.of("", "", "", "", "answer.sent", ""));

	private static final int ANSWER = 0;

	private static final int CORRECTION = 1;

	private static final int MATERIAL = 2;

	private static final int BY = 3;

	private static final int DATE = 4;

	private static final int REMARK = 5;

	/** A spreadsheet's number keeps so many digits. */
	private static final int SAFE_DIGITS = 15;

	private final AnswerSheet layout;

	private final AnswerChecks checks;

	private final Row row;

	private final String caseId;

	private Map<String, String> written = Map.of();

	AnswerCells(AnswerSheet layout, AnswerChecks checks, Row row, String caseId) {
		this.layout = layout;
		this.checks = checks;
		this.row = row;
		this.caseId = caseId;
	}

	/**
	 * Tells what stood in the cells when the workbook was written.
	 * @param marks the marks of the cells, by the column's key
	 */
	AnswerCells written(Map<String, String> marks) {
		this.written = marks;
		return this;
	}

	/**
	 * Whether somebody began to fill in the row. A name alone is no beginning: people
	 * write theirs down the whole column first. What stands there as it was written is
	 * none either.
	 */
	boolean isBegun() {
		return IntStream.rangeClosed(ANSWER, REMARK)
			.anyMatch((place) -> place != BY && isFilled(place) && !isAsWritten(place));
	}

	private boolean isAsWritten(int place) {
		String key = KEYS.get(this.layout.desk()).get(place);
		return cell(place).kind() != Cell.Kind.FORMULA
				&& Seals.mark(this.caseId, key, shown(place)).equals(this.written.get(key));
	}

	/** A day that a program turned into a date is what it was. */
	private String shown(int place) {
		Optional<LocalDate> day = (place == DATE) ? AnswerDates.read(cell(place)) : Optional.empty();
		return day.map(LocalDate::toString).orElseGet(() -> text(place));
	}

	/** Whether anything at all stands in the cells. */
	boolean isAnyFilled() {
		return IntStream.rangeClosed(ANSWER, REMARK).anyMatch(this::isFilled);
	}

	/** Reads the decision of a row that is begun. */
	Decision decide(String field, Reviewer reviewer) throws Refused {
		for (int place = ANSWER; place <= REMARK; place++) {
			readable(place);
		}
		Answer answer = answer();
		String correction = (answer == Answer.SENT) ? listed() : correction(answer, field);
		Optional<LocalDate> date = date();
		String material = text(MATERIAL);
		return new Decision(this.caseId, field, this.row.sheet(), this.row.number(), reviewer, answer, correction,
				reviewer.registrar() ? "" : material, reviewer.registrar() ? material : "", text(BY), date,
				text(REMARK));
	}

	private void readable(int place) throws Refused {
		Cell cell = cell(place);
		if (cell.kind() == Cell.Kind.FORMULA) {
			throw refused("answer.formula", place);
		}
		if (cell.kind() == Cell.Kind.ERROR || cell.kind().isMalformed()) {
			throw refused("answer.error", place);
		}
		check(AnswerRules.length(text(place)), place);
	}

	private Answer answer() throws Refused {
		if (this.layout.desk() == Desk.CORRECTIONS) {
			return Answer.SENT;
		}
		String choices = String.join(this.checks.messages().get("review.comma"), this.layout.choices());
		if (!isFilled(ANSWER)) {
			int other = isFilled(CORRECTION) ? CORRECTION
					: IntStream.of(MATERIAL, DATE, REMARK).filter(this::isFilled).findFirst().orElseThrow();
			throw refused("answer.missing", other, address(ANSWER), choices);
		}
		Optional<Answer> answer = AnswerRules.choice(this.layout, text(ANSWER));
		if (answer.isEmpty()) {
			throw refused("answer.choice", ANSWER, choices);
		}
		return answer.get();
	}

	/** The value that was handed in, as the list shows it. */
	private String listed() {
		return this.row.cell(this.layout.column("approved")).text().strip();
	}

	private String correction(Answer answer, String field) throws Refused {
		// What the college had said stands in the cell, masked where it is a number.
		if (!isFilled(CORRECTION) || isAsWritten(CORRECTION)) {
			return "";
		}
		String text = text(CORRECTION);
		AnswerRules rules = new AnswerRules(this.checks.values());
		check(rules.place(answer, field, text), CORRECTION);
		if (cell(CORRECTION).kind() == Cell.Kind.NUMBER && text.length() > SAFE_DIGITS) {
			throw refused("correction.number", CORRECTION);
		}
		check(rules.value(field, text), CORRECTION);
		return text;
	}

	private Optional<LocalDate> date() throws Refused {
		if (!isFilled(DATE)) {
			return Optional.empty();
		}
		Optional<LocalDate> date = AnswerDates.read(cell(DATE));
		if (date.isEmpty()) {
			throw refused("answer.date", DATE);
		}
		if (date.get().isAfter(this.checks.today())) {
			throw refused("answer.future", DATE, this.checks.today());
		}
		return date;
	}

	private void check(Optional<AnswerRules.Wrong> wrong, int place) throws Refused {
		if (wrong.isPresent()) {
			boolean beside = wrong.get().key().equals("correction.beside");
			throw refused(wrong.get().key(), place,
					beside ? new Object[] { this.layout.choices().get(0), address(ANSWER) }
							: wrong.get().arguments().toArray());
		}
	}

	private boolean isFilled(int place) {
		return cell(place).kind() == Cell.Kind.FORMULA || !cell(place).isBlank();
	}

	private String text(int place) {
		return cell(place).isBlank() ? "" : cell(place).text().strip();
	}

	private Cell cell(int place) {
		int column = column(place);
		return (column < 0) ? Cell.ofText("") : this.row.cell(column);
	}

	private int column(int place) {
		return this.layout.column(KEYS.get(this.layout.desk()).get(place));
	}

	private String address(int place) {
		return CellAddresses.of(this.row.sheet(), column(place), this.row.number());
	}

	private Refused refused(String key, int place, Object... more) {
		return new Refused(this.checks.sentences()
			.cell(this.caseId, key, this.row.sheet(), column(place), this.row.number(), more));
	}

}
