package io.rollcall.intake;

/**
 * Something about a file that a person should know but that refuses nothing
 * (docs/rules.md, "Notices").
 *
 * @param kind what it is about, a stable word for machines
 * @param text one sentence in the user's language
 */
public record FileNotice(String kind, String text) {

	/** The file ends in the middle: whoever stood behind that place is missing in it. */
	public static final String CUT = "FILE_CUT";

}
