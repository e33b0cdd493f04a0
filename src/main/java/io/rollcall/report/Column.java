package io.rollcall.report;

import java.util.function.Function;

/**
 * One column of a table sheet. Its head is the text {@code report.column.<key>}.
 *
 * @param <T> what a row shows
 * @param key the text's key
 * @param width the width in half-width characters; a Chinese character takes two
 * @param kind what the column holds
 * @param value the cell's text
 */
record Column<T>(String key, int width, Kind kind, Function<T, String> value) {

	/** What a column holds. */
	enum Kind {

		/** Free text, cut after a sensible length, on as many lines as it takes. */
		TEXT,
		/** Text on one line. */
		LINE,
		/** Digits that are a name: student numbers and the like. */
		DIGITS,
		/** A whole number that people may sum up. */
		NUMBER,
		/** {@code E}, {@code W} or {@code I}, shown as a word in its colour. */
		SEVERITY

	}

}
