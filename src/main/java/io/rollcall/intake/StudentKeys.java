package io.rollcall.intake;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What can stand for a student who has neither a candidate nor a student number, from run
 * to run: canonical ID number and name, else the text of a damaged, masked or malformed
 * number and the name. Never a number in clear.
 */
public final class StudentKeys {

	private final KeyedReferences references;

	/**
	 * Keys made with an installation's key.
	 * @param references makes references that cannot be turned back into numbers
	 */
	public StudentKeys(KeyedReferences references) {
		this.references = references;
	}

	/**
	 * The key of a record for want of a better one.
	 * @param row the record
	 * @return {@code I:} and a reference to its ID number and name, or {@code D:} and a
	 * reference to what can be read; null for a record that has a better one, of whose
	 * canonical ID number and name {@link #spare(String, String)} makes the same
	 */
	public @Nullable String spare(ParsedRow row) {
		String name = row.name().comparison();
		String id = row.canonical("id_no");
		if (id != null) {
			boolean hasNumber = row.canonical("candidate_no") != null || row.canonical("student_no") != null;
			return (hasNumber && id.equals(row.id().keyText()) && name.equals(row.canonical("name"))) ? null
					: spare(id, name);
		}
		String damaged = Stream.of("candidate_no", "student_no", "id_no")
			.flatMap((field) -> row.value(field).stream())
			.filter((value) -> !value.isMissing())
			.map((value) -> value.cell().text())
			.findFirst()
			.orElse("");
		return "D:" + this.references.of("damaged", damaged + "|" + name);
	}

	/**
	 * The key of a student by an ID number and a name.
	 * @param id the canonical ID number
	 * @param name the name's comparison form
	 * @return {@code I:} and a reference
	 */
	public String spare(String id, String name) {
		return "I:" + this.references.of("id", id + "|" + name);
	}

	/**
	 * The reference of a value that a refused row holds.
	 * @param clue field and value
	 * @return field and reference
	 */
	public String clue(Reject.Clue clue) {
		return clue.field() + ":" + this.references.of(clue.field(), clue.value());
	}

	/**
	 * The reference of a value, made as {@link #clue(Reject.Clue)} makes it.
	 * @param field the canonical field
	 * @param value the canonical value
	 * @return field and reference
	 */
	public String clue(String field, String value) {
		return clue(new Reject.Clue(field, value));
	}

}
