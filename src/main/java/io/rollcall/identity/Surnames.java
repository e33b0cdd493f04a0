package io.rollcall.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chinese surnames: the compound ones (欧阳, 司马), and readings that a hanzi has only as a
 * surname (仇 qiu).
 */
public final class Surnames {

	/** A given name may not have more hanzi than this for the name to be of Han kind. */
	private static final int LONGEST_NAME = 5;

	/** Readings by surname; those of a compound surname are parted by a stroke. */
	private static final Map<String, String> READINGS = Resources.table("surnames.tsv")
		.stream()
		.collect(Collectors.toUnmodifiableMap((row) -> row[0], (row) -> row[1]));

	private static final Set<String> COMPOUND = READINGS.keySet()
		.stream()
		.filter((surname) -> surname.length() > 1)
		.collect(Collectors.toUnmodifiableSet());

	/** Single hanzi that are usual surnames (百家姓 and some of today's). */
	private static final Set<Integer> USUAL = Resources.table("usual-surnames.tsv")
		.stream()
		.flatMap((row) -> row[0].codePoints().boxed())
		.collect(Collectors.toUnmodifiableSet());

	private Surnames() {
	}

	/**
	 * The compound surnames that are recognised, simplified and traditional.
	 * @return surnames of two hanzi
	 */
	public static Set<String> compound() {
		return COMPOUND;
	}

	/**
	 * The surname of a name in hanzi.
	 * @param name a name in its comparison form
	 * @return the compound surname when the name has one and a hanzi more, else the first
	 * hanzi; empty for names with separators or letters, for names of one hanzi and for
	 * long names, which have no Chinese surname
	 */
	public static String of(String name) {
		int length = name.codePointCount(0, name.length());
		if (length < 2 || length > LONGEST_NAME || !name.codePoints().allMatch(CodePoints::isHanzi)) {
			return "";
		}
		int second = name.offsetByCodePoints(0, 2);
		String two = name.substring(0, second);
		return (length > 2 && COMPOUND.contains(two)) ? two : name.substring(0, name.offsetByCodePoints(0, 1));
	}

	/**
	 * Whether a text begins as Chinese names do.
	 * @param text a cleaned text, not empty
	 * @return true for a usual or compound surname at its beginning
	 */
	static boolean begins(String text) {
		return USUAL.contains(text.codePointAt(0)) || text.length() > 1 && COMPOUND.contains(text.substring(0, 2));
	}

	/** The readings that a single hanzi has as a surname, where it has its own. */
	static List<String> readings(String surname) {
		String readings = READINGS.getOrDefault(surname, "");
		return (readings.isEmpty() || COMPOUND.contains(surname)) ? List.of() : List.of(readings.split(" "));
	}

	/** The readings of each hanzi of a surname; empty where it has none of its own. */
	static List<List<String>> syllables(String surname) {
		if (!COMPOUND.contains(surname)) {
			return List.of(readings(surname));
		}
		List<List<String>> syllables = new ArrayList<>();
		for (String syllable : READINGS.getOrDefault(surname, "").split("\\|")) {
			syllables.add(List.of(syllable));
		}
		return syllables;
	}

}
