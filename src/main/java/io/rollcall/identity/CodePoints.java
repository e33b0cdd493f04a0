package io.rollcall.identity;

/**
 * Classes of Unicode code points, by ranges and not by the JDK's Unicode version: JDK 17
 * does not know Extension H yet.
 */
final class CodePoints {

	static final int MIDDLE_DOT = 0xB7;

	static final int REPLACEMENT = 0xFFFD;

	private CodePoints() {
	}

	/** Hanzi of any block, the radicals, 〇 and the iteration mark. */
	static boolean isHanzi(int c) {
		return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFD)
				|| (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2E80 && c <= 0x2FDF) || c == 0x3007 || c == 0x3005;
	}

	static boolean isPrivateUse(int c) {
		return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
	}

	/** What stands where a system could not show a character: a mark or a box. */
	static boolean isMissingGlyph(int c) {
		return c == '?' || c == 0xFF1F || c == 0x25A1 || c == 0x25A0 || c == 0x3013 || c == REPLACEMENT;
	}

	/** What leaves no trace on screen or paper; most of it survives trim and NFKC. */
	static boolean isInvisible(int c) {
		if (c < 0x300) {
			return c == 0xAD || (isControl(c) && !isSpace(c));
		}
		return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)
				|| c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF)
				|| (c >= 0xFFF9 && c <= 0xFFFB) || isFiller(c);
	}

	private static boolean isFiller(int c) {
		return c == 0x34F || c == 0x61C || (c >= 0x180B && c <= 0x180F) || c == 0x115F || c == 0x1160 || c == 0x3164
				|| c == 0xFFA0;
	}

	static boolean isControl(int c) {
		return c < 0x20 || (c >= 0x7F && c < 0xA0);
	}

	static boolean isSpace(int c) {
		return c == ' ' || (c >= 0x9 && c <= 0xD) || c == 0x85 || c == 0xA0 || c == 0x3000
				|| (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
				|| c == 0x1680;
	}

	/** Characters whose NFKC folding is a matter of width. */
	static boolean isWidthVariant(int c) {
		return c >= 0xFF01 && c <= 0xFFEE;
	}

	static boolean isDigit(int c) {
		return c >= '0' && c <= '9';
	}

	static boolean isUpperLatin(int c) {
		return c >= 'A' && c <= 'Z';
	}

	/** A letter of the Latin script, with or without accents. */
	static boolean isLatin(int c) {
		int lower = c | 0x20;
		return (lower >= 'a' && lower <= 'z') || (c >= 0xC0 && Character.isLetter(c)
				&& Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
	}

	static boolean isAllDigits(String text) {
		return isAllDigits(text, 0, text.length());
	}

	static boolean isAllDigits(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			if (!isDigit(text.charAt(i))) {
				return false;
			}
		}
		return from < to;
	}

	static String toString(int[] codePoints) {
		return new String(codePoints, 0, codePoints.length);
	}

}
