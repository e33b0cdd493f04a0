package io.rollcall.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file holds: student records of a source, or what people send in. */
public enum SourceRole {

	/** The school's own system. */
	ROSTER,
	/** The export of the national platform. */
	PLATFORM,
	/** The admission data that the province delivered. */
	ADMISSION,
	/** Students of earlier years, used for duplicate checks only. */
	ENROLLED,
	/** Errors that students reported through their colleges. */
	DISCREPANCIES,
	/** Problems with accounts of the national platform. */
	ACCOUNTS,
	/** Workbooks that came back with decisions. */
	REVIEWS;

	/**
	 * Whether records of this role are compared with those of other sources.
	 * @return true for roster, platform and admission
	 */
	public boolean isCompared() {
		return this == ROSTER || this == PLATFORM || this == ADMISSION;
	}

	/**
	 * Whether files of this role are forms that people filled in.
	 * @return true for discrepancies and accounts
	 */
	public boolean isForm() {
		return this == DISCREPANCIES || this == ACCOUNTS;
	}

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
	public static Optional<SourceRole> of(String word) {
		return Stream.of(values()).filter((role) -> role.word().equals(word)).findFirst();
	}

}
