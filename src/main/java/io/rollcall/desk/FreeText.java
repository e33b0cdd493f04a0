package io.rollcall.desk;

import io.rollcall.identity.Masking;

/** Cleans what people type into free fields, before anybody keeps it. */
final class FreeText {

	private static final int REPLACEMENT = 0xFFFD;

	private FreeText() {
	}

	/**
	 * A text without what nobody can see: control characters, and those that turn the
	 * direction of writing. Line breaks and tabs become spaces.
	 * @param text what was typed; null counts as empty
	 */
	static String clean(String text) {
		if (text == null) {
			return "";
		}
		StringBuilder cleaned = new StringBuilder();
		text.codePoints().forEach((c) -> {
			if (Character.isWhitespace(c)) {
				cleaned.append(' ');
			}
			else if (Character.getType(c) == Character.SURROGATE) {
				cleaned.appendCodePoint(REPLACEMENT);
			}
			else if (!Character.isISOControl(c) && !turns(c)) {
				cleaned.appendCodePoint(c);
			}
		});
		return cleaned.toString().strip();
	}

	/** The same without numbers of documents. */
	static String masked(String text) {
		return Masking.maskAnyNumbers(clean(text));
	}

	private static boolean turns(int c) {
		return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
	}

}
