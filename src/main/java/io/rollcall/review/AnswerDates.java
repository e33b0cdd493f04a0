package io.rollcall.review;

import java.time.LocalDate;
import java.util.Optional;

import io.rollcall.identity.ParsedDate;
import io.rollcall.source.Cell;

/** Understands the days that people and spreadsheets write into an answer. */
final class AnswerDates {

	private static final int ISO_LENGTH = 10;

	/** No answer is older than the product. */
	private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	private AnswerDates() {
	}

	/** The day in a cell, or empty when it is none. */
	static Optional<LocalDate> read(Cell cell) {
		ParsedDate parsed = switch (cell.kind()) {
			case DATE -> ParsedDate.parse(cell.text().substring(0, ISO_LENGTH));
			case NUMBER -> number(cell.text());
			default -> ParsedDate.parse(cell.text());
		};
		return Optional.of(parsed)
			.filter((date) -> date.isValid() && date.value().hasDay())
			.map((date) -> date.value().firstDay())
			.filter((date) -> !date.isBefore(EARLIEST));
	}

	/** A date whose format was lost on the way is left as a count of days. */
	private static ParsedDate number(String text) {
		ParsedDate written = ParsedDate.ofNumericCell(text);
		return written.isValid() ? written : ParsedDate.ofExcelSerial(Double.parseDouble(text), false);
	}

}
