package io.rollcall.desk;

import java.util.Arrays;
import java.util.List;

import io.rollcall.text.Messages;

/**
 * An answer of a page was not taken, and nothing of its form was. Holds no personal data
 * but what {@link #changed} carries for the page.
 */
public final class AnswerRefused extends RuntimeException {

	/** Why. */
	public enum Kind {

		/** A case is none of this desk's, which is the same as none at all. */
		UNKNOWN,
		/** Nobody can answer it so any longer. */
		STATE,
		/** What was shown has changed. */
		CHANGED,
		/** Something is missing or wrong. */
		FIELD

	}

	private final Kind kind;

	private final String field;

	private final transient List<Object> arguments;

	private final transient List<ShownCase> changed;

	private AnswerRefused(Kind kind, String field, String key, List<ShownCase> changed, Object... arguments) {
		super(key);
		this.kind = kind;
		this.field = field;
		this.changed = List.copyOf(changed);
		this.arguments = Arrays.asList(arguments);
	}

	static AnswerRefused unknown() {
		return new AnswerRefused(Kind.UNKNOWN, "", "unknown", List.of());
	}

	static AnswerRefused state(String key, Object... arguments) {
		return new AnswerRefused(Kind.STATE, "", key, List.of(), arguments);
	}

	static AnswerRefused changed(List<ShownCase> cases) {
		return new AnswerRefused(Kind.CHANGED, "", "changed", cases, cases.size());
	}

	static AnswerRefused field(String name, String key, Object... arguments) {
		return new AnswerRefused(Kind.FIELD, name, key, List.of(), arguments);
	}

	/**
	 * Why it was not taken.
	 * @return the kind, by which a page chooses its status
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * The field that is wrong.
	 * @return its name in the form, or empty where the form is not to blame
	 */
	public String field() {
		return this.field;
	}

	/**
	 * The cases that are no longer what was shown.
	 * @return as the desk is shown them now; empty for every other kind
	 */
	public List<ShownCase> changed() {
		return this.changed;
	}

	/**
	 * The sentence for people.
	 * @param messages the texts of their language
	 * @return what is wrong and what to do
	 */
	public String sentence(Messages messages) {
		return messages.get("desk." + getMessage(), this.arguments.toArray());
	}

}
