package io.rollcall.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Understands names; see {@link PersonName}. */
final class NameParser {

	/** Characters that stand for the separator U+00B7 between two hanzi. */
	private static final Set<Integer> SEPARATORS = Set.of(0x2022, 0x30FB, 0xFF65, 0x2027, 0x22C5, 0x2219, 0x0387,
			0x2024, 0xFF0E, 0x2E, 0x3002);

	private static final Set<Integer> BRACKETS = "()（）[]【】<>《》{}".codePoints().boxed().collect(Collectors.toSet());

	/** What names have besides letters: separators, hyphens and apostrophes. */
	private static final Set<Integer> PUNCTUATION = "·.-'’‘ʼ—–― ".codePoints().boxed().collect(Collectors.toSet());

	private static final Set<Integer> DASHES = "-—–―".codePoints().boxed().collect(Collectors.toSet());

	/**
	 * A name of fewer hanzi is padded with spaces, a longer one may be parted by them.
	 */
	private static final int FEW_HANZI = 4;

	private static final int LONGEST = 80;

	private static final char FIRST_HANZI = '\u4E00';

	private static final char LAST_HANZI = '\u9FFF';

	private static final Map<Integer, Integer> PRIVATE_USE = Resources.table("private-use.tsv")
		.stream()
		.collect(Collectors.toUnmodifiableMap((line) -> Integer.parseInt(line[1], 16),
				(line) -> Integer.parseInt(line[2], 16)));

	private NameParser() {
	}

	static PersonName parse(@Nullable String raw) {
		return (raw != null && isPlain(raw)) ? new PersonName(raw, raw, Set.of(), Set.of()) : understand(raw);
	}

	/** Nearly every name: a few ordinary hanzi, none of which hides another. */
	private static boolean isPlain(String raw) {
		if (raw.isEmpty() || raw.length() > FEW_HANZI) {
			return false;
		}
		for (int i = 0; i < raw.length(); i++) {
			char c = raw.charAt(i);
			if (c < FIRST_HANZI || c > LAST_HANZI) {
				return false;
			}
		}
		return !Masks.inName(raw) && !Placeholders.isPlaceholder(raw);
	}

	/** The same for any text. */
	static PersonName understand(@Nullable String raw) {
		Cleaned cleaned = Cleaned.text(raw);
		EnumSet<Normalisation> done = EnumSet.noneOf(Normalisation.class);
		done.addAll(cleaned.normalisations());
		if (cleaned.isBlank()) {
			return new PersonName(cleaned.raw(), "", done, Set.of());
		}
		if (Placeholders.isPlaceholder(cleaned.text())) {
			return new PersonName(cleaned.raw(), cleaned.text().toUpperCase(Locale.ROOT), done,
					EnumSet.of(PersonName.Problem.PLACEHOLDER));
		}
		int[] points = separators(standard(cleaned.text().codePoints().toArray(), done), done);
		points = withoutPadding(points, done);
		String text = CodePoints.toString(points);
		String upper = text.toUpperCase(Locale.ROOT);
		if (!upper.equals(text)) {
			done.add(Normalisation.CASE);
		}
		return new PersonName(cleaned.raw(), upper, done, problems(cleaned.raw(), upper.codePoints().toArray()));
	}

	/** Replaces private-use characters by their standard ones, in place. */
	static int[] standard(int[] points, Set<Normalisation> done) {
		for (int i = 0; i < points.length; i++) {
			Integer standard = PRIVATE_USE.get(points[i]);
			if (standard != null) {
				points[i] = Radicals.unified(standard);
				done.add(Normalisation.PRIVATE_USE);
				if (points[i] != standard) {
					done.add(Normalisation.COMPATIBILITY);
				}
			}
		}
		return points;
	}

	/** Spaces beside a separator are padding; the stand-ins count between hanzi only. */
	private static int[] separators(int[] points, Set<Normalisation> done) {
		int[] closed = withoutSpaces(points, (i) -> isSeparator(points[i - 1]) || isSeparator(points[i + 1]), done);
		for (int i = 1; i < closed.length - 1; i++) {
			if (SEPARATORS.contains(closed[i]) && isGlyph(closed[i - 1]) && isGlyph(closed[i + 1])) {
				closed[i] = CodePoints.MIDDLE_DOT;
				done.add(Normalisation.SEPARATOR);
			}
		}
		return closed;
	}

	private static boolean isSeparator(int c) {
		return c == CodePoints.MIDDLE_DOT || SEPARATORS.contains(c);
	}

