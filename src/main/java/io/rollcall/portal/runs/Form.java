package io.rollcall.portal.runs;

import java.util.Map;
import java.util.Objects;

/**
 * A form that somebody sent and that was not taken.
 *
 * @param name the form's name, empty when none was sent
 * @param told what forbids it, empty when only fields are wrong
 * @param errors sentences by field
 * @param typed what was typed, by field
 */
public record Form(String name, String told, Map<String, String> errors, Map<String, String> typed) {

	/** Nothing was sent. */
	public static final Form NONE = new Form("", "", Map.of(), Map.of());

	public Form {
		Objects.requireNonNull(name);
		Objects.requireNonNull(told);
		errors = Map.copyOf(errors);
		typed = Map.copyOf(typed);
	}

	/**
	 * Whether it is the form that was sent.
	 * @param other a form's name
	 * @return true when it has to be shown open
	 */
	public boolean is(String other) {
		return this.name.equals(other);
	}

	/**
	 * What stands in a field.
	 * @param form the form's name
	 * @param field the field's name
	 * @return what was typed, or empty
	 */
	public String value(String form, String field) {
		return is(form) ? this.typed.getOrDefault(field, "") : "";
	}

	/**
	 * What is wrong with a field.
	 * @param form the form's name
	 * @param field the field's name
	 * @return the sentence, null where nothing is
	 */
	public String error(String form, String field) {
		return is(form) ? this.errors.get(field) : null;
	}

}
