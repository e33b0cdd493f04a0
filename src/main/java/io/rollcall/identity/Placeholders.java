package io.rollcall.identity;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words and strokes that people and programs write where there is nothing to write:
 * {@code nothing.tsv}, in brackets and quotes of any kind or without.
 */
final class Placeholders {

	private static final Set<String> WORDS = Resources.table("nothing.tsv")
		.stream()
		.map((line) -> line[0])
		.collect(Collectors.toUnmodifiableSet());

	private static final String STROKES = "-_/\\.,;:、。—–―‐‑−~·|…'\"\u2018\u2019\u201C\u201D" + "=";

	private static final String OPENING = "([{<\u3010\u300A\u3008\u300C\u300E\u3014\u3016\"'`$\u201C\u2018";

	private static final String CLOSING = ")]}>\u3011\u300B\u3009\u300D\u300F\u3015\u3017\"'`$\u201D\u2019";

	private static final int LONGEST = 16;

	/** A text that begins with nothing of these is no placeholder: nearly every text. */
	private static final BitSet FIRST = first();

	/** So many equal or counted digits are typed to get past a required field. */
	private static final int DUMMY_DIGITS = 6;

	private Placeholders() {
	}

	private static BitSet first() {
		BitSet first = new BitSet();
		WORDS.forEach((word) -> {
			first.set(word.charAt(0));
			first.set(Character.toLowerCase(word.charAt(0)));
		});
		(STROKES + OPENING + CLOSING).chars().forEach(first::set);
		return first;
	}

	/**
	 * Whether a cleaned text stands for nothing.
	 * @param text the cleaned text, not empty
	 */
	static boolean isPlaceholder(String text) {
		return FIRST.get(text.charAt(0)) && text.length() <= LONGEST && (isStrokes(text) || WORDS.contains(core(text)));
	}

	/**
	 * Whether a text as read may clean to a placeholder: a cheap look at its first place.
	 */
	static boolean mayBe(String raw) {
		char c = raw.charAt(0);
		return FIRST.get(c) || c <= ' ' || c > '~' && (c < 0x4E00 || c > 0x9FFF);
	}

	/**
	 * Whether a placeholder might be somebody's name: a Latin word without anything
	 * around it, such as Null and Na.
	 * @param text a placeholder
	 */
	static boolean isLatinWord(String text) {
		return text.chars().allMatch((c) -> c < 128 && Character.isLetter(c));
	}

	/** Repeated or counted digits, which are typed to get past a required field. */
	static boolean isDummyNumber(String text) {
		if (!CodePoints.isAllDigits(text)) {
			return false;
		}
		return hasStep(text, 0) || isCounted(text);
	}

	/**
	 * Whether a text is no candidate or student number: a word without a digit, zeros,
	 * one digit six times or more, and counted digits. Short numbers may be real.
	 */
	static boolean isDummyKey(String text) {
		if (!hasDigit(text)) {
			return !Masks.inNumber(text) && IdDamage.numberFormat(text) == null;
		}
		if (text.charAt(0) != text.charAt(text.length() - 1) && text.charAt(0) > '1') {
			return false;
		}
		return CodePoints.isAllDigits(text)
				&& (hasStep(text, 0) && (text.charAt(0) == '0' || text.length() >= DUMMY_DIGITS) || isCounted(text));
	}

	/**
	 * Whether a text as read is a candidate or student number without anything to clean:
	 * digits and nothing else, which nobody typed to get past a required field.
	 * @param raw the text as read
	 */
	static boolean isNumberAsWritten(String raw) {
		return CodePoints.isAllDigits(raw) && !isPlaceholder(raw) && !isDummyKey(raw);
	}

	private static boolean hasDigit(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (CodePoints.isDigit(text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isCounted(String digits) {
		return digits.length() >= DUMMY_DIGITS && digits.charAt(0) <= '1' && hasStep(digits, 1);
	}

	/** The word without brackets, quotes and a closing full stop. */
	private static String core(String text) {
		int from = 0;
		int to = text.length();
		if (to > 1 && text.charAt(to - 1) == '。') {
			to--;
		}
		while (to - from > 2 && OPENING.indexOf(text.charAt(from)) >= 0
				&& OPENING.indexOf(text.charAt(from)) == CLOSING.indexOf(text.charAt(to - 1))) {
			from++;
			to--;
		}
		return text.substring(from, to).replace(" ", "").toUpperCase(Locale.ROOT);
	}

	/** Brackets with nothing in them are strokes as well. */
	private static boolean isStrokes(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (STROKES.indexOf(c) < 0 && OPENING.indexOf(c) < 0 && CLOSING.indexOf(c) < 0 && c != ' ') {
				return false;
			}
		}
		return true;
	}

	/** Counting goes on with 0 after 9. */
	private static boolean hasStep(String digits, int step) {
		for (int i = 1; i < digits.length(); i++) {
			if ((digits.charAt(i) - digits.charAt(i - 1) - step) % 10 != 0) {
				return false;
			}
		}
		return true;
	}

}
