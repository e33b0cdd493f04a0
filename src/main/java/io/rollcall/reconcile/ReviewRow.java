package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import io.rollcall.reconcile.CaseEvents.About;
import io.rollcall.report.Seals;

/**
 * A row of a returned workbook, with the case it is about as it stands tonight.
 *
 * @param place where the answer stands
 * @param path the file
 * @param refusal why it cannot be used, or empty
 * @param about the case
 * @param subject the student
 * @param reader the college that answers, or {@code registrar}
 * @param open whether the case is found tonight
 * @param same whether the values are those that the decision was made on
 * @param state the case's state before
 * @param heldAnswer the college's answer that held before
 * @param answer the answer
 * @param correction the canonical value to register, or empty
 * @param evidence the kinds of proof seen
 * @param route the route chosen, or empty
 * @param by who answered
 * @param on when, or null
 * @param remark what else was written
 * @param reference tells this answer of this file apart from every other
 */
record ReviewRow(String place, String path, String refusal, About about, Subject subject, String reader, boolean open,
		boolean same, String state, String heldAnswer, String answer, String correction, String evidence, String route,
		String by, LocalDate on, String remark, String reference) {

	static ReviewRow of(ResultSet row) throws SQLException {
		Subject subject = new Subject(null, row.getString("student_key"), row.getString("college"),
				row.getString("student_no"), row.getString("candidate_no"), row.getString("name"),
				row.getString("major"), row.getString("class_name"));
		String reference = String.join("|", row.getString("sha256"), row.getString("finding_id"),
				row.getString("answer"));
		return new ReviewRow(row.getString("place"), row.getString("path"), row.getString("refusal"), About.of(row),
				subject, row.getString("reader"), row.getBoolean("open"), row.getBoolean("same"),
				row.getString("state"), row.getString("held_answer"), row.getString("answer"),
				row.getString("correction"), row.getString("evidence"), row.getString("route"),
				row.getString("answered_by"), row.getObject("answered_on", LocalDate.class), row.getString("remark"),
				reference);
	}

	boolean byRegistrar() {
		return this.reader.equals(Seals.REGISTRAR);
	}

	/** What counts when a later answer follows: it, with what it leaves unsaid. */
	ReviewRow after(ReviewRow later) {
		return new ReviewRow(later.place, later.path, later.refusal, later.about, later.subject, later.reader,
				later.open, later.same, later.state, later.heldAnswer, later.answer,
				later.correction.isEmpty() ? this.correction : later.correction,
				later.evidence.isEmpty() ? this.evidence : later.evidence,
				later.route.isEmpty() ? this.route : later.route, later.by, later.on, later.remark, later.reference);
	}

	/** A finding about this answer; one about the whole file where no case is known. */
	Reported reported(String code) {
		boolean nobody = this.subject.key().isEmpty();
		Subject whom = nobody ? new Subject(null, "F:reviews:" + this.path, "", "", "", "", "", "") : this.subject;
		return new Reported(code, whom, nobody ? "" : this.about.field()).at(List.of(this.place));
	}

	@Override
	public String toString() {
		return this.place;
	}

}
