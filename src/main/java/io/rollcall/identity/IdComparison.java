package io.rollcall.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How two ID numbers compare.
 *
 * @param verdict the verdict
 * @param normalisations for {@link Verdict#EQUAL_NORMALISED} what tells them apart
 * @param segments for {@link Verdict#DIFFERENT} where they differ
 */
public record IdComparison(Verdict verdict, Set<Normalisation> normalisations, Set<Segment> segments) {

	public IdComparison {
		normalisations = Normalisation.copy(normalisations);
		segments = segments.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(segments));
	}

	/** Verdicts. */
	public enum Verdict {

		/** The same text. */
		EQUAL,
		/** The same canonical form. */
		EQUAL_NORMALISED,
		/** Different numbers. */
		DIFFERENT,
		/** Numbers of different documents, which one person may well have. */
		DIFFERENT_TYPE,
		/** One of them is absent, damaged or masked. */
		NOT_COMPARABLE

	}

	/** Parts of a number in which two numbers can differ. */
	public enum Segment {

		/** Places 1 to 6. */
		DIVISION,
		/** Places 7 to 14. */
		BIRTH,
		/** Places 15 to 17. */
		ORDER,
		/** Place 18, all before it being equal. */
		CHECK_DIGIT,
		/** The numbers are not equally long. */
		LENGTH,
		/** Somewhere in a number without such parts. */
		OTHER

	}

	/**
	 * Compares two numbers. Malformed numbers are compared too, as texts; damaged and
	 * masked ones are not. Symmetric.
	 * @param first one number
	 * @param second the other
	 * @return the comparison
	 */
	public static IdComparison of(IdNumber first, IdNumber second) {
		throw new UnsupportedOperationException();
	}

}
