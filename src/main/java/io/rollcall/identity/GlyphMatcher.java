package io.rollcall.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out whether two texts are equal but for characters that some system could not
 * write: missing ones, pinyin in place of a hanzi, variants, doubtful separators.
 */
final class GlyphMatcher {

	/** No name is longer, and the time grows with the product of both lengths. */
	private static final int LONGEST = 200;

	/**
	 * Separators that may be meant or not (records of many systems have a stroke, a space
	 * or nothing in place of U+00B7), and what typists put there.
	 */
	private static final Set<Integer> DOUBTFUL = " ·.-\u2010\u2011\u2012\u2013\u2014\u2015'\u2018\u2019\u02BC`,、_/~*"
		.codePoints()
		.boxed()
		.collect(Collectors.toUnmodifiableSet());

	private static final String STROKES = "-\u2010\u2011\u2012\u2013\u2014\u2015";

	private static final int EQUAL = 1;

	private static final int MISSING = 2;

	private static final int PINYIN = 4;

	private final int[] one;

	private final int[] other;

	private final boolean names;

	/**
	 * For every pair of beginnings the ways in which they agree: bit n is set when they
	 * agree in way n, which is a sum of {@link #EQUAL}, {@link #MISSING} and
	 * {@link #PINYIN}.
	 */
	private final int[][] ways;

	private GlyphMatcher(int[] one, int[] other, boolean names) {
		this.one = one;
		this.other = other;
		this.names = names;
		this.ways = new int[one.length + 1][other.length + 1];
	}

	/** What two names differ in; NONE when it is more than such characters. */
	static TextComparison.Hint names(int[] first, int[] second) {
		if (first.length > LONGEST || second.length > LONGEST) {
			return TextComparison.Hint.NONE;
		}
		TextComparison.Hint form = form(first, second, true);
		if (form != TextComparison.Hint.NONE) {
			return form;
		}
		int[] bareOne = withoutDoubtful(first);
		int[] bareOther = withoutDoubtful(second);
		if (bareOne.length > 0 && Arrays.equals(bareOne, bareOther)) {
			return TextComparison.Hint.SEPARATOR;
		}
		form = form(bareOne, bareOther, true);
		if (form != TextComparison.Hint.NONE) {
			return form;
		}
		TextComparison.Hint hint = new GlyphMatcher(first, second, true).match();
		return (hint != TextComparison.Hint.NONE) ? hint : new GlyphMatcher(bareOne, bareOther, true).match();
	}

	/** The same for other texts, in which letters and separators mean themselves. */
	static TextComparison.Hint texts(int[] first, int[] second) {
		if (first.length > LONGEST || second.length > LONGEST) {
			return TextComparison.Hint.NONE;
		}
		TextComparison.Hint form = form(first, second, false);
		return (form != TextComparison.Hint.NONE) ? form : new GlyphMatcher(first, second, false).match();
	}

	/**
	 * Whether two different texts have the same hanzi in other forms: variants, or in one
	 * of them characters that only look like a hanzi.
	 */
	private static TextComparison.Hint form(int[] one, int[] other, boolean names) {
		TextComparison.Hint hint = TextComparison.Hint.NONE;
		if (one.length != other.length) {
			return hint;
		}
		for (int i = 0; i < one.length; i++) {
			TextComparison.Hint here = form(one[i], other[i], names);
			if (here == TextComparison.Hint.NONE && one[i] != other[i]) {
				return here;
			}
			hint = (hint == TextComparison.Hint.LOOK_ALIKE || here == TextComparison.Hint.NONE) ? hint : here;
		}
		return hint;
	}

	/** In what way two different characters are one; NONE when they are not. */
	private static TextComparison.Hint form(int one, int other, boolean names) {
		if (one == other) {
			return TextComparison.Hint.NONE;
		}
		if (Variants.related(one, other)) {
			return TextComparison.Hint.VARIANT;
		}
		int left = LookAlikes.hanzi(one);
		int right = LookAlikes.hanzi(other);
		boolean alike = (left != one || right != other) && (left == right || Variants.related(left, right))
				|| names && (isDrawn(left, right) || isDrawn(right, left));
		return alike ? TextComparison.Hint.LOOK_ALIKE : TextComparison.Hint.NONE;
	}

