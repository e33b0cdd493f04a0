package io.rollcall.cases;

import java.time.LocalDate;

import io.rollcall.cases.CaseFile.Held;
import io.rollcall.database.CopyBuffer;

/** Hands an answered case over to the database, column for column. */
final class AnsweredCase {

	static final String[] COLUMNS = { "case_id", "state", "answer", "answer_value", "answer_college", "evidence",
			"answered_by", "answered_on", "answer_note", "answer_ref", "answer_turn", "review", "review_value",
			"review_route", "reviewed_by", "reviewed_on", "review_note", "review_ref", "review_turn", "proposed",
			"proposed_ref", "offered", "offered_ref", "approved", "approved_on", "replaced", "route", "sent_on", "note",
			"set_aside" };

	static final String TABLE = """
			case_id text, state text, answer text, answer_value text, answer_college text, evidence text, answered_by text,
			answered_on date, answer_note text, answer_ref text, answer_turn text, review text, review_value text,
			review_route text, reviewed_by text, reviewed_on date, review_note text, review_ref text, review_turn text,
			proposed text, proposed_ref text, offered text, offered_ref text, approved text, approved_on date,
			replaced text, route text, sent_on date, note text, set_aside jsonb""";

	private AnsweredCase() {
	}

	static void add(CopyBuffer buffer, CaseFile one, CaseContext context) {
		Held college = one.college();
		Held registrar = one.registrar();
		boolean id = one.about().field().equals("id_no");
		buffer.add(one.id())
			.add(one.state().state())
			.add(one.state().answer())
			.add(college.given().value())
			.add(college.desk())
			.add(college.given().evidence())
			.add(college.given().by())
			.add(day(college.given().on()))
			.add(college.given().remark())
			.add(college.reference())
			.add(college.turn())
			.add(registrar.given().answer())
			.add(registrar.given().value())
			.add(registrar.given().route())
			.add(registrar.given().by())
			.add(day(registrar.given().on()))
			.add(registrar.given().remark())
			.add(registrar.reference())
			.add(registrar.turn())
			.add(id ? "" : one.proposed())
			.add(reference(one.proposed(), context))
			.add(id ? "" : one.offered())
			.add(reference(one.offered(), context))
			.add(one.approved())
			.add(day(one.approvedOn()))
			.add(one.replaced())
			.add(one.route())
			.add(day(one.sentOn()))
			.add(one.note())
			.add(one.setAside().map(SetAside::json).orElse(null))
			.endRow();
	}

	private static String reference(String value, CaseContext context) {
		return value.isEmpty() ? "" : CaseReferences.ofValue(value, context.salt());
	}

	private static String day(LocalDate day) {
		return (day != null) ? day.toString() : null;
	}

}
