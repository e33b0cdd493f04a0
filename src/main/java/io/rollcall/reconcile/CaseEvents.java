package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects what happened to cases in this run. */
final class CaseEvents {

	private static final String[] COLUMNS = { "campaign_id", "run_id", "event_no", "finding_id", "kind", "code",
			"college", "student_key", "student_no", "name", "field", "before", "after", "by_whom", "on_date", "why",
			"place", "reference" };

	private final Statements statements;

	private final JudgeContext context;

	private final List<Event> events = new ArrayList<>();

	CaseEvents(Statements statements, JudgeContext context) {
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
	 * @param decision who decided what, or nothing
	 */
	record Event(String kind, About about, String before, String after, Decision decision) {

		@Override
		public String toString() {
			return this.kind;
		}

	}

	/** The case that changed. */
	record About(String findingId, String code, String college, String studentKey, String studentNo, String name,
			String field) {

		static About of(ResultSet row) throws SQLException {
			return new About(row.getString("finding_id"), row.getString("code"), row.getString("college"),
					row.getString("student_key"), row.getString("student_no"), row.getString("name"),
					row.getString("field"));
		}

		@Override
		public String toString() {
			return this.findingId;
		}

	}

	/** Who decided, when, why and from which file. */
	record Decision(String by, LocalDate on, String why, String place, String reference) {

		static final Decision NOBODY = new Decision("", null, "", "", "");

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
					.add(about.findingId())
					.add(event.kind())
					.add(about.code())
					.add(about.college())
					.add(about.studentKey())
					.add(about.studentNo())
					.add(about.name())
					.add(about.field())
					.add(event.before())
					.add(event.after())
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
