package io.rollcall.report;

import java.util.List;

/** What codes and fields mean in a registrar's words; the catalogue of rules knows. */
public interface Legend {

	/**
	 * All codes, in the order in which they are explained.
	 * @return the codes
	 */
	List<String> codes();

	/**
	 * How grave a finding usually is.
	 * @param code the finding's code
	 * @return {@code E}, {@code W} or {@code I}
	 */
	String severity(String code);

	/**
	 * An example.
	 * @param code the finding's code
	 * @return a sentence or two
	 */
	String example(String code);

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

	/**
	 * Whether a field holds days.
	 * @param field the canonical name, or empty
	 * @return true for dates
	 */
	boolean isDate(String field);

}
