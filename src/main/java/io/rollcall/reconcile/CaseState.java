package io.rollcall.reconcile;

import java.util.Map;

/**
 * The life of a case: what an answer makes of its state (docs/rules.md, "Cases").
 *
 * @param state the state's name in outputs
 * @param answer the college's answer that holds, or empty
 */
record CaseState(String state, String answer) {

	/** What a college may say once more without undoing what the registrar decided. */
	private static final Map<String, String> SETTLED = Map.of("registrar-approved", "CONFIRMED", "sent", "CONFIRMED",
			"registrar-rejected", "REJECTED", "known-ok", "NO_PROBLEM");

	/**
	 * The state after a college's answer. What it cannot tell stays open.
	 * @param given the answer
	 */
	CaseState college(String given) {
		boolean again = given.equals(this.answer) && SETTLED.containsKey(this.state);
		if (again || given.equals(SETTLED.get(this.state))) {
			return new CaseState(this.state, given);
		}
		return switch (given) {
			case "CONFIRMED" -> new CaseState("college-confirmed", given);
			case "REJECTED" -> new CaseState("college-rejected", given);
			default -> new CaseState(open(), given);
		};
	}

	/**
	 * The state after the registrar's answer. The registrar agrees with what the college
	 * answered; who could not tell has answered nothing to agree with.
	 * @param given the answer
	 */
	CaseState registrar(String given) {
		return switch (given) {
			case "AGREED" -> switch (this.answer) {
				case "REJECTED" -> new CaseState("registrar-rejected", this.answer);
				case "NO_PROBLEM" -> new CaseState("known-ok", this.answer);
				case "PENDING", "UNSURE" -> this;
				default -> new CaseState("registrar-approved", this.answer);
			};
			case "DISAGREED" -> switch (this.answer) {
				case "REJECTED", "NO_PROBLEM", "PENDING", "UNSURE" -> new CaseState("open", "");
				default -> new CaseState("registrar-rejected", this.answer);
			};
			default -> new CaseState("open", "");
		};
	}

	private String open() {
		return this.state.equals("reopened") ? this.state : "open";
	}

}
