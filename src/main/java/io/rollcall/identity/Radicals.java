package io.rollcall.identity;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Radicals and strokes that Unicode encodes apart from the hanzi they are
 * (Equivalent_Unified_Ideograph), as far as NFKC leaves them alone. They come of copying
 * from PDF files, whose fonts do not tell the two apart.
 */
final class Radicals {

	private static final int FIRST = 0x2E80;

	private static final int LAST = 0x2EFF;

	private static final int FIRST_STROKE = 0x31C0;

	private static final int LAST_STROKE = 0x31EF;

	private static final Map<Integer, Integer> UNIFIED = Resources.table("radicals.tsv")
		.stream()
		.collect(Collectors.toUnmodifiableMap((line) -> line[0].codePointAt(0), (line) -> line[1].codePointAt(0)));

	private Radicals() {
	}

	/** The hanzi that a radical is; the character itself when it is none. */
	static int unified(int c) {
		return isCandidate(c) ? UNIFIED.getOrDefault(c, c) : c;
	}

	/** A text with hanzi in place of radicals; the same text when it has none. */
	static String unify(String text) {
		StringBuilder unified = null;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			int hanzi = unified(c);
			if (hanzi != c && unified == null) {
				unified = new StringBuilder(text.length() + 1).append(text, 0, i);
			}
			if (unified != null) {
				unified.appendCodePoint(hanzi);
			}
		}
		return (unified != null) ? unified.toString() : text;
	}

	private static boolean isCandidate(int c) {
		return c >= FIRST && c <= LAST || c >= FIRST_STROKE && c <= LAST_STROKE;
	}

}
