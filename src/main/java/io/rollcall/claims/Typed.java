package io.rollcall.claims;

/**
 * What somebody typed into a cell.
 *
 * @param text the text, never null
 * @param numeric whether the file held it as a number or a date, so that long digits
 * cannot be trusted
 */
public record Typed(String text, boolean numeric) {

	/** Nothing. */
	public static final Typed NOTHING = new Typed("", false);

	/**
	 * Whether nothing was typed.
	 * @return true for an empty cell
	 */
	public boolean isBlank() {
		return this.text.isBlank();
	}

	@Override
	public String toString() {
		return isBlank() ? "blank" : "typed";
	}

}
