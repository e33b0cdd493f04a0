package io.rollcall.intake;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.FormFields;
import io.rollcall.identity.Cleaned;
import io.rollcall.intake.Value.State;
import io.rollcall.source.Cell;

/**
 * Finds cells that hold nothing: blank ones, error values, and words and strokes for
 * nothing, unless the source's own codes have such a word (docs/rules.md, "Words for
 * nothing").
 */
final class EmptyCells {

	private static final Set<String> ERRORS = Set.of("#N/A", "#N/A N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!",
			"#NAME?", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!",
			"#UNKNOWN!", "#ERROR!", "#ERROR", "#DELETED", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", "1.#INF",
			"-1.#INF");

	/** Errors of LibreOffice. */
	private static final Pattern NUMBERED = Pattern.compile("ERR:\\d{3}");

	/** What a column shows that is too narrow for its values. */
	private static final Pattern TOO_NARROW = Pattern.compile("#{3,}");

	/** How a column of yes and no says that nothing is there. */
	private static final Set<String> NO = Set.of("无", "否", "没有", "0", "N", "NO", "FALSE");

	/** Names and numbers have more placeholders than these, and find them themselves. */
	private static final Set<FieldType> OWN = EnumSet.of(FieldType.NAME, FieldType.ID_NO, FieldType.CANDIDATE_NO,
			FieldType.STUDENT_NO);

	private static final Set<FieldType> NUMBERS = EnumSet.of(FieldType.ID_NO, FieldType.CANDIDATE_NO,
			FieldType.STUDENT_NO);

	private static final char FIRST_HANZI = '\u2E80';

	private final Codes codes;

	EmptyCells(Codes codes) {
		this.codes = codes;
	}

	/**
	 * What kind of nothing a cell holds.
	 * @return the state of a value that is missing, or empty where something is there
	 */
	Optional<State> of(Field field, Cell cell) {
		if (cell.isBlank() || cell.kind() == Cell.Kind.HALF) {
			return Optional.of(State.BLANK);
		}
		if (isError(field, cell)) {
			return Optional.of(State.ERROR);
		}
		return isNothing(field, cell) ? Optional.of(State.PLACEHOLDER) : Optional.empty();
	}

	/** Whether a cell of yes and no says no. */
	static boolean saysNo(String text) {
		return NO.contains(text.toUpperCase(Locale.ROOT));
	}

	/** The error values of spreadsheets, also where an export wrote them as text. */
	private static boolean isError(Field field, Cell cell) {
		if (cell.kind() == Cell.Kind.ERROR) {
			return true;
		}
		if (cell.text().indexOf('#') < 0 && cell.text().indexOf(':') < 0) {
			return false;
		}
		String text = cell.text().strip().toUpperCase(Locale.ROOT);
		// Of a number, what is left says that a number format destroyed it.
		return ERRORS.contains(text) || NUMBERED.matcher(text).matches()
				|| !NUMBERS.contains(field.type()) && TOO_NARROW.matcher(text).matches();
	}

	private boolean isNothing(Field field, Cell cell) {
		if (OWN.contains(field.type()) || !Cleaned.mayBePlaceholder(cell.text())) {
			return false;
		}
		Cleaned cleaned = Cleaned.phrase(cell.text());
		if (!cleaned.isPlaceholder() || this.codes.knows(field, cleaned.text())) {
			return false;
		}
		return switch (field.type()) {
			case PRESENCE -> !saysNo(cleaned.text());
			case CLAIM, TEXT -> !FormFields.meansNothing(field) || cleaned.text().charAt(0) < FIRST_HANZI;
			default -> true;
		};
	}

}