	/** Keys that typists take for a hanzi of one stroke. */
	private static boolean isDrawn(int drawn, int hanzi) {
		return hanzi == 0x4E00 && STROKES.indexOf(drawn) >= 0 || hanzi == 0x3007 && (drawn == '0' || drawn == 'O');
	}

	private static int[] withoutDoubtful(int[] points) {
		return Arrays.stream(points).filter((c) -> !DOUBTFUL.contains(c)).toArray();
	}

	/** Something must be equal besides: ?三 and 张? are not one name. */
	private TextComparison.Hint match() {
		this.ways[0][0] = 1;
		for (int i = 0; i <= this.one.length; i++) {
			for (int j = 0; j <= this.other.length; j++) {
				if (this.ways[i][j] != 0) {
					step(i, j);
				}
			}
		}
		int found = this.ways[this.one.length][this.other.length];
		if ((found & (1 << (EQUAL | MISSING) | 1 << (EQUAL | MISSING | PINYIN))) != 0) {
			return TextComparison.Hint.MISSING_GLYPH;
		}
		return ((found & 1 << (EQUAL | PINYIN)) != 0) ? TextComparison.Hint.PINYIN : TextComparison.Hint.NONE;
	}

	private void step(int i, int j) {
		if (i == this.one.length || j == this.other.length) {
			return;
		}
		pair(i, j);
		if (isDoubled(this.one, i)) {
			reach(i, j, 2, 1, MISSING);
		}
		if (isDoubled(this.other, j)) {
			reach(i, j, 1, 2, MISSING);
		}
		if (this.names) {
			int letters = lettersFor(this.one, i, this.other[j]);
			if (letters > 0) {
				reach(i, j, letters, 1, PINYIN);
			}
			letters = lettersFor(this.other, j, this.one[i]);
			if (letters > 0) {
				reach(i, j, 1, letters, PINYIN);
			}
		}
	}

	private void pair(int i, int j) {
		if (isMissing(this.one[i]) || isMissing(this.other[j])) {
			reach(i, j, 1, 1, MISSING);
		}
		else if (this.one[i] == this.other[j]) {
			reach(i, j, 1, 1, DOUBTFUL.contains(this.one[i]) ? 0 : EQUAL);
		}
		else if (form(this.one[i], this.other[j], this.names) != TextComparison.Hint.NONE) {
			reach(i, j, 1, 1, EQUAL);
		}
	}

	private void reach(int i, int j, int left, int right, int way) {
		for (int before = 0; before < 8; before++) {
			if ((this.ways[i][j] & 1 << before) != 0) {
				this.ways[i + left][j + right] |= 1 << (before | way);
			}
		}
	}

	/** A circle stands for 〇 or, as a box does, for what could not be written. */
	private static boolean isMissing(int c) {
		return CodePoints.isMissingGlyph(c) || CodePoints.isPrivateUse(c) || c == 0x25CB || c == 0x25EF;
	}

	/** One mark for each of the two bytes of a hanzi. */
	private static boolean isDoubled(int[] points, int i) {
		return i + 1 < points.length && points[i] == points[i + 1]
				&& (points[i] == '?' || points[i] == CodePoints.REPLACEMENT);
	}

	/** How many letters from a place on stand for a hanzi; 0 when they do not. */
	private static int lettersFor(int[] points, int from, int hanzi) {
		if (!CodePoints.isHanzi(hanzi) || !CodePoints.isLatin(points[from])) {
			return 0;
		}
		int end = from;
		while (end < points.length && CodePoints.isLatin(points[end])) {
			end++;
		}
		return Pinyin.mayStandFor(new String(points, from, end - from), hanzi) ? end - from : 0;
	}

}
