package io.rollcall.identity;

import java.util.Optional;

/**
 * Where a number with a wrong check digit was probably mistyped. A candidate only, told
 * as a position and never as digits.
 *
 * @param kind what was probably mistyped
 * @param position the place counted from 1; of a swap the first of the two places
 */
public record CheckDigitRepair(Kind kind, int position) {

	/** Kinds of typing errors. */
	public enum Kind {

		/** One character is wrong. */
		CHANGE,
		/** The characters at the position and after it are exchanged. */
		SWAP

	}

	/**
	 * Finds the one change of a single character or swap of two neighbours that makes the
	 * number valid (ISO 7064 MOD 11-2), agrees with the record's birth date and sex, and
	 * has a known division (GB/T 2260; resident numbers only).
	 * @param id the number with the wrong check digit
	 * @param birthDate the record's birth date to the precision known, or null
	 * @param sex the record's sex, or null
	 * @return the only such repair; empty when there is none, more than one, or when
	 * birth date or sex is not known
	 */
	public static Optional<CheckDigitRepair> find(IdNumber id, PartialDate birthDate, Sex sex) {
		throw new UnsupportedOperationException();
	}

}
