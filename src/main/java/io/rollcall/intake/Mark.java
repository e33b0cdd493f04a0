package io.rollcall.intake;

/**
 * What a rule says of one record: the seed of a finding.
 *
 * @param code the finding's code
 * @param field the canonical field, or empty
 * @param detail what is wrong in the user's language, without personal values
 * @param suggestion what could be done, or empty; never digits of a number
 */
public record Mark(String code, String field, String detail, String suggestion) {

	/**
	 * The code of a mark that waits for the other sources: the record has no name unless
	 * they say that its word for nothing is one. Its detail and suggestion are those of
	 * the refusal that comes of it.
	 */
	public static final String DOUBTFUL = "ROW_NO_KEY";

}
