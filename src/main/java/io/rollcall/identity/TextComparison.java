package io.rollcall.identity;

import java.util.Set;

/**
 * How two texts or names compare.
 *
 * @param level how closely they agree
 * @param normalisations for {@link MatchLevel#DISPLAY} what tells them apart
 * @param hint what is behind a level of {@link MatchLevel#GLYPH} or
 * {@link MatchLevel#DIFFERENT}; {@link Hint#NONE} where there is nothing to say
 */
public record TextComparison(MatchLevel level, Set<Normalisation> normalisations, Hint hint) {

	public TextComparison {
		normalisations = Normalisation.copy(normalisations);
	}

	/** What is behind a difference. */
	public enum Hint {

		/** Nothing to say. */
		NONE,
		/** {@code ?}, {@code ??} or a box stands for one character. */
		MISSING_GLYPH,
		/** Pinyin letters stand for one hanzi. */
		PINYIN,
		/** A variant of the same character. */
		VARIANT,
		/** Only a separator differs that may be meant or not. */
		SEPARATOR,
		/** Exactly one character differs. */
		ONE_CHARACTER,
		/** One has a character more. */
		ONE_MISSING,
		/** The same characters or words in another order. */
		ORDER

	}

	/** Field widths in bytes at which names are cut. */
	public static final Set<Integer> NAME_WIDTHS = Set.of(24, 40, 50);

	/**
	 * Compares two names. Symmetric.
	 * @param first one name
	 * @param second the other
	 * @return the comparison
	 */
	public static TextComparison ofNames(PersonName first, PersonName second) {
		return TextComparer.names(first, second);
	}

	/**
	 * Compares two texts such as majors or colleges. Symmetric.
	 * @param first one text as read
	 * @param second the other
	 * @param widths field widths in bytes of GBK at which either may be cut; none for
	 * fields that are never cut
	 * @return the comparison
	 */
	public static TextComparison ofTexts(String first, String second, int... widths) {
		return TextComparer.texts(first, second, widths);
	}

}
