package io.rollcall.identity;

/**
 * Numbers built like those of GB 11643: six digits, birth date, order, check character.
 */
final class ResidentNumbers {

	/** Nobody older has a number, and four digits below are a typing error. */
	static final int FIRST_BIRTH_YEAR = 1800;

	/** Stand-ins for the last X that neither upper case nor NFKC turns into one. */
	private static final String X_VARIANTS = "*\u00D7\u0425\u03A7";

	private ResidentNumbers() {
	}

	static boolean isXVariant(char c) {
		return X_VARIANTS.indexOf(c) >= 0;
	}

	/** Whether a text in upper case is 17 digits with a digit or X behind. */
	static boolean hasEighteenPlaces(String text) {
		return text.length() == 18 && CodePoints.isAllDigits(text, 0, 17)
				&& (CodePoints.isDigit(text.charAt(17)) || text.charAt(17) == 'X');
	}

	/** The card whose numbers look like this, by the first six digits. */
	static IdForm formOf(String eighteen) {
		if (eighteen.startsWith("0000", 2) && eighteen.charAt(0) == '8' && "123".indexOf(eighteen.charAt(1)) >= 0) {
			return IdForm.RESIDENCE_PERMIT_18;
		}
		if (eighteen.charAt(0) == '9' && Divisions.isProvince(eighteen.substring(1, 3))) {
			return IdForm.FOREIGNER_18;
		}
		return IdForm.RESIDENT_18;
	}

	static IdNumber eighteen(IdDraft draft, IdForm form) {
		String text = draft.text;
		boolean valid = CheckCharacters.isResidentValid(text);
		if (text.endsWith("000")) {
			draft.problem(valid ? IdProblem.TAIL_000_PLAUSIBLE : IdProblem.TAIL_000);
			if (!valid) {
				return draft.finish(form);
			}
		}
		if (!valid) {
			draft.problem(IdProblem.CHECKSUM);
			if (isDoubleTail(text)) {
				draft.problem(IdProblem.DOUBLE_TAIL);
			}
		}
		draft.birth(number(text, 6, 10), number(text, 10, 12), number(text, 12, 14));
		draft.sex(isOdd(text.charAt(16)));
		return draft.finish(form);
	}

	/**
	 * The old form. One with an impossible date stays as it is: it may as well be the
	 * beginning of a number with 18 places.
	 */
	static IdNumber fifteen(IdDraft draft) {
		String text = draft.text;
		if (draft.birth(1900 + number(text, 6, 8), number(text, 8, 10), number(text, 10, 12))) {
			draft.canonical(toEighteen(text), Normalisation.FIFTEEN_TO_EIGHTEEN);
			draft.sex(isOdd(text.charAt(14)));
		}
		return draft.finish(IdForm.RESIDENT_15);
	}

	/** The 18-digit form of an old number (GB 11643); births before 2000 only. */
	static String toEighteen(String fifteen) {
		String seventeen = fifteen.substring(0, 6) + "19" + fifteen.substring(6);
		return seventeen + CheckCharacters.resident(seventeen);
	}

	/**
	 * Whether 18 digits are a multiple of the distance between neighbouring doubles, as
	 * every number is that went through one.
	 */
	private static boolean isDoubleTail(String text) {
		if (text.charAt(17) == 'X') {
			return false;
		}
		long value = Long.parseLong(text);
		long spacing = (long) Math.ulp((double) value);
		return spacing > 1 && value % spacing == 0;
	}

	private static boolean isOdd(char digit) {
		return (digit & 1) == 1;
	}

	private static int number(String text, int from, int to) {
		int number = 0;
		for (int i = from; i < to; i++) {
			number = number * 10 + text.charAt(i) - '0';
		}
		return number;
	}

}
