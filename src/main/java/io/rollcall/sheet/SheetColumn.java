package io.rollcall.sheet;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One column of a table sheet. Its head is the text {@code report.column.<key>}.
 *
 * @param <T> what a row shows
 * @param key the text's key
 * @param width the width in half-width characters; a Chinese character takes two
 * @param kind what the column holds
 * @param value the cell's text
 * @param marked the rows in which the cell stands out
 */
public record SheetColumn<T>(String key, int width, Kind kind, Function<T, String> value, Predicate<T> marked) {

	/** A column whose cells are never marked. */
	public SheetColumn(String key, int width, Kind kind, Function<T, String> value) {
		this(key, width, kind, value, (row) -> false);
	}

	/** A column that the reader fills in. */
	public static <T> SheetColumn<T> answer(String key, int width, Kind kind) {
		return answer(key, width, kind, (row) -> "");
	}

	/** A column that the reader fills in, with what he said before. */
	public static <T> SheetColumn<T> answer(String key, int width, Kind kind, Function<T, String> held) {
		return new SheetColumn<>(key, width, kind, held);
	}

	/** What a column holds. */
	public enum Kind {

		/** Free text, cut after a sensible length, on as many lines as it takes. */
		TEXT,
		/** Text that is never cut, on as many lines as it takes. */
		LONG,
		/** Text on one line. */
		LINE,
		/** A day or another short text, in the middle. */
		CENTERED,
		/** Digits that are a name: student numbers and the like. */
		DIGITS,
		/** A whole number that people may sum up. */
		NUMBER,
		/** A number with one decimal. */
		DECIMAL,
		/** A share from 0 to 1. */
		PERCENT,
		/** {@code E}, {@code W} or {@code I}, shown as a word in its colour. */
		SEVERITY,
		/** A case's number, which leads to the sheet of long texts. */
		LINK,
		/** To be filled in: text. */
		ANSWER,
		/** To be filled in: a day. */
		ANSWER_DATE;

		/** Whether the text may take several lines. */
		boolean isWrapped() {
			return this == TEXT || this == LONG;
		}

		/** Whether people write into it. */
		boolean isAnswer() {
			return this == ANSWER || this == ANSWER_DATE;
		}

	}

}
