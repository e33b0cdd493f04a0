package io.rollcall.desk;

import io.rollcall.identity.Cleaned;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.StudentNumber;

/**
 * What somebody typed to find a person: a name or a part of one, a student or candidate
 * number, an ID number. Numbers are looked for whole.
 *
 * @param text the text without stray spaces
 * @param like the pattern of names that hold it
 * @param name the name as sources are compared
 * @param number the number as sources are compared, empty where it is none
 * @param idNo the ID number as sources are compared, empty where it is none
 */
record Wanted(String text, String like, String name, String number, String idNo) {

	/** Longer texts are no name and no number. */
	static final int LONGEST = 60;

	static Wanted of(String typed) {
		String text = Cleaned.text(typed).text().strip();
		IdNumber id = IdNumber.parse(text, null);
		String like = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
		String name = PersonName.parse(text).comparison();
		String number = text.isEmpty() ? "" : StudentNumber.parse(text).canonical();
		return new Wanted(text, "%" + like + "%", (name != null) ? name : "", (number != null) ? number : "",
				id.isComparable() ? id.keyText() : "");
	}

	/** Whether there is anything to look for. */
	boolean isEmpty() {
		return this.text.isEmpty();
	}

	/** The number, for columns that are empty where a student has none. */
	String numberOrNothing() {
		return this.number.isEmpty() ? null : this.number;
	}

	@Override
	public String toString() {
		return "Wanted";
	}

}
