package io.rollcall.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Readings of hanzi in pinyin without tones, {@code v} standing for ü. Many hanzi have
 * several readings and some have another one as a surname (单 shan, 尉迟 yu chi), so two
 * texts are told to sound the same when any of their readings agree. The readings are
 * those of the Unihan database (kMandarin, kXHC1983, kTGHZ2013, kHanyuPinlu).
 */
public final class Pinyin {

	/** More combinations of readings than a real name has are not worth the time. */
	private static final int MOST_COMBINATIONS = 256;

	private static final Map<Integer, List<String>> READINGS = readings();

	private Pinyin() {
	}

	private static Map<Integer, List<String>> readings() {
		Map<Integer, List<String>> readings = new HashMap<>(60_000);
		List<String[]> rows = Resources.table("pinyin.tsv");
		for (String[] row : rows) {
			List<String> only = List.of(row[0]);
			row[1].codePoints().forEach((hanzi) -> readings.put(hanzi, only));
		}
		for (String[] row : rows) {
			row[2].codePoints().forEach((hanzi) -> readings.merge(hanzi, List.of(row[0]), Pinyin::union));
		}
		return readings;
	}

	/**
	 * The readings of one hanzi, the usual one first.
	 * @param hanzi a code point
	 * @return syllables in lower case without tones; empty for anything not known
	 */
	public static List<String> readings(int hanzi) {
		return READINGS.getOrDefault(hanzi, List.of());
	}

	/**
	 * A name or text in pinyin by its usual readings, that of the surname first of all.
	 * @param name hanzi, letters or both, as read
	 * @return lower case without tones, spaces and separators; a hanzi without a known
	 * reading stands for itself; empty for blank
	 */
	public static String of(String name) {
		StringBuilder pinyin = new StringBuilder();
		units(name).forEach((unit) -> pinyin.append(unit.get(0)));
		return pinyin.toString();
	}

	/**
	 * A name or text in all the ways it can be read, letters in the spellings of ü that
	 * passports and keyboards have ({@code lv}, {@code lyu}, {@code lu}).
	 * @param name hanzi, letters or both, as read
	 * @return the readings, the usual one first, cut off at 256; empty for blank
	 */
	public static Set<String> all(String name) {
		List<String> found = List.of("");
		List<List<String>> units = units(name);
		for (List<String> unit : units) {
			List<String> longer = new ArrayList<>();
			for (String start : found) {
				for (String reading : unit) {
					spellings(reading).forEach((spelling) -> longer.add(start + spelling));
				}
			}
			found = (longer.size() > MOST_COMBINATIONS) ? longer.subList(0, MOST_COMBINATIONS) : longer;
		}
		return units.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(found));
	}

	/**
	 * Whether two names can sound the same. Hanzi are compared one by one, so that 西安
	 * does not sound like 先; hanzi and letters by the letters of the whole.
	 * @param first hanzi, letters or both, as read
	 * @param second the other; the order does not matter
	 * @return true when some reading of both agrees; false when one is blank
	 */
	public static boolean same(String first, String second) {
		List<List<String>> one = units(first);
		List<List<String>> other = units(second);
		if (one.isEmpty() || other.isEmpty()) {
			return false;
		}
		if (isHanziOnly(first) && isHanziOnly(second)) {
			return soundsAlike(one, other);
		}
		return !Collections.disjoint(all(first), all(second));
	}

	/**
	 * Whether letters can stand for one hanzi, as they do where a system lacks it.
	 * @param letters pinyin in either case, with or without tones
	 * @param hanzi a code point
	 * @return true when they are one of its readings; also when none of its readings is
	 * known and the letters may be a syllable
	 */
	static boolean mayStandFor(String letters, int hanzi) {
		String plain = letters(letters);
		List<String> readings = union(Surnames.readings(Character.toString(hanzi)), readings(hanzi));
		if (readings.isEmpty()) {
			return plain.length() <= 6 && !plain.isEmpty();
		}
		return readings.stream().anyMatch((reading) -> spellings(reading).contains(plain));
	}

	private static boolean soundsAlike(List<List<String>> one, List<List<String>> other) {
		if (one.size() != other.size()) {
			return false;
		}
		for (int i = 0; i < one.size(); i++) {
			if (Collections.disjoint(one.get(i), other.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isHanziOnly(String name) {
		return name.codePoints().noneMatch((c) -> Character.isLetter(c) && !CodePoints.isHanzi(c));
	}

	/** The readings of each hanzi, and each run of letters as the only reading of it. */
	private static List<List<String>> units(String name) {
		String text = PersonName.parse(name).comparison();
		List<List<String>> units = new ArrayList<>();
		List<List<String>> surname = Surnames.syllables(Surnames.of(text));
		StringBuilder letters = new StringBuilder();
		int hanzi = 0;
		for (int c : text.codePoints().toArray()) {
			if (CodePoints.isHanzi(c)) {
				flush(letters, units);
				List<String> special = (hanzi < surname.size()) ? surname.get(hanzi) : List.of();
				hanzi++;
				List<String> readings = union(special, readings(c));
				units.add(readings.isEmpty() ? List.of(Character.toString(c)) : readings);
			}
			else if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
				letters.appendCodePoint(c);
			}
		}
		flush(letters, units);
		return units;
	}

	private static void flush(StringBuilder letters, List<List<String>> units) {
		if (letters.length() > 0) {
			units.add(List.of(letters(letters.toString())));
			letters.setLength(0);
		}
	}

	/** Lower case without tones; the dots of ü become v, other accents are dropped. */
	private static String letters(String text) {
		String parts = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
		return parts.replaceAll("u(\\p{M}*)\u0308", "v").replaceAll("[^\\p{L}]", "");
	}

	/** How a syllable with ü is spelled on keyboards, in passports and in old ones. */
	private static List<String> spellings(String reading) {
		if (reading.length() < 2 || reading.charAt(1) != 'v') {
			return List.of(reading);
		}
		return List.of(reading, reading.replace("v", "yu"), reading.replace('v', 'u'));
	}

	private static List<String> union(List<String> first, List<String> more) {
		if (first.isEmpty() || more.isEmpty()) {
			return first.isEmpty() ? more : first;
		}
		LinkedHashSet<String> both = new LinkedHashSet<>(first);
		both.addAll(more);
		return List.copyOf(both);
	}

}
