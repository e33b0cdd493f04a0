package io.rollcall.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

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
		/** Place 18, which follows the others when they were changed on purpose. */
		CHECK_DIGIT,
		/** The numbers are not equally long. */
		LENGTH,
		/** Somewhere in a number without such parts. */
		OTHER;

		/**
		 * The part in which a place of a number with 18 places lies.
		 * @param place the place counted from 1 to 18
		 * @return the part
		 */
		public static Segment ofPlace(int place) {
			return (place <= 6) ? DIVISION : (place <= 14) ? BIRTH : (place <= 17) ? ORDER : CHECK_DIGIT;
		}

	}

	/** How far apart two numbers are, as typing errors go. */
	public enum Distance {

		/** The same number. */
		NONE,
		/** One character differs. */
		ONE_CHANGE,
		/** Two neighbours are exchanged. */
		ONE_SWAP,
		/** Two characters differ, and not by an exchange of neighbours. */
		TWO_CHANGES,
		/** Further apart, not equally long, or not comparable. */
		FAR

	}

	/**
	 * Compares two numbers. Malformed numbers are compared too, as texts; damaged and
	 * masked ones are not. Symmetric.
	 * @param first one number
	 * @param second the other
	 * @return the comparison
	 */
	public static IdComparison of(IdNumber first, IdNumber second) {
		if (!isTold(first) || !isTold(second)) {
			return verdict(Verdict.NOT_COMPARABLE);
		}
		if (first.canonical().equals(second.canonical())) {
			return first.raw().equals(second.raw()) ? verdict(Verdict.EQUAL)
					: new IdComparison(Verdict.EQUAL_NORMALISED,
							Normalisation.between(first.normalisations(), second.normalisations()), Set.of());
		}
		if (isOtherDocument(first, second)) {
			return verdict(Verdict.DIFFERENT_TYPE);
		}
		return new IdComparison(Verdict.DIFFERENT, Set.of(), segments(first.canonical(), second.canonical()));
	}

	private static IdComparison verdict(Verdict verdict) {
		return new IdComparison(verdict, Set.of(), Set.of());
	}

	private static boolean isTold(IdNumber id) {
		return !id.isAbsent() && !id.isDamaged() && !id.isMasked();
	}

	/**
	 * Two sound numbers of different documents. With a wrong check digit the first digits
	 * that decide the document may be wrong as well.
	 */
	private static boolean isOtherDocument(IdNumber first, IdNumber second) {
		return first.isComparable() && second.isComparable() && !sameDocument(first, second)
				&& !isLookalike(first, second) && !isLookalike(second, first)
				&& !first.problems().contains(IdProblem.CHECKSUM) && !second.problems().contains(IdProblem.CHECKSUM);
	}

	private static boolean sameDocument(IdNumber first, IdNumber second) {
		if (first.form() == IdForm.OPAQUE && second.form() == IdForm.OPAQUE) {
			return first.type() == second.type();
		}
		return first.form().comparesWith(second.form());
	}

	/**
	 * Without brackets a mistyped Hong Kong number reads as a passport, and a mistyped
	 * Macao number as a Taiwan permit.
	 */
	private static boolean isLookalike(IdNumber first, IdNumber second) {
		return second.typeInferred() && first.canonical().length() == second.canonical().length()
				&& ((first.form() == IdForm.HONG_KONG_ID && second.form() == IdForm.PASSPORT)
						|| (first.form() == IdForm.MACAO_ID && second.form() == IdForm.TAIWAN_PERMIT));
	}

	private static Set<Segment> segments(String first, String second) {
		if (first.length() != second.length()) {
			return EnumSet.of(Segment.LENGTH);
		}
		if (!ResidentNumbers.hasEighteenPlaces(first) || !ResidentNumbers.hasEighteenPlaces(second)) {
			return EnumSet.of(Segment.OTHER);
		}
		EnumSet<Segment> found = EnumSet.noneOf(Segment.class);
		for (int i = 0; i < first.length(); i++) {
			if (first.charAt(i) != second.charAt(i)) {
				found.add(Segment.ofPlace(i + 1));
			}
		}
		return found;
	}

	/**
	 * How far apart two numbers are. With a check digit by ISO 7064 MOD 11-2 at most one
	 * of two numbers that are one change or one swap apart is right. Symmetric.
	 * @param first one number
	 * @param second the other
	 * @return the distance between their canonical forms; FAR unless both are comparable
	 */
	public static Distance distance(IdNumber first, IdNumber second) {
		if (!first.isComparable() || !second.isComparable()
				|| first.canonical().length() != second.canonical().length()) {
			return Distance.FAR;
		}
		String one = first.canonical();
		String other = second.canonical();
		int[] places = IntStream.range(0, one.length()).filter((i) -> one.charAt(i) != other.charAt(i)).toArray();
		return switch (places.length) {
			case 0 -> Distance.NONE;
			case 1 -> Distance.ONE_CHANGE;
			case 2 -> isSwap(one, other, places[0], places[1]) ? Distance.ONE_SWAP : Distance.TWO_CHANGES;
			default -> Distance.FAR;
		};
	}

	private static boolean isSwap(String one, String other, int left, int right) {
		return right == left + 1 && one.charAt(left) == other.charAt(right) && one.charAt(right) == other.charAt(left);
	}

}
