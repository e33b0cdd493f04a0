package io.rollcall.reconcile;

import java.util.List;

/**
 * The life of a case: what an answer makes of its state (docs/rules.md, "Cases").
 *
 * @param state the state's name in outputs
 * @param answer the college's answer that holds, or empty
 */
record CaseState(String state, String answer) {

	/** The registrar has already spoken. */
	private static final List<String> BEYOND_COLLEGE = List.of("sent", "known-ok");

	/**
	 * The state after a college's answer. What it cannot tell stays open.
	 * @param given the answer
	 */
	CaseState college(String given) {
		if (BEYOND_COLLEGE.contains(this.state) && given.equals(this.answer)) {
			return this;
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
