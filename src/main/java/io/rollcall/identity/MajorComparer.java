package io.rollcall.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Compares names of majors; see {@link TextComparison#ofMajors}. */
final class MajorComparer {

	/** The major itself, the 类 of a group of majors, and directions in brackets. */
	private static final Pattern PARTS = Pattern.compile("(.+?) ?(类?) ?((?:\\([^()]*\\) ?)*)");

	private MajorComparer() {
	}

	static TextComparison compare(@Nullable String first, @Nullable String second) {
		Cleaned one = TextComparer.clean(first);
		Cleaned other = TextComparer.clean(second);
		TextComparison whole = TextComparer.texts(one, other, TextComparison.MAJOR_WIDTHS);
		if (whole.level().compareTo(MatchLevel.DISPLAY) <= 0 || whole.level() == MatchLevel.NOT_COMPARABLE) {
			return whole;
		}
		if (isSame(one.text(), other.text())) {
			return new TextComparison(MatchLevel.DISPLAY, EnumSet.of(Normalisation.MAJOR_SUFFIX),
					TextComparison.Hint.NONE);
		}
		boolean form = whole.level() == MatchLevel.DIFFERENT
				&& isSame(HanziText.fold(one.text()), HanziText.fold(other.text()));
		return form ? new TextComparison(MatchLevel.GLYPH, Set.of(), TextComparison.Hint.VARIANT) : whole;
	}

	private static boolean isSame(String first, String second) {
		Matcher left = PARTS.matcher(first);
		Matcher right = PARTS.matcher(second);
		return left.matches() && right.matches() && left.group(1).equals(right.group(1))
				&& agree(left.group(2), right.group(2)) && agree(left.group(3).strip(), right.group(3).strip());
	}

	/** What one of them leaves out does not contradict the other. */
	private static boolean agree(String one, String other) {
		return one.equals(other) || one.isEmpty() || other.isEmpty();
	}

}
