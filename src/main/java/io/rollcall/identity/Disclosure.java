package io.rollcall.identity;

import java.util.regex.Pattern;

/**
 * Whether a value of a column of codes or words may be shown where no student is spoken
 * of. In a shifted column may stand what belongs to a person, so in doubt nothing is
 * shown.
 */
public final class Disclosure {

	private static final int LONGEST = 24;

	/** Codes are shorter than dates, telephone and document numbers. */
	private static final int MOST_DIGITS = 5;

	/** What words of tables, statuses and units end in, and names hardly do. */
	private static final String ENDINGS = "族党盟社派众院系部校证照簿籍册格员";

	private static final Pattern SEVERAL_WORDS = Pattern.compile(".*\\p{IsLatin}[\\s·.,'-]+\\p{IsLatin}.*");

	private Disclosure() {
	}

	/**
	 * Whether a value looks like a word or a code and not like somebody's name, number or
	 * address.
	 * @param text the value as read
	 * @return true when it may be shown
	 */
	public static boolean isHarmless(String text) {
		String plain = Cleaned.text(text).text();
		int length = plain.codePointCount(0, plain.length());
		boolean number = plain.codePoints().filter(Character::isDigit).count() > MOST_DIGITS;
		return length > 0 && length <= LONGEST && !number && plain.indexOf('@') < 0 && !isName(plain, length);
	}

	private static boolean isName(String text, int length) {
		if (SEVERAL_WORDS.matcher(text).matches() || text.indexOf(CodePoints.MIDDLE_DOT) >= 0) {
			return true;
		}
		boolean hanzi = text.codePoints().allMatch((c) -> CodePoints.isHanzi(c) || LookAlikes.isOne(c) || c == '*');
		boolean word = ENDINGS.indexOf(text.codePointBefore(text.length())) >= 0;
		return hanzi && length >= 2 && length <= 4 && !word && Surnames.begins(HanziText.fold(text));
	}

}
