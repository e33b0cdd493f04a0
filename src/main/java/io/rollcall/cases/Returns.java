package io.rollcall.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rollcall.cases.CaseEvents.Decision;
import io.rollcall.cases.CaseEvents.Event;
import io.rollcall.cases.CaseEvents.Values;
import io.rollcall.cases.CaseFile.Held;
import io.rollcall.cases.ReturnedRow.Given;
import io.rollcall.database.SqlScripts;

/**
 * Enters what returned workbooks and answers on pages decide, in the order in which
 * answers count. No answer is entered that was given on other values than tonight's, or
 * that another one of the same night contradicts (contract, rulings 28 and 32).
 */
final class Returns {

	private final SqlScripts statements;

	private final CaseContext context;

	private final CaseEvents events;

	private final Map<String, CaseFile> cases;

	private final Routes routes;

	private final EarlierAnswers earlier;

	private final AnswerWords words;

	private final Map<String, LocalDate> accepted = new HashMap<>();

	private final List<ReturnOutcome> outcomes = new ArrayList<>();

	Returns(SqlScripts statements, CaseContext context, CaseEvents events, Map<String, CaseFile> cases, Routes routes) {
		this.statements = statements;
		this.context = context;
		this.events = events;
		this.cases = cases;
		this.routes = routes;
		this.earlier = new EarlierAnswers(statements);
		this.words = new AnswerWords(context);
	}

	/** Enters all rows; afterwards every one has an outcome. */
	List<ReturnOutcome> enter() {
		List<ReturnedRow> rows = new ArrayList<>();
		this.statements.query("returned", (row) -> rows.add(ReturnedRow.of(row)));
		if (rows.isEmpty()) {
			return List.of();
		}
		Contradictions contradictions = new Contradictions(rows.stream()
			.filter((row) -> !row.isRefused() && !this.earlier.isKnown(row) && !isSent(row) && !row.isPage())
			.toList(), this::matter);
		Map<ReturnedRow, ReturnOutcome> told = new LinkedHashMap<>();
		for (ReturnedRow row : rows) {
			String against = contradictions.against(row);
			told.put(row, (against == null) ? enter(row) : contradicted(row, against));
		}
		told.values().forEach((outcome) -> this.outcomes.add(isEnded(outcome) ? ended(outcome) : outcome));
		return this.outcomes;
	}

	/**
	 * What the version before had accepted is not refused now, but nobody can say what
	 * holds.
	 */
	private ReturnOutcome contradicted(ReturnedRow row, String against) {
		CaseFile one = this.cases.get(row.caseId());
		if (row.old() && one != null) {
			one.note("migrated-contradiction");
			return stale(row, "contradicts");
		}
		return refused(row, text("REVIEW_REFUSED.contradicts", row.place(), against));
	}

	private static boolean isSent(ReturnedRow row) {
		return row.given().answer().equals("SENT");
	}

	/** What an answer decides: both sides of a probable link together. */
	private String matter(ReturnedRow row) {
		CaseFile one = this.cases.get(row.caseId());
		if (one == null || one.otherId().isEmpty()) {
			return row.about().storedCase();
		}
		return (one.id().compareTo(one.otherId()) < 0) ? one.id() + one.otherId() : one.otherId() + one.id();
	}

	private ReturnOutcome enter(ReturnedRow row) {
		if (row.isRefused()) {
			return refused(row, row.refusal());
		}
		CaseFile one = this.cases.get(row.caseId());
		if (this.earlier.isKnown(row)) {
			return (one != null && this.earlier.isLapsed(row)) ? stale(row, row.same() ? "again" : "changed")
					: applied(row);
		}
		if (one == null || !one.isOpen()) {
			return stale(row, "gone");
		}
		if (this.earlier.wasStale(row)) {
			return stale(row, row.same() ? "again" : "changed");
		}
		if (!row.same()) {
			return stale(row, "changed");
		}
		if (isSent(row)) {
			return handedIn(row, one);
		}
		return enter(row, one, AnswerEffect.of(row, one, this::reference));
	}

	private ReturnOutcome enter(ReturnedRow row, CaseFile one, AnswerEffect effect) {
		return switch (effect.kind()) {
			case STALE -> stale(row, effect.why());
			case NO_VALUE ->
				row.isPage() ? stale(row, "changed") : refused(row, text("REVIEW_REFUSED.no-value", row.place()));
			case COLLEGE -> college(row, one, effect.value());
			case APPROVAL -> approved(row, one, effect.value());
			case DECISION -> decided(row, one);
			case NOTHING -> {
				sides(one).forEach((side) -> answered(row, side, side.state().state(), Values.NONE, ""));
				yield applied(row, text("review.nothing"));
			}
			case WITHDRAWAL -> withdrawn(row, one);
		};
	}

	private ReturnOutcome college(ReturnedRow row, CaseFile one, String value) {
		Held held = held(row, value);
		boolean takesBack = false;
		for (CaseFile side : sides(one)) {
			String before = side.state().state();
			Values values = new Values(shown(side, side.proposed()), shown(side, value));
			takesBack |= side.answer(held);
			answered(row, side, before, values, takesBack ? text("review.takes-back") : "");
		}
		return applied(row, takesBack ? text("review.takes-back") : "");
	}

