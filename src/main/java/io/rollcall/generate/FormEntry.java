package io.rollcall.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a form that a student or a college sends in. Values stand in their canonical
 * notation, as in a {@link View}.
 */
final class FormEntry {

	private static final List<String> SUBJECT = List.of("student_no", "name", "college");

	private final Form form;

	private final Map<String, String> values = new HashMap<>();

	private String field = "";

	private String finding = "";

	/** Which form a row is written to. */
	enum Form {

		/** Reported errors, one a row. */
		CLAIMS("discrepancies"),
		/** Reported errors, several fields side by side in a row. */
		WIDE_CLAIMS("discrepancies"),
		/** Problems with accounts of the platform. */
		ACCOUNTS("accounts");

		private final String role;

		Form(String role) {
			this.role = role;
		}

		/** The folder below the input. */
		String role() {
			return this.role;
		}

	}

	private FormEntry(Form form) {
		this.form = form;
	}

	/** A row about a student, as yet without a matter. */
	static FormEntry of(Form form, Student student) {
		FormEntry row = new FormEntry(form);
		SUBJECT.forEach((name) -> row.put(name, student.get(name)));
		// The other forms have no column for it.
		return (form == Form.CLAIMS) ? row.put("candidate_no", student.get("candidate_no")) : row;
	}

	FormEntry copy() {
		FormEntry copy = new FormEntry(this.form).about(this.field);
		copy.values.putAll(this.values);
		return copy;
	}

	Form form() {
		return this.form;
	}

	String get(String content) {
		return this.values.getOrDefault(content, "");
	}

	FormEntry put(String content, String value) {
		this.values.put(content, value);
		return this;
	}

	/** The field that {@code said} and {@code right} are values of. */
	FormEntry about(String claimed) {
		this.field = claimed;
		return this;
	}

	String field() {
		return this.field;
	}

	/** The row belongs to no student: what must be found stands by its own numbers. */
	FormEntry expect(String code) {
		this.finding = code;
		return this;
	}

	String finding() {
		return this.finding;
	}

}
