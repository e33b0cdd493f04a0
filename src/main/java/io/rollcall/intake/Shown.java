package io.rollcall.intake;

import io.rollcall.campaign.FieldType;
import io.rollcall.identity.Cleaned;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.IdProblem;
import io.rollcall.identity.Masking;

/** What outputs may show of a value. */
public final class Shown {

	private Shown() {
	}

	/**
	 * The text of a value for people.
	 * @param value the value
	 * @param row its record
	 * @param unmasked whether ID numbers are shown in full
	 * @return the text as read, ID numbers masked wherever they stand; of a picture only
	 * that it is there
	 */
	public static String text(Value value, ParsedRow row, boolean unmasked) {
		String text = value.cell().text();
		if (value.field().type() == FieldType.PRESENCE) {
			return value.cell().isBlank() ? "" : "1";
		}
		if (unmasked && value.field().type() != FieldType.PROMPT) {
			return text;
		}
		return switch (value.field().type()) {
			case ID_NO -> Masking.mask(row.id());
			case CANDIDATE_NO, STUDENT_NO -> isIdNumber(text) ? Masking.mask(IdNumber.parse(text, null)) : text;
			case PROMPT -> value.canonical();
			case DATE, SEX, CODE, NUMBER, YEAR, COLLEGE -> text;
			default -> Masking.maskAnyNumbers(text);
		};
	}

	/** An ID number typed into the column of another number. */
	private static boolean isIdNumber(String text) {
		IdNumber id = IdNumber.parse(text, null);
		return id.form().hasEighteenPlaces() && !id.has(IdProblem.Category.CHECKSUM)
				&& !id.has(IdProblem.Category.BIRTH) && Cleaned.compact(text).text().length() == 18;
	}

}
