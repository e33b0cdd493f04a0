package io.rollcall.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account may do. */
public enum Role {

	/** Everything. */
	REGISTRAR,
	/** Its own colleges only. */
	COLLEGE,
	/** Sees what the registrar sees, changes nothing. */
	AUDITOR,
	/** Runs, schedule and health; no students. */
	OPERATOR,
	/** The figures of every school; no students. */
	PROVINCIAL;

	/**
	 * The word that commands and the database use.
	 * @return the word
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The role of a word.
	 * @param word what somebody wrote
	 * @return the role, or empty
	 */
	public static Optional<Role> of(String word) {
		return Stream.of(values()).filter((role) -> role.word().equals(word)).findFirst();
	}

}
