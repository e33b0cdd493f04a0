package io.rollcall.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

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

	/** What is behind a difference: the first that holds. */
	public enum Hint {

		/** Nothing to say. */
		NONE,
		/** {@code ?}, {@code ??}, a box or a private-use character stands for one. */
		MISSING_GLYPH,
		/** Pinyin letters stand for one hanzi. */
		PINYIN,
		/** A variant of the same character. */
		VARIANT,
		/** A character of another script that only looks like the hanzi. */
		LOOK_ALIKE,
		/** Only a separator differs that may be meant or not. */
		SEPARATOR,
		/** Different, but read alike. */
		SAME_PINYIN,
		/** The same characters or words in another order. */
		ORDER,
		/** Exactly one character of several differs. */
		ONE_CHARACTER,
		/** One has a character more. */
		ONE_MISSING

	}

	/** Field widths in bytes at which names are cut. */
	public static final Set<Integer> NAME_WIDTHS = Set.of(24, 40, 50);

	/** Field widths in bytes at which majors are cut. */
	public static final Set<Integer> MAJOR_WIDTHS = Set.of(30, 50);

	/** Field widths in bytes at which colleges, departments and classes are cut. */
	public static final Set<Integer> COLLEGE_WIDTHS = Set.of(24);

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
	 * Compares two names as read. Symmetric.
	 * @param first one name; null counts as empty
	 * @param second the other
	 * @return the comparison
	 */
	public static TextComparison ofNames(@Nullable String first, @Nullable String second) {
		return ofNames(PersonName.parse(first), PersonName.parse(second));
	}

	/**
	 * Compares two names of majors: brackets of another shape are a matter of display,
	 * and so are a closing 类 and a direction in brackets that one of them lacks.
	 * Symmetric.
	 * @param first one major as read; null counts as empty
	 * @param second the other
	 * @return the comparison
	 */
	public static TextComparison ofMajors(@Nullable String first, @Nullable String second) {
		return MajorComparer.compare(first, second);
	}

	/**
	 * Compares two texts such as colleges. Width, brackets of another shape, letter case
	 * and private-use characters are a matter of display. Symmetric.
	 * @param first one text as read; null counts as empty
	 * @param second the other
	 * @param widths field widths in bytes of GB18030 at which either may be cut, to one
	 * byte; none for fields that are never cut
	 * @return the comparison
	 */
	public static TextComparison ofTexts(@Nullable String first, @Nullable String second, int... widths) {
		return ofTexts(first, second, Arrays.stream(widths).boxed().collect(Collectors.toSet()));
	}

	/**
	 * As {@link #ofTexts(String, String, int...)}.
	 * @param first one text as read; null counts as empty
	 * @param second the other
	 * @param widths field widths in bytes, such as {@link #COLLEGE_WIDTHS}
	 * @return the comparison
	 */
	public static TextComparison ofTexts(@Nullable String first, @Nullable String second, Set<Integer> widths) {
		return TextComparer.texts(TextComparer.clean(first), TextComparer.clean(second), widths);
	}

}
