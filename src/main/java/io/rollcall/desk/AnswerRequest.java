package io.rollcall.desk;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.rollcall.text.Messages;

/**
 * One form with answers, as it was sent in: the same answer for each of its cases.
 *
 * @param campaignId the campaign's key
 * @param colleges the colleges that the account answers for; empty for the registrar
 * @param account who answers
 * @param caseIds the cases
 * @param seen what {@link PageAnswers#seen} gave the page that was shown
 * @param typed what was chosen and typed
 * @param messages the texts of the visitor's language
 */
public record AnswerRequest(long campaignId, Set<String> colleges, String account, List<String> caseIds, String seen,
		Typed typed, Messages messages) {

	public AnswerRequest {
		colleges = Set.copyOf(colleges);
		caseIds = List.copyOf(caseIds);
		Objects.requireNonNull(account);
		Objects.requireNonNull(messages);
		seen = (seen != null) ? seen : "";
	}

	/**
	 * What was chosen and typed; null counts as empty.
	 *
	 * @param answer the answer's word in any language of the lists
	 * @param value the value to register
	 * @param evidence the kind of proof
	 * @param note a remark
	 */
	public record Typed(String answer, String value, String evidence, String note) {

		@Override
		public String toString() {
			return "typed";
		}

	}

	boolean byRegistrar() {
		return this.colleges.isEmpty();
	}

	/** Without what was typed. */
	@Override
	public String toString() {
		return this.caseIds.size() + " answers";
	}

}
