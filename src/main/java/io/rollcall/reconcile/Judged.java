package io.rollcall.reconcile;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a student: the seed of a finding.
 *
 * @param code the finding's code
 * @param student the student
 * @param field the canonical field, or empty
 * @param severity how grave it is, or null for the catalogue's word
 * @param detail what is the matter, without naming any other student
 * @param privateDetail what only the registrar may read: other students concerned
 * @param suggestion what could be done, or empty
 * @param cause the proposed cause's code, or empty
 * @param route the proposed route's code, or empty
 * @param odd the source whose value is the odd one out, or empty
 * @param group what the findings of several students about one thing share, or empty
 * @param partner tells findings of one code, student and field about different partners
 * apart
 * @param roles the sources whose places and values are shown
 * @param everyRow whether folded rows are shown too
 * @param places further places to show, joined by semicolons
 * @param reader who reads it beside the registrar
 */
record Judged(String code, long student, String field, @Nullable String severity, String detail, String privateDetail,
		String suggestion, String cause, String route, String odd, String group, String partner, List<String> roles,
		boolean everyRow, String places, Reader reader) {

	/** Who reads a finding beside the registrar. */
	enum Reader {

		/** The student's college. */
		COLLEGE,
		/** Nobody: a record behind it is probably another student's. */
		REGISTRAR

	}

	static Judged of(String code, long student, String field, List<String> roles) {
		return new Judged(code, student, field, null, "", "", "", "", "", "", "", "", roles, false, "", Reader.COLLEGE);
	}

	Judged severity(String severity) {
		return new Judged(this.code, this.student, this.field, severity, this.detail, this.privateDetail,
				this.suggestion, this.cause, this.route, this.odd, this.group, this.partner, this.roles, this.everyRow,
				this.places, this.reader);
	}

	Judged detail(String text, String suggestion) {
		return new Judged(this.code, this.student, this.field, this.severity, text, this.privateDetail, suggestion,
				this.cause, this.route, this.odd, this.group, this.partner, this.roles, this.everyRow, this.places,
				this.reader);
	}

	Judged routed(String cause, String route, String odd) {
		return new Judged(this.code, this.student, this.field, this.severity, this.detail, this.privateDetail,
				this.suggestion, cause, route, odd, this.group, this.partner, this.roles, this.everyRow, this.places,
				this.reader);
	}

	Judged odd(String role) {
		return new Judged(this.code, this.student, this.field, this.severity, this.detail, this.privateDetail,
				this.suggestion, this.cause, this.route, role, this.group, this.partner, this.roles, this.everyRow,
				this.places, this.reader);
	}

	Judged about(String group, String privateDetail, String partner) {
		return new Judged(this.code, this.student, this.field, this.severity, this.detail, privateDetail,
				this.suggestion, this.cause, this.route, this.odd, group, partner, this.roles, this.everyRow,
				this.places, this.reader);
	}

	Judged withEveryRow() {
		return new Judged(this.code, this.student, this.field, this.severity, this.detail, this.privateDetail,
				this.suggestion, this.cause, this.route, this.odd, this.group, this.partner, this.roles, true,
				this.places, this.reader);
	}

	Judged alsoAt(String more) {
		return new Judged(this.code, this.student, this.field, this.severity, this.detail, this.privateDetail,
				this.suggestion, this.cause, this.route, this.odd, this.group, this.partner, this.roles, this.everyRow,
				more, this.reader);
	}

	/** Only the registrar reads it where the condition holds. */
	Judged forRegistrarIf(boolean condition) {
		return new Judged(this.code, this.student, this.field, this.severity, this.detail, this.privateDetail,
				this.suggestion, this.cause, this.route, this.odd, this.group, this.partner, this.roles, this.everyRow,
				this.places, condition ? Reader.REGISTRAR : this.reader);
	}

	@Override
	public String toString() {
		return this.code + " " + this.student;
	}

}
