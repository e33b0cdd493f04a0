package io.rollcall.identity;

/**
 * Layouts of documents other than the resident card. Check characters of Hong Kong and
 * Taiwan are judged as the usual validators do (Hutool's IdcardUtil); Macao's rule is not
 * public, and passports have none.
 */
final class OtherDocuments {

	private static final int NEW_PASSPORT = 9;

	private static final int FEWEST_DIGITS = 5;

	private OtherDocuments() {
	}

	/**
	 * The layout of a text that is no number with 15 or 18 digits.
	 * @param text the cleaned text in upper case
	 * @return the layout, or UNKNOWN
	 */
	static IdForm formOf(String text) {
		IdForm form = ordinaryFormOf(text);
		return (form == IdForm.UNKNOWN && isNewPassport(text)) ? IdForm.PASSPORT : form;
	}

	private static IdForm ordinaryFormOf(String text) {
		int letters = leadingLetters(text);
		String digits = text.substring(letters);
		return switch (letters) {
			case 0 -> formOfDigits(digits);
			case 1 -> formOfOneLetter(text, digits);
			case 2 -> formOfHongKongOrPassport(text, digits);
			case 3 -> (digits.length() == 12 && CodePoints.isAllDigits(digits)) ? IdForm.FOREIGNER_15 : IdForm.UNKNOWN;
			default -> IdForm.UNKNOWN;
		};
	}

	private static IdForm formOfDigits(String text) {
		if (isMacaoId(text)) {
			return IdForm.MACAO_ID;
		}
		return isTaiwanPermit(text) ? IdForm.TAIWAN_PERMIT : IdForm.UNKNOWN;
	}

	/** Some Macao identity cards look the same without their brackets. */
	static boolean isTaiwanPermit(String text) {
		return (text.length() == 8 || text.length() == 10) && CodePoints.isAllDigits(text);
	}

	/**
	 * One letter, so that no passport of Hong Kong looks the same: those have nine
	 * places.
	 */
	static boolean isHongKongId(String text) {
		return leadingLetters(text) == 1 && hasHongKongDigits(text.substring(1));
	}

	private static IdForm formOfOneLetter(String text, String digits) {
		int length = digits.length();
		if (CodePoints.isAllDigits(digits)) {
			if ((length == 8 || length == 10) && "HM".indexOf(text.charAt(0)) >= 0) {
				return (text.charAt(0) == 'H') ? IdForm.HONG_KONG_PERMIT : IdForm.MACAO_PERMIT;
			}
			if (length == 9) {
				return IdForm.TAIWAN_ID;
			}
		}
		return formOfHongKongOrPassport(text, digits);
	}

	/**
	 * Without brackets a Hong Kong number looks like a passport number: then only a right
	 * check character makes it one.
	 */
	private static IdForm formOfHongKongOrPassport(String text, String digits) {
		if (hasHongKongDigits(digits)) {
			boolean passport = CodePoints.isAllDigits(digits);
			if (!passport || CheckCharacters.isHongKongValid(text)) {
				return IdForm.HONG_KONG_ID;
			}
		}
		return isPassport(digits) ? IdForm.PASSPORT : IdForm.UNKNOWN;
	}

	private static boolean isPassport(String digits) {
		return (digits.length() == 7 || digits.length() == 8) && CodePoints.isAllDigits(digits);
	}

	/**
	 * Passports of newer series mix letters among their nine places: M123A4567 (Korea),
	 * C01X00T47 (Germany), P123456AA (Canada), 12AB34567 (France). None has a letter that
	 * is taken for a digit.
	 */
	private static boolean isNewPassport(String text) {
		if (text.length() != NEW_PASSPORT) {
			return false;
		}
		int digits = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (CodePoints.isDigit(c)) {
				digits++;
			}
			else if (!CodePoints.isUpperLatin(c) || i > 0 && (c == 'O' || c == 'I')) {
				return false;
			}
		}
		boolean french = leadingLetters(text.substring(2)) == 2 && CodePoints.isAllDigits(text, 4, NEW_PASSPORT)
				&& CodePoints.isAllDigits(text, 0, 2);
		return french
				|| CodePoints.isUpperLatin(text.charAt(0)) && digits >= FEWEST_DIGITS && digits < NEW_PASSPORT - 1;
	}

	private static boolean hasHongKongDigits(String digits) {
		String plain = withoutBrackets(digits);
		return plain.length() == 7 && CodePoints.isAllDigits(plain, 0, 6)
				&& (CodePoints.isDigit(plain.charAt(6)) || plain.charAt(6) == 'A');
	}

	private static boolean isMacaoId(String text) {
		String plain = withoutBrackets(text);
		return plain.length() == 8 && "157".indexOf(plain.charAt(0)) >= 0 && CodePoints.isAllDigits(plain, 0, 7)
				&& (CodePoints.isDigit(plain.charAt(7)) || CodePoints.isUpperLatin(plain.charAt(7)));
	}

	/** Takes brackets away only where they enclose exactly the last character. */
	static String withoutBrackets(String text) {
		int end = text.length() - 1;
		boolean enclosed = end > 2 && text.charAt(end) == ')' && text.charAt(end - 2) == '(';
		return enclosed ? text.substring(0, end - 2) + text.charAt(end - 1) : text;
	}

	/** Reads a number of a layout that {@link #formOf} found. */
	static IdNumber read(IdDraft draft, IdForm form) {
		String plain = withoutBrackets(draft.text);
		if (plain.length() < draft.text.length()) {
			draft.canonical(plain, Normalisation.CHECK_BRACKETS);
		}
		switch (form) {
			case HONG_KONG_PERMIT, MACAO_PERMIT -> cutReissue(draft, plain, 9);
			case TAIWAN_PERMIT -> cutReissue(draft, plain, 8);
			case HONG_KONG_ID -> check(draft, CheckCharacters.isHongKongValid(plain));
			case TAIWAN_ID -> readTaiwanId(draft, plain);
			default -> {
				// nothing is known of what is inside
			}
		}
		return draft.finish(form);
	}

	private static void cutReissue(IdDraft draft, String plain, int length) {
		if (plain.length() > length) {
			draft.canonical(plain.substring(0, length), Normalisation.REISSUE);
		}
	}

	private static void check(IdDraft draft, boolean valid) {
		if (!valid) {
			draft.problem(IdProblem.CHECKSUM);
		}
	}

	/** The first digit tells the sex: 1 and 8 male, 2 and 9 female (8, 9: foreigners). */
	private static void readTaiwanId(IdDraft draft, String text) {
		int place = "1829".indexOf(text.charAt(1));
		check(draft, place >= 0 && CheckCharacters.isTaiwanValid(text));
		if (place >= 0) {
			draft.sex(place < 2);
		}
	}

	private static int leadingLetters(String text) {
		int letters = 0;
		while (letters < text.length() && CodePoints.isUpperLatin(text.charAt(letters))) {
			letters++;
		}
		return letters;
	}

}
