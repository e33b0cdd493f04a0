package io.rollcall.setup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import io.rollcall.campaign.HeaderText;
import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.HanziText;
import io.rollcall.identity.MatchLevel;
import io.rollcall.identity.TextComparison;

/** How alike headers and names of units are. Likeness is a reason to ask, no proof. */
enum Likeness {

	/** The same name, but for its writing, its cut end or the word for the unit. */
	SAME,
	/** One is short for the other. */
	ALIKE,
	/** Nothing that names have in common. */
	NONE;

	private static final Set<String> KNOWN = Fields.standard()
		.all()
		.stream()
		.flatMap((field) -> Stream.of(SourceRole.values()).flatMap((role) -> field.headers().in(role).stream()))
		.map(HeaderText::normalise)
		.collect(Collectors.toSet());

	private static final List<String> UNITS = List.of("二级学院", "学院", "学部", "书院", "分院", "系", "院", "部");

	private static final double CONTAINED = 0.55;

	private static final double LENGTH = 0.4;

	private static final double CHARACTERS = 0.8;

	private static final int SHORTEST_WORD = 2;

	/** Whether some field is known by this header in some role. */
	static boolean isKnownHeader(String header) {
		return HeaderText.forms(header).stream().anyMatch(KNOWN::contains);
	}

	/**
	 * How much a header looks like those of a field.
	 * @param header as it stands in a file
	 * @param field the field
	 * @param role whose headers count
	 * @return 0 to 1
	 */
	static double of(String header, Field field, SourceRole role) {
		return Stream.concat(Stream.of(field.label("zh"), field.name()), field.headers().in(role).stream())
			.mapToDouble((known) -> ofHeaders(HeaderText.normalise(header), HeaderText.normalise(known)))
			.max()
			.orElse(0);
	}

	private static double ofHeaders(String one, String other) {
		if (one.equals(other)) {
			return 1;
		}
		String shorter = (one.length() < other.length()) ? one : other;
		String longer = shorter.equals(one) ? other : one;
		if (shorter.length() >= SHORTEST_WORD && longer.contains(shorter)) {
			return CONTAINED + LENGTH * shorter.length() / longer.length();
		}
		if (shorter.chars().allMatch((c) -> c < 128)) {
			return 0;
		}
		Set<Integer> common = new HashSet<>(one.codePoints().boxed().toList());
		common.retainAll(other.codePoints().boxed().toList());
		return CHARACTERS * 2 * common.size() / (one.length() + other.length());
	}

	/**
	 * How alike two names of colleges are.
	 * @param one a name
	 * @param other another
	 * @return how alike
	 */
	static Likeness ofColleges(String one, String other) {
		if (isWriting(one, other) || core(one).equals(core(other))) {
			return SAME;
		}
		String shorter = (core(one).length() < core(other).length()) ? core(one) : core(other);
		String longer = shorter.equals(core(one)) ? core(other) : core(one);
		boolean begins = shorter.length() >= SHORTEST_WORD && isShort(shorter, longer);
		return (begins || shorter.length() == 1 && longer.contains(shorter)) ? ALIKE : NONE;
	}

	/** Whether a name is a short form of another (机械学院, 经管学院). */
	static boolean isShortForm(String name, String whole) {
		String shorter = core(name);
		String longer = core(whole);
		return shorter.length() >= SHORTEST_WORD && shorter.length() < longer.length() && isShort(shorter, longer);
	}

	/** Whether two names differ in their writing only, or one is cut. */
	static boolean isWriting(String one, String other) {
		MatchLevel level = TextComparison.ofTexts(one, other, TextComparison.COLLEGE_WIDTHS).level();
		return level == MatchLevel.EXACT || level == MatchLevel.DISPLAY || level == MatchLevel.GLYPH
				|| level == MatchLevel.TRUNCATED;
	}

	/** The characters of one in this order in the other, from its first one on. */
	private static boolean isShort(String shorter, String longer) {
		int at = -1;
		for (int i = 0; i < shorter.length(); i++) {
			at = longer.indexOf(shorter.charAt(i), at + 1);
			if (at < 0 || i == 0 && at > 0) {
				return false;
			}
		}
		return true;
	}

	/** A name without the word for the unit. */
	private static String core(String name) {
		String text = HanziText.fold(HeaderText.normalise(name));
		return UNITS.stream()
			.filter((unit) -> text.endsWith(unit) && text.length() > unit.length())
			.findFirst()
			.map((unit) -> text.substring(0, text.length() - unit.length()))
			.orElse(text);
	}

}
