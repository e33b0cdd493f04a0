package io.rollcall.report;

/** What codes and fields mean in a registrar's words; the catalogue of rules knows. */
public interface Legend {

	/**
	 * The finding's name.
	 * @param code the finding's code
	 * @return a few words
	 */
	String title(String code);

	/**
	 * What the finding means.
	 * @param code the finding's code
	 * @return a sentence or two
	 */
	String explanation(String code);

	/**
	 * What to do about it.
	 * @param code the finding's code
	 * @return a sentence or two
	 */
	String action(String code);

	/**
	 * The field's name as people know it.
	 * @param field the canonical name, never empty
	 * @return the label, or the name itself when there is none
	 */
	String fieldLabel(String field);

}
