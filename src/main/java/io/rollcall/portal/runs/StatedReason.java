package io.rollcall.portal.runs;

import java.util.Map;

import io.rollcall.text.Messages;

/** Why somebody does something: he must say so, in a line or two. */
final class StatedReason {

	/** The field's name. */
	static final String FIELD = "reason";

	/** As many characters may be typed. */
	static final int LONGEST = 500;

	private StatedReason() {
	}

	/**
	 * The reason as it is kept.
	 * @param typed what somebody typed
	 * @return it, on one line and without characters that cannot be seen
	 */
	static String clean(String typed) {
		return typed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
	}

	/**
	 * What is wrong with a reason.
	 * @param clean the reason as it is kept
	 * @param messages the texts of the reader's language
	 * @return the sentence by the field's name; nothing when it is well
	 */
	static Map<String, String> wrong(String clean, Messages messages) {
		if (clean.isEmpty()) {
			return Map.of(FIELD, messages.get("runs.reason.missing"));
		}
		if (clean.codePointCount(0, clean.length()) > LONGEST) {
			return Map.of(FIELD, messages.get("runs.reason.long", LONGEST));
		}
		return Map.of();
	}

}
