package io.rollcall.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.rollcall.source.Row;
import io.rollcall.text.Messages;

/**
 * Says why a row is refused, in a sentence and with as much of the row as may be shown.
 */
final class RejectedRow {

	private final Messages messages;

	private final boolean unmasked;

	private final boolean form;

	RejectedRow(Messages messages, boolean unmasked, boolean form) {
		this.form = form;
		this.messages = messages;
		this.unmasked = unmasked;
	}

	Reject undecodable(Row row, ParsedRow parsed) {
		return malformed(row, parsed, this.messages.get("intake.UNDECODABLE"));
	}

	Reject tooWide(Row row, ParsedRow parsed, int width) {
		return malformed(row, parsed, this.messages.get("intake.TOO_WIDE", width));
	}

	Reject noKey(ParsedRow row) {
		boolean noName = row.name().isAbsent() && !this.form;
		String raw = row.values()
			.stream()
			.filter((value) -> !value.cell().isBlank())
			.map((value) -> value.field().name() + "=" + Shown.text(value, row, this.unmasked))
			.collect(Collectors.joining("; "));
		return new Reject(row.row().sheet(), row.row().number(), Reject.Reason.ROW_NO_KEY,
				this.messages.get(noName ? "intake.NO_NAME" : "intake.NO_NUMBER"), raw, clues(row), college(row));
	}

	private Reject malformed(Row row, ParsedRow parsed, String detail) {
		return new Reject(row.sheet(), row.number(), Reject.Reason.ROW_MALFORMED, detail,
				this.messages.get("intake.cells", row.cells().size()), clues(parsed), college(parsed));
	}

	private static String college(ParsedRow row) {
		return Objects.requireNonNullElse(row.canonical("college"), "");
	}

	private static List<Reject.Clue> clues(ParsedRow row) {
		return Reject.CLUES.stream()
			.filter((field) -> row.canonical(field) != null)
			.map((field) -> new Reject.Clue(field, row.canonical(field)))
			.toList();
	}

}