	private ReturnOutcome approved(ReturnedRow row, CaseFile one, String value) {
		for (CaseFile side : sides(one)) {
			String before = side.state().state();
			Values values = new Values(shown(side, side.platform()), shown(side, value));
			side.approve(held(row, row.given().value()), value, this.routes.of(side, value, row.given().route()),
					this.context.date());
			answered(row, side, before, values, "");
		}
		return applied(row);
	}

	/** An answer of the registrar that approves nothing. */
	private ReturnOutcome decided(ReturnedRow row, CaseFile one) {
		for (CaseFile side : sides(one)) {
			String before = side.state().state();
			side.decide(held(row, ""));
			answered(row, side, before, Values.NONE, "");
		}
		return applied(row);
	}

	private ReturnOutcome withdrawn(ReturnedRow row, CaseFile one) {
		for (CaseFile side : sides(one)) {
			String before = side.state().state();
			Values values = new Values(shown(side, side.approved()), "");
			side.takeBack(held(row, ""));
			answered(row, side, before, values, "");
		}
		return applied(row);
	}

	private ReturnOutcome handedIn(ReturnedRow row, CaseFile one) {
		boolean approved = one.state().state().equals(CaseState.APPROVED) && one.approved().equals(row.given().value());
		if (!approved) {
			return one.state().state().equals(CaseState.SENT) ? applied(row) : stale(row, "withdrawn");
		}
		LocalDate on = (row.given().on() != null) ? row.given().on() : this.context.date();
		one.send(on);
		this.events.add(new Event("sent", one.about(), CaseState.APPROVED, CaseState.SENT,
				new Values(shown(one, one.replaced()), shown(one, one.approved())),
				new Decision(row.given().by(), on, text("sent.marked"), row.place(), row.reference())));
		return applied(row);
	}

	private List<CaseFile> sides(CaseFile one) {
		CaseFile other = this.cases.get(one.otherId());
		return (other == null) ? List.of(one) : List.of(one, other);
	}

	private Held held(ReturnedRow row, String value) {
		Given given = row.given();
		return new Held(new Given(given.answer(), value, given.evidence(), given.route(), given.by(), given.on(),
				given.remark()), row.desk(), row.reference(), row.turn());
	}

	private void answered(ReturnedRow row, CaseFile one, String before, Values values, String more) {
		this.events
			.add(new Event("answered", one.about(), before, one.state().state(), values, new Decision(row.given().by(),
					row.given().on(), this.words.why(row, more), row.place(), row.reference())));
		this.accepted.put(row.desk(), row.since());
	}

	private ReturnOutcome applied(ReturnedRow row, String... more) {
		this.accepted.merge(row.desk(), row.since(), (a, b) -> a.isAfter(b) ? a : b);
		List<String> parts = new ArrayList<>(List.of(this.words.told(row)));
		parts.addAll(List.of(more));
		parts.removeIf(String::isEmpty);
		return new ReturnOutcome(row, "REVIEW_APPLIED", String.join(text("stop.mark"), parts), "", false);
	}

	private ReturnOutcome stale(ReturnedRow row, String why) {
		if (!this.earlier.isKnown(row) && !this.earlier.wasStale(row)) {
			CaseFile one = this.cases.get(row.caseId());
			if (one != null) {
				this.events.add(new Event("stale", one.about(), one.state().state(), one.state().state(), Values.NONE,
						new Decision(row.given().by(), row.given().on(), this.words.told(row), row.place(),
								row.reference())));
			}
		}
		return new ReturnOutcome(row, "REVIEW_STALE",
				this.words.told(row) + text("stop.mark") + text("REVIEW_STALE." + why), text("REVIEW_STALE.todo"),
				false);
	}

	private ReturnOutcome refused(ReturnedRow row, String reason) {
		return new ReturnOutcome(row, "REVIEW_REFUSED", reason, text("REVIEW_REFUSED.todo"), false);
	}

	private static ReturnOutcome ended(ReturnOutcome outcome) {
		return new ReturnOutcome(outcome.row(), outcome.code(), outcome.detail(), outcome.todo(), true);
	}

	/**
	 * Whether the same desk has a later accepted answer for the case; of a whole file,
	 * whether a later workbook of that desk was accepted.
	 */
	private boolean isEnded(ReturnOutcome outcome) {
		ReturnedRow row = outcome.row();
		if (outcome.code().equals("REVIEW_APPLIED")) {
			return false;
		}
		CaseFile one = this.cases.get(row.caseId());
		if (row.isPage() && (one == null || !one.isOpen()) && row.since().isBefore(this.context.date())) {
			// No file can be taken away: it was told on its night.
			return true;
		}
		if (one != null) {
			Held held = row.byRegistrar() ? one.registrar() : one.college();
			return held.turn().compareTo(row.turn()) > 0;
		}
		return row.about().storedCase().isEmpty() && !row.desk().isEmpty() && row.isRefused()
				&& this.accepted.getOrDefault(row.desk(), row.since()).isAfter(row.since());
	}

	private String shown(CaseFile one, String value) {
		return this.context.shown(one.about().field(), value);
	}

	private String reference(String value) {
		return value.isEmpty() ? "" : CaseReferences.ofValue(value, this.context.salt());
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

}
