package io.rollcall.intake;

import java.util.stream.Stream;

/**
 * What identifies the student of a record from run to run (contract, rulings 13 and 21):
 * candidate number, else student number, else canonical ID number and name, else the text
 * of a damaged, masked or malformed number and the name.
 */
public final class StudentKeys {

	private final References references;

	/**
	 * Keys made with an installation's key.
	 * @param references makes references that cannot be turned back into numbers
	 */
	public StudentKeys(References references) {
		this.references = references;
	}

	/**
	 * The key of a record.
	 * @param row the record
	 * @return a key that holds no ID number in clear
	 */
	public String of(ParsedRow row) {
		String candidate = row.canonical("candidate_no");
		if (candidate != null) {
			return "C:" + candidate;
		}
		String student = row.canonical("student_no");
		if (student != null) {
			return "S:" + student;
		}
		String name = row.name().comparison();
		String id = row.canonical("id_no");
		if (id != null) {
			return "I:" + this.references.of("id", id + "|" + name);
		}
		String damaged = Stream.of("candidate_no", "student_no", "id_no")
			.flatMap((field) -> row.value(field).stream())
			.filter((value) -> !value.isMissing())
			.map((value) -> value.cell().text())
			.findFirst()
			.orElse("");
		return "D:" + this.references.of("damaged", damaged + "|" + name);
	}

}
