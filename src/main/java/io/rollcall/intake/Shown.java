package io.rollcall.intake;

import java.util.Objects;

import io.rollcall.campaign.FieldType;
import io.rollcall.identity.Cleaned;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.IdProblem;
import io.rollcall.identity.Masking;

/** What outputs may show of a value. */
public final class Shown {

	/** Of the old form; the new one has 18 places. */
	private static final int SHORTEST_ID = 15;

	private Shown() {
	}

	/**
	 * The text of a value for people.
	 * @param value the value
	 * @param row its record
	 * @param unmasked whether ID numbers are shown in full
	 * @return the text as read, ID numbers masked wherever they stand; of a picture only
	 * whether it is there
	 */
	public static String text(Value value, ParsedRow row, boolean unmasked) {
		String text = value.cell().text();
		if (value.field().type() == FieldType.PRESENCE || value.field().type() == FieldType.PROMPT) {
			return Objects.requireNonNullElse(value.canonical(), "");
		}
		if (unmasked) {
			return text;
		}
		return switch (value.field().type()) {
			case ID_NO -> Masking.mask(row.id());
			// What is a date, a code or a college is no ID number.
			case DATE, SEX, CODE, NUMBER, YEAR, COLLEGE ->
				(value.canonical() != null) ? text : Masking.maskAnyNumbers(text);
			case CANDIDATE_NO, STUDENT_NO -> otherNumber(text, row.id());
			default -> Masking.maskAnyNumbers(text);
		};
	}

	/**
	 * Student and candidate numbers may be as long as ID numbers: only what has a real
	 * date and a right check digit, or stands in the record's own ID column, is one.
	 */
	private static String otherNumber(String text, IdNumber own) {
		if (isPlainAndShort(text)) {
			return text;
		}
		IdNumber id = IdNumber.parse(text, null);
		boolean same = own.isComparable() && own.form().hasEighteenPlaces() && own.canonical().equals(id.canonical());
		return (same || isIdNumber(id)) ? Masking.mask(id) : text;
	}

	/** Nearly every number: digits only, and fewer than any form of an ID number has. */
	private static boolean isPlainAndShort(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return text.length() < SHORTEST_ID;
	}

	/** An ID number typed into the column of another number. */
	private static boolean isIdNumber(IdNumber id) {
		return id.form().hasEighteenPlaces() && !id.has(IdProblem.Category.CHECKSUM)
				&& !id.has(IdProblem.Category.BIRTH) && Cleaned.compact(id.raw()).text().length() == 18;
	}

}
