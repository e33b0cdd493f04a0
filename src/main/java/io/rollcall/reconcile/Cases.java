package io.rollcall.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rollcall.reconcile.CaseEvents.About;
import io.rollcall.reconcile.CaseEvents.Decision;
import io.rollcall.reconcile.CaseEvents.Event;
import io.rollcall.report.Corrections;

/**
 * Follows cases from night to night: what people answered is entered once, holds as long
 * as the values it was given on, and is handed over when the registrar approved it. Only
 * evidence closes a case: a run in which it is found no more.
 */
final class Cases {

	private final Statements statements;

	private final JudgeContext context;

	private final CaseEvents events;

	Cases(Statements statements, JudgeContext context) {
		this.statements = statements;
		this.context = context;
		this.events = new CaseEvents(statements, context);
	}

	/**
	 * Follows the cases of the run.
	 * @param claimed the canonical values that students claim, by student key and field
	 */
	void follow(Map<String, String> claimed) {
		this.statements.with("salt", this.context.clue().apply("values", "salt")).run("cases");
		this.statements.query("case_changes", (row) -> this.events.add(new Event(row.getString("kind"), About.of(row),
				row.getString("before"), row.getString("after"), Decision.NOBODY)));
		answers();
		this.statements.run("link_decisions");
		new Approved(this.statements, this.context, this.events, Corrections::fits).hand(claimed);
		this.events.send();
	}

	/** Enters what returned workbooks decide. */
	private void answers() {
		List<ReviewRow> rows = new ArrayList<>();
		this.statements.query("review_rows", (row) -> rows.add(ReviewRow.of(row)));
		if (rows.isEmpty()) {
			return;
		}
		Set<String> before = new HashSet<>();
		this.statements.query("answers_before", (row) -> before.add(row.getString("reference")));
		ReportedRows reported = new ReportedRows(this.statements.with("role", "reviews"));
		Map<String, ReviewRow> changed = new LinkedHashMap<>();
		Map<String, CaseState> states = new HashMap<>();
		for (ReviewRow row : rows) {
			reported.add(enter(row, before, states, changed));
		}
		write(states, changed);
		reported.send();
		this.statements.run("reviews_seen");
	}

	private Reported enter(ReviewRow row, Set<String> before, Map<String, CaseState> states,
			Map<String, ReviewRow> changed) {
		if (!row.refusal().isEmpty()) {
			return row.reported("REVIEW_REFUSED").detail(row.refusal()).suggest(text("REVIEW_REFUSED.todo"));
		}
		boolean known = before.contains(row.reference());
		if (row.open() ? !row.same() : !known) {
			return row.reported("REVIEW_STALE")
				.detail(text(row.open() ? "REVIEW_STALE" : "REVIEW_STALE.gone", told(row)))
				.suggest(text("REVIEW_STALE.todo"));
		}
		if (!known) {
			CaseState old = states.getOrDefault(row.about().findingId(), new CaseState(row.state(), row.heldAnswer()));
			CaseState now = row.byRegistrar() ? old.registrar(row.answer()) : old.college(row.answer());
			states.put(row.about().findingId(), now);
			changed.merge(row.about().findingId(), row, ReviewRow::after);
			this.events.add(new Event("answered", row.about(), old.state(), now.state(),
					new Decision(row.by(), row.on(), why(row), row.place(), row.reference())));
		}
		return row.reported("REVIEW_APPLIED").detail(text("REVIEW_APPLIED", told(row)));
	}

	/** Who said what. */
	private String told(ReviewRow row) {
		String reader = row.byRegistrar() ? text("review.registrar") : row.reader();
		return text("review.told", reader, text("answer." + row.answer()), row.by().isEmpty() ? "–" : row.by(),
				(row.on() != null) ? row.on().toString() : "–");
	}

	private String why(ReviewRow row) {
		List<String> parts = new ArrayList<>(List.of(told(row)));
		if (!row.correction().isEmpty()) {
			parts.add(text("review.correction"));
		}
		if (!row.evidence().isEmpty()) {
			parts.add(text("claim.evidence", row.evidence()));
		}
		if (!row.route().isEmpty()) {
			parts.add(text("review.route", row.route()));
		}
		if (!row.remark().isEmpty()) {
			parts.add(this.context.masked(row.remark()));
		}
		return String.join(text("stop.mark"), parts);
	}

	private void write(Map<String, CaseState> states, Map<String, ReviewRow> changed) {
		this.statements.table("answered",
				"finding_id text, state text, answer text, by_whom text, on_date date, correction text, route text,"
						+ " evidence text, registrar text",
				(buffer) -> changed.forEach((id, row) -> {
					LocalDate on = row.on();
					buffer.add(id)
						.add(states.get(id).state())
						.add(states.get(id).answer())
						.add(row.by())
						.add((on != null) ? on.toString() : null)
						.add(row.correction())
						.add(row.route())
						.add(row.evidence())
						.add(row.byRegistrar() ? row.answer() : "")
						.endRow();
				}), "finding_id", "state", "answer", "by_whom", "on_date", "correction", "route", "evidence",
				"registrar");
		this.statements.update("""
				update finding f
				   set state = a.state, answer = a.answer, answered_by = a.by_whom, answered_on = a.on_date,
				       correction = coalesce(nullif(a.correction, ''), f.correction),
				       chosen_route = coalesce(nullif(a.route, ''), f.chosen_route),
				       evidence_seen = coalesce(nullif(a.evidence, ''), f.evidence_seen), registrar_answer = a.registrar
				  from answered a where f.run_id = :run and f.finding_id = a.finding_id
				""");
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

}
