package io.rollcall.identity;

import java.util.HashMap;
import java.util.Map;

/**
 * Hanzi that are forms of one another: simplified, traditional and variant ones (劉 and 刘,
 * 昇 and 升, 𠮷 and 吉), by 通用规范汉字表 and the Unihan database. The relation is symmetric and
 * not transitive: 干 is a form of 乾 and of 幹, which are two characters.
 */
final class Variants {

	private static final Map<Integer, String> FORMS = new HashMap<>(24_000);

	private static final Map<Integer, Integer> STANDARD = new HashMap<>(12_000);

	static {
		for (String[] row : Resources.table("variants.tsv")) {
			int standard = row[0].codePointAt(0);
			FORMS.merge(standard, row[1], String::concat);
			row[1].codePoints().forEach((form) -> {
				FORMS.merge(form, row[0], String::concat);
				STANDARD.putIfAbsent(form, standard);
			});
		}
		// A form stands behind its standard in the table, so no chain comes back.
		STANDARD.replaceAll((form, standard) -> first(standard));
	}

	private Variants() {
	}

	private static int first(int c) {
		Integer standard = STANDARD.get(c);
		return (standard != null) ? first(standard) : c;
	}

	/** Whether two different characters are forms of one. */
	static boolean related(int first, int second) {
		if (!CodePoints.isHanzi(first) || !CodePoints.isHanzi(second)) {
			return false;
		}
		String forms = FORMS.get(first);
		return forms != null && forms.indexOf(second) >= 0;
	}

	/**
	 * The form that the national table prefers; the character itself when it has none.
	 */
	static int standard(int c) {
		return STANDARD.getOrDefault(c, c);
	}

}
