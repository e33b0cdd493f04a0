package io.rollcall.campaign;

/** What kind of value a canonical field holds, which decides how a cell is read. */
public enum FieldType {

	/** A candidate number (考生号). */
	CANDIDATE_NO,
	/** A student number (学号): opaque text, leading zeros kept. */
	STUDENT_NO,
	/** A person's name. */
	NAME,
	/** Male or female, as 男/女 or as a code that the job file or a code table explains. */
	SEX,
	/** A calendar date, or a year and month where the source knows no more. */
	DATE,
	/** The number of an identity document. */
	ID_NO,
	/**
	 * A name or code of a published code table; {@link Field#codeTable()} says which.
	 */
	CODE,
	/**
	 * A word of a vocabulary that is published nowhere in full; a bare code in it needs a
	 * code table or a value map.
	 */
	TERM,
	/** A decimal number, such as the years of study. */
	NUMBER,
	/** A year of four digits. */
	YEAR,
	/** Any text. */
	TEXT,
	/**
	 * What a form says about another field, as it was typed: read again as a value of the
	 * field that the row names.
	 */
	CLAIM,
	/**
	 * What a screen said, as a student typed it: what may name an account is removed
	 * before anything is kept.
	 */
	PROMPT,
	/** A college's name, resolved by the campaign's {@link Colleges}. */
	COLLEGE,
	/**
	 * Only whether something is there. The content of the cell (a picture, a path) is
	 * never kept, shown or compared.
	 */
	PRESENCE

}
