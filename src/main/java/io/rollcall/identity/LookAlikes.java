package io.rollcall.identity;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Characters of other scripts that only look like a hanzi: kana (ニ for 二), bopomofo (ㄚ
 * for 丫), jamo and circles (○ for 〇). Hanzi of which one is taken for another are none.
 */
final class LookAlikes {

	private static final Map<Integer, Integer> HANZI = Resources.table("look-alikes.tsv")
		.stream()
		.collect(Collectors.toUnmodifiableMap((line) -> line[0].codePointAt(0), (line) -> line[1].codePointAt(0)));

	private LookAlikes() {
	}

	/** The hanzi that a character looks like; the character itself when none. */
	static int hanzi(int c) {
		return isPossible(c) ? HANZI.getOrDefault(c, c) : c;
	}

	static boolean isOne(int c) {
		return isPossible(c) && HANZI.containsKey(c);
	}

	/** Nearly every character is a hanzi or ASCII, and none of these is one. */
	private static boolean isPossible(int c) {
		return c >= 0x1100 && c < 0x3400;
	}

}
