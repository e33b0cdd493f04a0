package io.rollcall.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.rollcall.database.SqlScripts;

/** Collects what happened to cases in this run. */
final class CaseEvents {

	private static final String[] COLUMNS = { "campaign_id", "run_id", "event_no", "case_id", "case_no", "kind", "code",
			"college", "student_key", "student_no", "name", "field", "before", "after", "old_value", "new_value",
			"by_whom", "on_date", "why", "place", "reference" };

	private final SqlScripts statements;

	private final CaseContext context;

	private final List<Event> events = new ArrayList<>();

	CaseEvents(SqlScripts statements, CaseContext context) {
		this.statements = statements;
		this.context = context;
	}

	/**
	 * One change of a case.
	 *
	 * @param kind what happened
	 * @param about the case
	 * @param before the state before
	 * @param after the state after
	 * @param values what it was and what it became, as it may be shown
	 * @param decision who decided what, or nothing
	 */
	record Event(String kind, About about, String before, String after, Values values, Decision decision) {

		@Override
		public String toString() {
			return this.kind;
		}

	}

	/** The case that changed. */
	record About(String caseId, long caseNo, String code, String college, String studentKey, String studentNo,
			String name, String field) {

		static About of(ResultSet row) throws SQLException {
			return new About(row.getString("case_id"), row.getLong("case_no"), row.getString("code"),
					row.getString("college"), row.getString("student_key"), row.getString("student_no"),
					row.getString("name"), row.getString("field"));
		}

		@Override
		public String toString() {
			return this.caseId;
		}

	}

	/** A value before and after. */
	record Values(String before, String after) {

		static final Values NONE = new Values("", "");

		@Override
		public String toString() {
			return "values";
		}

	}

	/** Who decided, when, why and from which file. */
	record Decision(String by, LocalDate on, String why, String place, String reference) {

		@Override
		public String toString() {
			return this.reference;
		}

	}

	void add(Event event) {
		this.events.add(event);
	}

	void send() {
		this.statements.copy("case_event", (buffer) -> {
			int number = 0;
			for (Event event : this.events) {
				About about = event.about();
				Decision decision = event.decision();
				number++;
				buffer.add(this.context.campaignId())
					.add(this.context.run())
					.add(number)
					.add(about.caseId())
					.add(about.caseNo())
					.add(event.kind())
					.add(about.code())
					.add(about.college())
					.add(about.studentKey())
					.add(about.studentNo())
					.add(about.name())
					.add(about.field())
					.add(event.before())
					.add(event.after())
					.add(event.values().before())
					.add(event.values().after())
					.add(decision.by())
					.add((decision.on() != null) ? decision.on().toString() : null)
					.add(decision.why())
					.add(decision.place())
					.add(decision.reference())
					.endRow();
			}
		}, COLUMNS);
	}

}