	/** A hanzi, or what some system wrote in place of one. */
	private static boolean isGlyph(int c) {
		return CodePoints.isHanzi(c) || CodePoints.isMissingGlyph(c) || CodePoints.isPrivateUse(c);
	}

	/** Takes inner spaces away; a cleaned text has no others. */
	private static int[] withoutSpaces(int[] points, IntPredicate where, Set<Normalisation> done) {
		int[] kept = IntStream.range(0, points.length)
			.filter((i) -> points[i] != ' ' || !where.test(i))
			.map((i) -> points[i])
			.toArray();
		if (kept.length < points.length) {
			done.add(Normalisation.SPACE);
		}
		return kept;
	}

	private static int[] withoutPadding(int[] points, Set<Normalisation> done) {
		boolean padded = Arrays.stream(points).allMatch((c) -> c == ' ' || isGlyph(c))
				&& Arrays.stream(points).filter((c) -> c != ' ').count() < FEW_HANZI;
		return padded ? withoutSpaces(points, (i) -> true, done) : points;
	}

	private static Set<PersonName.Problem> problems(String raw, int[] name) {
		EnumSet<PersonName.Problem> problems = EnumSet.noneOf(PersonName.Problem.class);
		if (Arrays.stream(name).filter((c) -> c != ' ').allMatch(CodePoints::isMissingGlyph)) {
			return EnumSet.of(PersonName.Problem.ALL_MISSING);
		}
		if (Masks.inName(raw)) {
			return EnumSet.of(PersonName.Problem.MASKED);
		}
		boolean hanzi = Arrays.stream(name).anyMatch(CodePoints::isHanzi);
		boolean remark = Arrays.stream(name).anyMatch(BRACKETS::contains);
		for (int i = 0; i < name.length; i++) {
			PersonName.Problem problem = problem(name[i], hanzi && !remark);
			if (problem != null && (hanzi || !isComma(name, i))) {
				problems.add(problem);
			}
		}
		if (name.length > 1 && (isStray(name[0], name[1])
				|| isStray(name[name.length - 1], name[name.length - 2]) && !TextComparer.isFieldWide(raw))) {
			problems.add(PersonName.Problem.SYMBOL);
		}
		if (name.length == 1 && CodePoints.isLatin(name[0])) {
			problems.add(PersonName.Problem.LETTERS);
		}
		if (raw.codePoints().anyMatch((c) -> CodePoints.isControl(c) && !CodePoints.isSpace(c))) {
			problems.add(PersonName.Problem.CONTROL);
		}
		if (name.length > LONGEST) {
			problems.add(PersonName.Problem.TOO_LONG);
		}
		return problems;
	}

	/**
	 * Whether a separator stands at an end, where it parts nothing. Latin names end in a
	 * dot for good reason (JR.); what ends where a field ends was cut there.
	 */
	private static boolean isStray(int end, int neighbour) {
		return (end == '.' || DASHES.contains(end)) ? isGlyph(neighbour) : isSeparator(end);
	}

	/** Cards of Hong Kong print the surname, a comma and the given names. */
	private static boolean isComma(int[] name, int place) {
		return name[place] == ',' && place > 0 && CodePoints.isLatin(name[place - 1]) && place < name.length - 1;
	}

	private static PersonName.@Nullable Problem problem(int c, boolean amongHanzi) {
		if (CodePoints.isMissingGlyph(c)) {
			return PersonName.Problem.MISSING_GLYPH;
		}
		if (CodePoints.isPrivateUse(c)) {
			return PersonName.Problem.PRIVATE_USE;
		}
		if (amongHanzi && LookAlikes.isOne(c)) {
			return PersonName.Problem.LOOK_ALIKE;
		}
		if (Character.isDigit(c)) {
			return PersonName.Problem.DIGITS;
		}
		if (BRACKETS.contains(c)) {
			return PersonName.Problem.REMARK;
		}
		if (amongHanzi && CodePoints.isLatin(c)) {
			return PersonName.Problem.LETTERS;
		}
		boolean fine = CodePoints.isHanzi(c) || Character.isLetter(c) || isMark(c) || PUNCTUATION.contains(c)
				|| isRadical(c);
		return fine ? null : PersonName.Problem.SYMBOL;
	}

	/** Accents and vowel signs that stand as characters of their own. */
	private static boolean isMark(int c) {
		int type = Character.getType(c);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
				|| type == Character.LETTER_NUMBER;
	}

	/** Radicals and ideographic description stand for hanzi in the private-use map. */
	private static boolean isRadical(int c) {
		return c >= 0x2E80 && c <= 0x2FDF;
	}

}
