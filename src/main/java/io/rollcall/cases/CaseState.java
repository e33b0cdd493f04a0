package io.rollcall.cases;

import java.util.Map;

/**
 * The life of a case: what an answer makes of its state (docs/rules.md, "Cases").
 *
 * @param state the state's name in outputs
 * @param answer the college's answer that holds, or empty
 */
record CaseState(String state, String answer) {

	static final String OPEN = "open";

	static final String APPROVED = "registrar-approved";

	static final String SENT = "sent";

	/** What a college may say without undoing what the registrar decided. */
	private static final Map<String, String> SETTLED = Map.of(APPROVED, "CONFIRMED", SENT, "CONFIRMED",
			"registrar-rejected", "REJECTED", "known-ok", "NO_PROBLEM");

	/** Whether the registrar has decided. */
	boolean isSettled() {
		return SETTLED.containsKey(this.state);
	}

	/**
	 * The state after a college's answer. What it cannot tell stays open.
	 * @param given the answer
	 * @param agrees whether it wants the value that was decided on, or wants what it
	 * wanted before
	 */
	CaseState college(String given, boolean agrees) {
		boolean said = given.equals(this.answer) || given.equals(SETTLED.get(this.state));
		if (this.state.equals(SENT) || isSettled() && said && agrees) {
			return new CaseState(this.state, given);
		}
		return switch (given) {
			case "CONFIRMED" -> new CaseState("college-confirmed", given);
			case "REJECTED" -> new CaseState("college-rejected", given);
			default -> new CaseState(this.state.equals("reopened") ? this.state : OPEN, given);
		};
	}

	/**
	 * The state after the registrar's answer. The registrar agrees with what the college
	 * answered; who could not tell has answered nothing to agree with, unless the
	 * registrar himself states the value.
	 * @param given the answer
	 * @param own whether it comes with a value of his own
	 */
	CaseState registrar(String given, boolean own) {
		return switch (given) {
			case "AGREED" -> own ? new CaseState(APPROVED, this.answer) : agreed();
			case "DISAGREED" -> switch (this.answer) {
				case "REJECTED", "NO_PROBLEM", "PENDING", "UNSURE" -> new CaseState(OPEN, "");
				default -> new CaseState("registrar-rejected", this.answer);
			};
			default -> new CaseState(OPEN, "");
		};
	}

	private CaseState agreed() {
		return switch (this.answer) {
			case "REJECTED" -> new CaseState("registrar-rejected", this.answer);
			case "NO_PROBLEM" -> new CaseState("known-ok", this.answer);
			case "PENDING", "UNSURE" -> this;
			default -> new CaseState(APPROVED, this.answer);
		};
	}

}
