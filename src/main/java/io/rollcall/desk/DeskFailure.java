package io.rollcall.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.rollcall.text.Messages;

/**
 * Ends what somebody wanted, with one sentence. The message is the sentence's key, so
 * that it may stand in logs.
 */
public final class DeskFailure extends RuntimeException {

	private final Kind kind;

	private final String field;

	private final List<String> arguments;

	private DeskFailure(Kind kind, String field, String key, Object... arguments) {
		super(key);
		this.kind = Objects.requireNonNull(kind);
		this.field = Objects.requireNonNull(field);
		this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
	}

	/** What is wrong. */
	public enum Kind {

		/** It does not exist. */
		MISSING,
		/** The state forbids it. */
		CONFLICT,
		/** A field is missing or wrong. */
		WRONG,
		/** A file is too large. */
		TOO_LARGE,
		/** Too much is going on just now. */
		BUSY

	}

	static DeskFailure missing() {
		return new DeskFailure(Kind.MISSING, "", "portal.status.404");
	}

	static DeskFailure conflict(String key, Object... arguments) {
		return new DeskFailure(Kind.CONFLICT, "", key, arguments);
	}

	static DeskFailure wrong(String field, String key, Object... arguments) {
		return new DeskFailure(Kind.WRONG, field, key, arguments);
	}

	static DeskFailure tooLarge(long mebibytes) {
		return new DeskFailure(Kind.TOO_LARGE, "file", "uploads.tooLarge", mebibytes);
	}

	static DeskFailure busy() {
		return new DeskFailure(Kind.BUSY, "", "uploads.busy");
	}

	/**
	 * What is wrong.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * The field that is wrong.
	 * @return its name, or empty
	 */
	public String field() {
		return this.field;
	}

	/**
	 * What the sentence names.
	 * @return the arguments, never personal data
	 */
	public List<String> arguments() {
		return this.arguments;
	}

	/**
	 * The sentence for people.
	 * @param messages the texts of their language
	 * @return what is wrong and what to do
	 */
	public String sentence(Messages messages) {
		return messages.get(getMessage(), this.arguments.toArray());
	}

}
