package io.rollcall.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.text.Messages;

/** Why a table's header cannot be used: the reason {@code FILE_HEADER}. */
public final class HeaderRefusal {

	private final Kind kind;

	private final Function<Messages, String> sentence;

	private HeaderRefusal(Kind kind, Function<Messages, String> sentence) {
		this.kind = kind;
		this.sentence = sentence;
	}

	/** What is wrong with a header. */
	public enum Kind {

		/** No row looks like a header. */
		NOT_FOUND,
		/** The header lacks a column without which nobody can be recognised. */
		INCOMPLETE,
		/** Two columns for one field hold different values. */
		DOUBLED

	}

	/**
	 * Two columns for one field whose values differ.
	 * @param mapping the table's columns
	 * @param field the field
	 * @param row the number of the first row in which the values differ
	 * @return the refusal
	 */
	public static HeaderRefusal doubled(ColumnMapping mapping, Field field, long row) {
		return new HeaderRefusal(Kind.DOUBLED, (messages) -> {
			String columns = mapping.columns()
				.stream()
				.filter((column) -> column.field().filter(field::equals).isPresent())
				.map((column) -> messages.get("headers.column", column.header(), ShownHeader.letters(column.index())))
				.collect(Collectors.joining(messages.get("headers.and")));
			return messages.get("headers.DOUBLED", columns, label(field, messages), row, field.name());
		});
	}

	/**
	 * No header.
	 * @param inRows whether it was looked for in rows, and not among the names that the
	 * format itself gives to its fields (DBF)
	 */
	static HeaderRefusal notFound(boolean inRows, Field name, List<List<Field>> keys) {
		return new HeaderRefusal(Kind.NOT_FOUND, (messages) -> messages.get("headers.NOT_FOUND",
				searched(inRows, messages), one(name, messages), alternatives(keys, messages)));
	}

	static HeaderRefusal form(boolean inRows, SourceRole role, List<Field> numbers, List<Field> subjects) {
		return new HeaderRefusal(Kind.INCOMPLETE,
				(messages) -> messages.get("headers.FORM", searched(inRows, messages),
						alternatives(numbers.stream().map(List::of).toList(), messages),
						alternatives(subjects.stream().map(List::of).toList(), messages), role.word()));
	}

	static HeaderRefusal incomplete(ColumnMapping nearest, SourceRole role, List<Field> missing,
			List<List<Field>> keys) {
		return new HeaderRefusal(Kind.INCOMPLETE, (messages) -> {
			List<String> lacking = new ArrayList<>();
			missing.forEach((field) -> lacking.add(one(field, messages)));
			if (!keys.isEmpty()) {
				lacking.add(alternatives(keys, messages));
			}
			String place = (nearest.lastHeaderRow() == 0) ? messages.get("headers.inFieldNames")
					: messages.get("headers.inRow", nearest.lastHeaderRow());
			return messages.get("headers.INCOMPLETE", place, String.join(messages.get("headers.and"), lacking),
					role.word());
		});
	}

	/**
	 * What is wrong.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * The sentence for people: what is missing or doubled and what to do.
	 * @param messages the texts of a language
	 * @return the sentence; it names headers, never a value
	 */
	public String sentence(Messages messages) {
		return this.sentence.apply(messages);
	}

	private static String searched(boolean inRows, Messages messages) {
		return inRows ? messages.get("headers.searchedRows", HeaderMapper.SEARCH_ROWS)
				: messages.get("headers.searchedFieldNames");
	}

	private static String one(Field field, Messages messages) {
		return messages.get("headers.one", label(field, messages));
	}

	private static String alternatives(List<List<Field>> keys, Messages messages) {
		if (keys.size() == 1 && keys.get(0).size() == 1) {
			return one(keys.get(0).get(0), messages);
		}
		return messages.get("headers.oneOf", keys.stream()
			.map((fields) -> fields.stream().map((field) -> label(field, messages)).collect(Collectors.joining("+")))
			.map((labels) -> messages.get("headers.quoted", labels))
			.collect(Collectors.joining(messages.get("headers.or"))));
	}

	private static String label(Field field, Messages messages) {
		return field.label(messages.locale().getLanguage());
	}

}
