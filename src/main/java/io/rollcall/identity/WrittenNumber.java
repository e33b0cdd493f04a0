package io.rollcall.identity;

/** Numbers that stood in numeric cells of spreadsheets. */
final class WrittenNumber {

	/** Digits that a binary floating-point number keeps. */
	static final int RELIABLE_DIGITS = 15;

	private WrittenNumber() {
	}

	/**
	 * The digits as somebody wrote them, or null where the cell cannot have kept them.
	 * @param plainDecimal the number's decimal notation
	 */
	static String digits(String plainDecimal) {
		String text = plainDecimal.endsWith(".0") ? plainDecimal.substring(0, plainDecimal.length() - 2) : plainDecimal;
		return (text.length() <= RELIABLE_DIGITS && CodePoints.isAllDigits(text)) ? text : null;
	}

}
