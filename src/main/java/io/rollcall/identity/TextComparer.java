package io.rollcall.identity;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares names and texts; see {@link TextComparison}. */
final class TextComparer {

	private static final Charset GB18030 = Charset.forName("GB18030");

	/** Separators that may be meant or not: a person decides. */
	private static final Set<Integer> DOUBTFUL = Set.of(0x2014, 0x2D, 0x20, CodePoints.MIDDLE_DOT);

	private static final Map<Integer, Integer> VARIANTS = Resources.table("variants.tsv")
		.stream()
		.filter((line) -> !line[0].equals("character"))
		.collect(Collectors.toUnmodifiableMap((line) -> line[1].codePointAt(0), (line) -> line[0].codePointAt(0)));

	private TextComparer() {
	}

	static TextComparison names(PersonName first, PersonName second) {
		if (first.isAbsent() || second.isAbsent() || isUnreadable(first) || isUnreadable(second)) {
			return of(MatchLevel.NOT_COMPARABLE, TextComparison.Hint.NONE);
		}
		if (first.raw().equals(second.raw())) {
			return of(MatchLevel.EXACT, TextComparison.Hint.NONE);
		}
		if (first.comparison().equals(second.comparison())) {
			return new TextComparison(MatchLevel.DISPLAY,
					Normalisation.between(first.normalisations(), second.normalisations()), TextComparison.Hint.NONE);
		}
		int[] one = first.comparison().codePoints().toArray();
		int[] other = second.comparison().codePoints().toArray();
		TextComparison.Hint glyph = glyph(one, other);
		if (glyph != TextComparison.Hint.NONE) {
			return of(MatchLevel.GLYPH, glyph);
		}
		int[] widths = TextComparison.NAME_WIDTHS.stream().mapToInt(Integer::intValue).toArray();
		return isCut(first.comparison(), second.comparison(), widths)
				? of(MatchLevel.TRUNCATED, TextComparison.Hint.NONE) : of(MatchLevel.DIFFERENT, hint(one, other));
	}

	static TextComparison texts(String first, String second, int... widths) {
		Cleaned one = Cleaned.text(first);
		Cleaned other = Cleaned.text(second);
		if (one.isBlank() || other.isBlank()) {
			return of(MatchLevel.NOT_COMPARABLE, TextComparison.Hint.NONE);
		}
		if (first.equals(second)) {
			return of(MatchLevel.EXACT, TextComparison.Hint.NONE);
		}
		if (one.text().equals(other.text())) {
			return new TextComparison(MatchLevel.DISPLAY,
					Normalisation.between(one.normalisations(), other.normalisations()), TextComparison.Hint.NONE);
		}
		return isCut(one.text(), other.text(), widths) ? of(MatchLevel.TRUNCATED, TextComparison.Hint.NONE) : of(
				MatchLevel.DIFFERENT, hint(one.text().codePoints().toArray(), other.text().codePoints().toArray()));
	}

	private static TextComparison of(MatchLevel level, TextComparison.Hint hint) {
		return new TextComparison(level, Set.of(), hint);
	}

	private static boolean isUnreadable(PersonName name) {
		return name.problems().contains(PersonName.Problem.ALL_MISSING);
	}

	private static TextComparison.Hint glyph(int[] one, int[] other) {
		int[] variantOne = Arrays.stream(one).map((c) -> VARIANTS.getOrDefault(c, c)).toArray();
		int[] variantOther = Arrays.stream(other).map((c) -> VARIANTS.getOrDefault(c, c)).toArray();
		if (Arrays.equals(variantOne, variantOther)) {
			return TextComparison.Hint.VARIANT;
		}
		if (Arrays.equals(withoutDoubtful(one), withoutDoubtful(other))
				&& Arrays.stream(one).anyMatch(CodePoints::isHanzi)) {
			return TextComparison.Hint.SEPARATOR;
		}
		if (matchesMissing(one, 0, other, 0) || matchesMissing(other, 0, one, 0)) {
			return TextComparison.Hint.MISSING_GLYPH;
		}
		return (isPinyin(one, other) || isPinyin(other, one)) ? TextComparison.Hint.PINYIN : TextComparison.Hint.NONE;
	}

	private static int[] withoutDoubtful(int[] points) {
		return Arrays.stream(points).filter((c) -> !DOUBTFUL.contains(c)).toArray();
	}

	/**
	 * {@code ??} stands for one character first, then for two; {@code ?} and a box for
	 * exactly one.
	 */
	private static boolean matchesMissing(int[] pattern, int i, int[] name, int j) {
		if (i == pattern.length || j == name.length) {
			return i == pattern.length && j == name.length;
		}
		if (pattern[i] == name[j]) {
			return matchesMissing(pattern, i + 1, name, j + 1);
		}
		if (!isMissing(pattern[i])) {
			return false;
		}
		boolean doubled = i + 1 < pattern.length && isMissing(pattern[i + 1]);
		return doubled && matchesMissing(pattern, i + 2, name, j + 1) || matchesMissing(pattern, i + 1, name, j + 1);
	}

	private static boolean isMissing(int c) {
		return c == '?' || c == 0x25A1 || c == 0x3013 || c == 0xFFFD;
	}

	/** Letters in one place of a name stand for one hanzi in the other. */
	private static boolean isPinyin(int[] letters, int[] hanzi) {
		int prefix = commonPrefix(letters, hanzi);
		int suffix = 0;
		while (suffix < Math.min(letters.length, hanzi.length) - prefix
				&& letters[letters.length - 1 - suffix] == hanzi[hanzi.length - 1 - suffix]) {
			suffix++;
		}
		int from = prefix;
		int to = letters.length - suffix;
		return hanzi.length - prefix - suffix == 1 && CodePoints.isHanzi(hanzi[prefix]) && to > from
				&& prefix + suffix > 0 && IntStream.range(from, to).allMatch((i) -> CodePoints.isLatin(letters[i]));
	}

	private static int commonPrefix(int[] one, int[] other) {
		int prefix = 0;
		while (prefix < Math.min(one.length, other.length) && one[prefix] == other[prefix]) {
			prefix++;
		}
		return prefix;
	}

	private static boolean isCut(String first, String second, int... widths) {
		String shorter = (first.length() < second.length()) ? first : second;
		String longer = (first.length() < second.length()) ? second : first;
		if (shorter.length() == longer.length() || !longer.startsWith(shorter)) {
			return false;
		}
		int bytes = shorter.getBytes(GB18030).length;
		return Arrays.stream(widths).anyMatch((width) -> bytes == width || bytes == width - 1);
	}

	private static TextComparison.Hint hint(int[] one, int[] other) {
		if (one.length == other.length) {
			long different = IntStream.range(0, one.length).filter((i) -> one[i] != other[i]).count();
			if (different == 1) {
				return TextComparison.Hint.ONE_CHARACTER;
			}
			int[] sortedOne = Arrays.stream(one).sorted().toArray();
			int[] sortedOther = Arrays.stream(other).sorted().toArray();
			return Arrays.equals(sortedOne, sortedOther) ? TextComparison.Hint.ORDER : TextComparison.Hint.NONE;
		}
		int[] shorter = (one.length < other.length) ? one : other;
		int[] longer = (one.length < other.length) ? other : one;
		int prefix = commonPrefix(shorter, longer);
		boolean oneMissing = longer.length == shorter.length + 1
				&& Arrays.equals(shorter, prefix, shorter.length, longer, prefix + 1, longer.length);
		return oneMissing ? TextComparison.Hint.ONE_MISSING : TextComparison.Hint.NONE;
	}

}
