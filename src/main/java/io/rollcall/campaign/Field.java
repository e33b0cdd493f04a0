package io.rollcall.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A canonical field: one fact about a student, whatever a source calls it . Two fields
 * are the same field when their names are equal.
 *
 * @param name the canonical name, such as {@code birth_date}
 * @param labels the words for people, by language ({@code zh}, {@code en})
 * @param type what kind of value it holds
 * @param key how much a difference matters
 * @param provinceControlled whether only the province may change it at the platform
 * @param width the platform's field width in bytes of GB18030, empty when not known
 * @param codeTable the name of the published code table of a {@link FieldType#CODE}
 * field, else empty
 * @param privacy how carefully its values are handled
 * @param headers the headers it is known by
 */
public record Field(String name, Map<String, String> labels, FieldType type, FieldKey key, boolean provinceControlled,
		Optional<Integer> width, Optional<String> codeTable, Privacy privacy, FieldHeaders headers) {

	/**
	 * The word for people.
	 * @param language {@code zh} or {@code en}
	 * @return the label
	 */
	public String label(String language) {
		return this.labels.getOrDefault(language, this.name);
	}

	/**
	 * Whether nobody has to act on a difference, so that it is for information only
	 * (docs/rules.md, "Severity of a difference").
	 * @return true for the keys "no", "info" and "state"
	 */
	public boolean informational() {
		return this.key == FieldKey.NO || this.key == FieldKey.INFO || this.key == FieldKey.STATE;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Field field && field.name.equals(this.name);
	}

	@Override
	public int hashCode() {
		return this.name.hashCode();
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * The headers that a field is known by.
	 *
	 * @param everywhere headers in every source: Chinese, database and pinyin names
	 * @param fallback headers of a code or of a less exact form, read only when the table
	 * has no better column for the field
	 * @param byRole further headers that mean this field in one role only
	 * @param contest headers that other systems use for another field
	 */
	public record FieldHeaders(List<String> everywhere, List<String> fallback, Map<SourceRole, List<String>> byRole,
			Optional<Contest> contest) {

		/**
		 * Every header that surely means this field in a role, fallbacks last.
		 * @param role the role
		 * @return the headers as they are written in the catalogue
		 */
		public List<String> in(SourceRole role) {
			return Stream.of(this.everywhere, this.byRole.getOrDefault(role, List.of()), this.fallback)
				.flatMap(List::stream)
				.toList();
		}

	}

	/**
	 * Headers that name this field in one system and another field in the next.
	 *
	 * @param headers the headers
	 * @param roles the roles in which the meaning is open
	 * @param rival the canonical name of the other field; when that has a column of its
	 * own, the header can only mean this field
	 */
	public record Contest(List<String> headers, List<SourceRole> roles, String rival) {
	}

}
