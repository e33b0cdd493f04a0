package io.rollcall.identity;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Compares names and texts; see {@link TextComparison}. */
final class TextComparer {

	private static final Charset GB18030 = Charset.forName("GB18030");

	/** How far a cut text may miss the width, for a character cut in half. */
	private static final int TOLERANCE = 1;

	private TextComparer() {
	}

	static TextComparison names(PersonName first, PersonName second) {
		if (!first.isComparable() || !second.isComparable()) {
			return of(MatchLevel.NOT_COMPARABLE, TextComparison.Hint.NONE);
		}
		Side one = new Side(first.raw(), first.comparison(), first.normalisations());
		Side other = new Side(second.raw(), second.comparison(), second.normalisations());
		return compare(one, other, TextComparison.NAME_WIDTHS, GlyphMatcher::names, TextComparer::nameHint);
	}

	static TextComparison texts(Cleaned first, Cleaned second, Set<Integer> widths) {
		if (isAbsent(first) || isAbsent(second)) {
			return of(MatchLevel.NOT_COMPARABLE, TextComparison.Hint.NONE);
		}
		Side one = new Side(first.raw(), first.text(), first.normalisations());
		Side other = new Side(second.raw(), second.text(), second.normalisations());
		return compare(one, other, widths, GlyphMatcher::texts, TextComparer::hint);
	}

	/** A text with all folded that is a matter of display. */
	static Cleaned clean(@Nullable String raw) {
		Cleaned cleaned = Cleaned.text(raw);
		EnumSet<Normalisation> done = EnumSet.noneOf(Normalisation.class);
		done.addAll(cleaned.normalisations());
		String standard = CodePoints.toString(NameParser.standard(cleaned.text().codePoints().toArray(), done));
		String text = note(standard, CodeTable.foldBrackets(standard), Normalisation.BRACKETS, done);
		return new Cleaned(cleaned.raw(), note(text, text.toUpperCase(Locale.ROOT), Normalisation.CASE, done), done);
	}

	private static String note(String before, String after, Normalisation kind, Set<Normalisation> done) {
		if (!after.equals(before)) {
			done.add(kind);
		}
		return after;
	}

	private static boolean isAbsent(Cleaned text) {
		return text.isBlank() || Placeholders.isPlaceholder(text.text());
	}

	private static TextComparison compare(Side one, Side other, Set<Integer> widths,
			BiFunction<int[], int[], TextComparison.Hint> glyphs,
			BiFunction<String, String, TextComparison.Hint> hints) {
		if (one.raw.equals(other.raw)) {
			return of(MatchLevel.EXACT, TextComparison.Hint.NONE);
		}
		if (one.text.equals(other.text)) {
			return new TextComparison(MatchLevel.DISPLAY, Normalisation.between(one.done, other.done),
					TextComparison.Hint.NONE);
		}
		if (isCut(one, other, widths) || isCut(other, one, widths)) {
			return of(MatchLevel.TRUNCATED, TextComparison.Hint.NONE);
		}
		TextComparison.Hint glyph = glyphs.apply(one.points(), other.points());
		if (glyph != TextComparison.Hint.NONE) {
			return of(MatchLevel.GLYPH, glyph);
		}
		return of(MatchLevel.DIFFERENT, hints.apply(one.text, other.text));
	}

	private static TextComparison of(MatchLevel level, TextComparison.Hint hint) {
		return new TextComparison(level, Set.of(), hint);
	}

	/**
	 * Whether a text is the beginning of another and as long as a field. The bytes of the
	 * text as read count, not those of the folded one.
	 */
	private static boolean isCut(Side cut, Side whole, Set<Integer> widths) {
		String beginning = withoutHalf(cut.text);
		if (beginning.isEmpty() || beginning.length() >= whole.text.length() || !whole.text.startsWith(beginning)) {
			return false;
		}
		int bytes = bytes(withoutHalf(cut.raw.strip()));
		int foldedBytes = bytes(beginning);
		return widths.stream().anyMatch((width) -> isAt(width, bytes) || isAt(width, foldedBytes));
	}

	/** What is left of a character cut in half is decoded as U+FFFD, or not at all. */
	private static String withoutHalf(String text) {
		int end = text.length();
		while (end > 0 && text.charAt(end - 1) == CodePoints.REPLACEMENT) {
			end--;
		}
		return text.substring(0, end);
	}

	private static int bytes(String text) {
		return text.getBytes(GB18030).length;
	}

	/** Whether a name is as long as a field, where it may have been cut. */
	static boolean isFieldWide(String raw) {
		int bytes = bytes(raw.strip());
		return TextComparison.NAME_WIDTHS.stream().anyMatch((width) -> isAt(width, bytes));
	}

	private static boolean isAt(int width, int bytes) {
		return Math.abs(width - bytes) <= TOLERANCE;
	}

	private static TextComparison.Hint nameHint(String one, String other) {
		return Pinyin.same(one, other) ? TextComparison.Hint.SAME_PINYIN : hint(one, other);
	}

	private static TextComparison.Hint hint(String first, String second) {
		int[] one = first.codePoints().toArray();
		int[] other = second.codePoints().toArray();
		if (isReordered(first, second)) {
			return TextComparison.Hint.ORDER;
		}
		if (one.length == other.length) {
			long different = IntStream.range(0, one.length).filter((i) -> one[i] != other[i]).count();
			return (different == 1 && one.length > 1) ? TextComparison.Hint.ONE_CHARACTER : TextComparison.Hint.NONE;
		}
		boolean oneMissing = (one.length < other.length) ? isWithoutOne(one, other) : isWithoutOne(other, one);
		return oneMissing ? TextComparison.Hint.ONE_MISSING : TextComparison.Hint.NONE;
	}

	/** Hanzi in another order, or whole words: letters in another order are others. */
	private static boolean isReordered(String first, String second) {
		boolean words = first.codePoints().anyMatch(CodePoints::isLatin);
		String separator = words ? "[\\s·.,]+" : "";
		return Arrays.equals(sorted(first, separator), sorted(second, separator));
	}

	private static String[] sorted(String text, String separator) {
		String[] parts = separator.isEmpty() ? text.codePoints().mapToObj(Character::toString).toArray(String[]::new)
				: text.split(separator);
		Arrays.sort(parts);
		return parts;
	}

	private static boolean isWithoutOne(int[] shorter, int[] longer) {
		int prefix = Arrays.mismatch(shorter, longer);
		return longer.length == shorter.length + 1 && shorter.length > 1
				&& Arrays.equals(shorter, prefix, shorter.length, longer, prefix + 1, longer.length);
	}

	/** One of the two, as read and as compared. */
	private record Side(String raw, String text, Set<Normalisation> done) {

		int[] points() {
			return this.text.codePoints().toArray();
		}

		@Override
		public String toString() {
			return "Side" + this.done;
		}

	}

}
