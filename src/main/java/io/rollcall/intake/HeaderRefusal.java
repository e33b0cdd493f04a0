package io.rollcall.intake;

import io.rollcall.text.Messages;

/** Why a table's header cannot be used: the reason {@code FILE_HEADER}. */
public final class HeaderRefusal {

	private final String key;

	private final Object[] arguments;

	private HeaderRefusal(String key, Object... arguments) {
		this.key = key;
		this.arguments = arguments;
	}

	/**
	 * Two columns for one field whose values differ.
	 * @param mapping the table's columns
	 * @param field the field
	 * @param row the number of the first row in which the values differ
	 * @return the refusal
	 */
	public static HeaderRefusal doubled(ColumnMapping mapping, io.rollcall.campaign.Field field, long row) {
		return new HeaderRefusal("headers.DOUBLED", field, row);
	}

	/**
	 * The sentence for people: what is missing or doubled and what to do.
	 * @param messages the texts of a language
	 * @return the sentence; it names headers, never a value
	 */
	public String sentence(Messages messages) {
		return messages.get(this.key, this.arguments);
	}

}
