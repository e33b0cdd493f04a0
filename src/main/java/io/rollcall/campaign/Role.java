package io.rollcall.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where student records come from. */
public enum Role {

	/** The school's own system. */
	ROSTER,
	/** The export of the national platform. */
	PLATFORM,
	/** The admission data that the province delivered. */
	ADMISSION,
	/** Students of earlier years, used for duplicate checks only. */
	ENROLLED;

	/**
	 * The role's word in job files, folders, commands and reports.
	 * @return the name in lower case, such as {@code roster}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The role with a given word.
	 * @param word such as {@code roster}
	 * @return the role, or empty when no role has that word
	 */
	public static Optional<Role> of(String word) {
		return Stream.of(values()).filter((role) -> role.word().equals(word)).findFirst();
	}

}
