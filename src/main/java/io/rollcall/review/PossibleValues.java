package io.rollcall.review;

import java.util.Optional;

/** Tells whether a value can be right for a field. */
@FunctionalInterface
public interface PossibleValues {

	/**
	 * What is wrong with a value.
	 * @param field the field's canonical name, never empty
	 * @param text the value as typed, without blanks at its ends, never empty
	 * @return the reason in the reader's language, which does not repeat the value; empty
	 * for a value that can be right
	 */
	Optional<String> problem(String field, String text);

}
