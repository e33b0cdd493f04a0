package io.rollcall.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.campaign.Field;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import io.rollcall.text.Messages;

/**
 * Says why a row is refused, in a sentence and with as much of the row as may be shown.
 */
final class RejectedRow {

	private static final Set<String> ORDINARY = Set.of("candidate_no", "student_no", "id_no", "name");

	private final Messages messages;

	private final boolean unmasked;

	private final RowFacts facts;

	RejectedRow(RowFacts facts, boolean unmasked) {
		this.facts = facts;
		this.messages = facts.messages();
		this.unmasked = unmasked;
	}

	Reject damaged(Row row, ParsedRow parsed, Cell.Kind damage) {
		return malformed(row, parsed, this.messages.get("intake." + damage));
	}

	Reject tooWide(Row row, ParsedRow parsed, int width) {
		return malformed(row, parsed, this.messages.get("intake.TOO_WIDE", width));
	}

	/** A row below a header that cannot be used: nobody knows what its columns are. */
	Reject ofOtherList(Row row, long header) {
		return malformed(row, new ParsedRow(row), this.messages.get("intake.OTHER_LIST", header));
	}

	/** A row whose columns are not those of its header: nothing in it can be trusted. */
	Reject numberForName(Row row) {
		return malformed(row, new ParsedRow(row), this.messages.get("intake.NUMBER_FOR_NAME"));
	}

	Reject noKey(ParsedRow row) {
		boolean noName = row.name().isAbsent() && !this.facts.role().isForm();
		String raw = row.values()
			.stream()
			.filter((value) -> !value.cell().isBlank())
			.map((value) -> value.field().name() + "=" + Shown.text(value, row, this.unmasked))
			.collect(Collectors.joining("; "));
		return new Reject(row.row().sheet(), row.row().number(), Reject.Reason.ROW_NO_KEY,
				(noName ? this.messages.get("intake.NO_NAME") : noNumber()) + formulas(row), raw, clues(row),
				college(row));
	}

	/** Where a formula without a result may be what is missing. */
	private String formulas(ParsedRow row) {
		boolean any = row.values().stream().anyMatch((value) -> value.cell().kind() == Cell.Kind.UNCALCULATED);
		return any ? this.messages.get("intake.UNCALCULATED") : "";
	}

	/** Names what the campaign's own key asks for. */
	private String noNumber() {
		List<List<Field>> key = this.facts.campaign().rules().key();
		boolean ordinary = this.facts.role().isForm()
				|| key.stream().flatMap(List::stream).map(Field::name).collect(Collectors.toSet()).equals(ORDINARY);
		if (ordinary) {
			return this.messages.get("intake.NO_NUMBER");
		}
		String language = this.messages.locale().getLanguage();
		return this.messages.get("intake.NO_KEY", key.stream()
			.map((fields) -> fields.stream().map((field) -> field.label(language)).collect(Collectors.joining("+")))
			.collect(Collectors.joining(this.messages.get("headers.or"))));
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
			.flatMap((field) -> Optional.ofNullable(row.canonical(field))
				.map((value) -> new Reject.Clue(field, value))
				.stream())
			.toList();
	}

}
