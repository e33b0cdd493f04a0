package io.rollcall.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import io.rollcall.cases.CaseFile.Held;
import io.rollcall.cases.CaseStanding.Value;
import io.rollcall.cases.ReturnedRow.Given;
import io.rollcall.database.SqlScripts;

/**
 * How cases stand between two nights: what pages took since the last published run is
 * entered as the night will enter it. Values are references here, since a page may show
 * less of a value than it has to know.
 */
public final class PageCases {

	private final SqlScripts statements;

	private final ShownValues shown;

	private final Map<String, CaseFile> cases = new LinkedHashMap<>();

	private final Map<String, Boolean> handedIn = new HashMap<>();

	private final Map<String, List<Long>> waiting = new HashMap<>();

	private final Map<String, String> texts = new HashMap<>();

	private PageCases(SqlScripts statements, ShownValues shown) {
		this.statements = statements;
		this.shown = shown;
	}

	/**
	 * What is looked at.
	 *
	 * @param campaignId the campaign's key
	 * @param run the key of a published run
	 * @param upto the number of the last answer of a page that counts
	 */
	public record Moment(long campaignId, long run, long upto) {
	}

	/**
	 * How cases stand.
	 * @param dataSource the database; a transaction is open
	 * @param moment the run and the answers that count
	 * @param salt what makes references of values keyed ones
	 * @param shown how values are shown
	 * @param ids the cases
	 * @return those that the run knows, with the other sides of links, by their identity
	 */
	public static Map<String, CaseStanding> of(DataSource dataSource, Moment moment, String salt, ShownValues shown,
			Collection<String> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		SqlScripts statements = new SqlScripts(dataSource, "/io/rollcall/cases", Map.of("campaign", moment.campaignId(),
				"run", moment.run(), "upto", moment.upto(), "salt", salt, "ids", ids));
		return new PageCases(statements, shown).standings();
	}

	private Map<String, CaseStanding> standings() {
		this.statements.query("page_cases", this::add);
		if (this.cases.isEmpty()) {
			return Map.of();
		}
		this.statements.with("ids", List.copyOf(this.cases.keySet()));
		this.statements.query("page_answers", this::enter);
		Map<String, CaseStanding> standings = new LinkedHashMap<>();
		this.cases.values().forEach((one) -> standings.put(one.id(), standing(one)));
		return standings;
	}

	private void add(ResultSet row) throws SQLException {
		CaseFile one = CaseFile.of(row);
		this.cases.put(one.id(), one);
		this.handedIn.put(one.id(), row.getBoolean("handed_in"));
		String field = one.about().field();
		// What is proposed as a number is masked already and tells what changes of it.
		for (String would : List.of("plain_proposed", "plain_offered", "proposed", "offered")) {
			String text = row.getString(would + "_text");
			know(row.getString(would + "_ref"), field.equals("id_no") ? text : this.shown.of(field, text));
		}
		know(one.college().given().value(), this.shown.of(field, row.getString("answer_text")));
		know(one.registrar().given().value(), this.shown.of(field, row.getString("review_text")));
		String setAside = this.shown.of(field, row.getString("set_aside_text"));
		one.setAside().ifPresent((held) -> know(held.given().value(), setAside));
		know(one.approved(), this.shown.of(field, row.getString("approved_text")));
	}

	private void know(String reference, String text) {
		this.texts.putIfAbsent(reference, text);
	}

	private void enter(ResultSet row) throws SQLException {
		ReturnedRow answer = row(row);
		know(answer.given().value(), this.shown.of(row.getString("field"), row.getString("value")));
		CaseFile one = this.cases.get(answer.caseId());
		if (!answer.same() || !one.isOpen()) {
			return;
		}
		AnswerEffect effect = AnswerEffect.of(answer, one, UnaryOperator.identity());
		List<CaseFile> sides = new ArrayList<>(List.of(one));
		if (this.cases.containsKey(one.otherId())) {
			sides.add(this.cases.get(one.otherId()));
		}
		for (CaseFile side : sides) {
			if (enter(side, answer, effect)) {
				this.waiting.computeIfAbsent(side.id(), (any) -> new ArrayList<>()).add(answer.record());
			}
		}
	}

	/** Enters an answer; returns whether it holds. */
	private static boolean enter(CaseFile side, ReturnedRow answer, AnswerEffect effect) {
		switch (effect.kind()) {
			case COLLEGE -> side.answer(held(answer, effect.value()));
			case APPROVAL ->
				side.approve(held(answer, answer.given().value()), effect.value(), "", answer.given().on());
			case DECISION -> side.decide(held(answer, ""));
			case WITHDRAWAL -> side.takeBack(held(answer, ""));
			case NOTHING -> {
				// The college could not tell, so there is nothing to agree with.
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	private static Held held(ReturnedRow answer, String value) {
		Given given = answer.given();
		return new Held(new Given(given.answer(), value, given.evidence(), given.route(), given.by(), given.on(),
				given.remark()), answer.desk(), answer.reference(), answer.turn());
	}

	private static ReturnedRow row(ResultSet row) throws SQLException {
		long number = row.getLong("answer_no");
		LocalDate on = row.getObject("answered_on", LocalDate.class);
		Given given = new Given(row.getString("answer"), row.getString("value_ref"), row.getString("evidence"),
				row.getString("route"), row.getString("answered_by"), on, row.getString("note"));
		return ReturnedRow.ofPage(number, row.getString("desk"), row.getString("now_id"), row.getBoolean("same"),
				new ReturnedRow.Shown(row.getString("shown_answer"), row.getString("shown_proposed"),
						row.getString("shown_offered")),
				given);
	}

	private CaseStanding standing(CaseFile one) {
		boolean sent = this.handedIn.get(one.id()) && one.state().state().equals(CaseState.APPROVED);
		return new CaseStanding(one.id(), one.about().field(), sent ? CaseState.SENT : one.state().state(),
				one.state().answer(), value(one.college().given().value()), one.registrar().given().answer(),
				value(one.registrar().given().value()), value(one.proposed()), value(one.offered()), one.otherId(),
				one.isDecided() && !sent, this.waiting.getOrDefault(one.id(), List.of()));
	}

	private Value value(String reference) {
		return new Value(reference, reference.isEmpty() ? "" : this.texts.getOrDefault(reference, ""));
	}

	@Override
	public String toString() {
		return this.cases.size() + " cases";
	}

}
