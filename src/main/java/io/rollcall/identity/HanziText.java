package io.rollcall.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * Texts in which the form of a hanzi does not matter, for looking words up: headers,
 * colleges, names in code tables.
 */
public final class HanziText {

	/** Below are letters, digits and marks, which nothing here replaces. */
	private static final int FIRST = 0x1100;

	private HanziText() {
	}

	/**
	 * A text with one hanzi for all its forms, and hanzi in place of radicals and of
	 * characters that look like one. For looking up only: two characters can share a
	 * form.
	 * @param text a text
	 * @return the folded text; the same object when there is nothing to fold
	 */
	public static String fold(String text) {
		StringBuilder folded = null;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int c = text.codePointAt(i);
			int plain = (c < FIRST) ? c : Variants.standard(LookAlikes.hanzi(Radicals.unified(c)));
			if (plain != c && folded == null) {
				folded = new StringBuilder(text.length()).append(text, 0, i);
			}
			if (folded != null) {
				folded.appendCodePoint(plain);
			}
		}
		return (folded != null) ? folded.toString() : text;
	}

	/**
	 * Whether a text has hanzi that Unicode encodes once more: radicals, strokes and
	 * compatibility ideographs.
	 * @param text a text as read
	 * @return true when one of its characters is such a second one
	 */
	public static boolean hasOtherHanzi(String text) {
		return text.codePoints()
			.anyMatch((c) -> c >= 0x2E80 && c <= 0x2FDF || c >= 0x31C0 && c <= 0x31EF || c >= 0xF900 && c <= 0xFAFF
					|| c >= 0x2F800 && c <= 0x2FA1F);
	}

	/**
	 * What {@link #fold} does to a text beyond replacing radicals.
	 * @param text a text
	 * @return {@link Normalisation#VARIANT}, {@link Normalisation#LOOK_ALIKE}, both or
	 * none
	 */
	public static Set<Normalisation> foldings(String text) {
		EnumSet<Normalisation> kinds = EnumSet.noneOf(Normalisation.class);
		text.codePoints().forEach((c) -> {
			if (LookAlikes.isOne(c)) {
				kinds.add(Normalisation.LOOK_ALIKE);
			}
			else if (Variants.standard(c) != c) {
				kinds.add(Normalisation.VARIANT);
			}
		});
		return kinds;
	}

}
