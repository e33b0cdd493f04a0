package io.rollcall.identity;

/**
 * Hides ID numbers. Forms with 18 places show their last 4 characters, with 15 places
 * their last 3, other known documents their last 2, and everything else nothing.
 */
public final class Masking {

	/** What stands for a number of which nothing may be shown. */
	public static final String FULL = "******";

	private Masking() {
	}

	/**
	 * Masks a number by its form.
	 * @param id the number
	 * @return asterisks and the last characters; {@link #FULL} for damaged, masked,
	 * malformed and short numbers; empty for blank
	 */
	public static String mask(IdNumber id) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Masks a number completely, for sheets that show the birth date as well.
	 * @param id the number
	 * @return {@link #FULL}, or empty for blank
	 */
	public static String maskFully(IdNumber id) {
		return id.isBlank() ? "" : FULL;
	}

	/**
	 * Masks everything in a text that may be an ID number.
	 * @param text free text or a raw cell; null counts as empty
	 * @return the text with such numbers masked
	 */
	public static String maskAnyNumbers(String text) {
		throw new UnsupportedOperationException();
	}

}
