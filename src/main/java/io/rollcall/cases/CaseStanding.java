package io.rollcall.cases;

import java.util.List;
import java.util.Objects;

/**
 * A case as it stands for whoever looks at a page: as the last published run left it,
 * with the answers that pages took since.
 *
 * @param caseId the case
 * @param field the canonical field, or empty
 * @param state the state that it would have
 * @param answer the college's answer, or empty
 * @param value the value that the college confirmed
 * @param review the registrar's answer, or empty
 * @param reviewValue the registrar's own value
 * @param proposed what agreeing would approve
 * @param offered what 属实 alone would confirm
 * @param otherId the other side of a probable link, which is decided with it, or empty
 * @param decided whether there is a decision that the registrar can take back
 * @param waiting the numbers of answers that hold and that no published run has applied
 */
public record CaseStanding(String caseId, String field, String state, String answer, Value value, String review,
		Value reviewValue, Value proposed, Value offered, String otherId, boolean decided, List<Long> waiting) {

	/** What was handed in is decided for good. */
	private static final List<String> SETTLED = List.of("sent", "registrar-rejected", "known-ok", "closed");

	public CaseStanding {
		Objects.requireNonNull(caseId);
		waiting = List.copyOf(waiting);
	}

	/**
	 * A value of which a page may know no more than a reference.
	 *
	 * @param reference tells it apart from other values; empty for none
	 * @param shown the value as it may be shown; empty where nobody knows it any longer
	 */
	public record Value(String reference, String shown) {

		@Override
		public String toString() {
			return this.reference;
		}

	}

	/**
	 * Whether somebody may still answer.
	 * @return false for what is decided, handed in or closed
	 */
	public boolean isOpen() {
		return !SETTLED.contains(this.state);
	}

	/**
	 * Whether it was handed in, so that nothing of it can be taken back.
	 * @return true for sent cases
	 */
	public boolean isSent() {
		return this.state.equals(CaseState.SENT);
	}

	/**
	 * Whether a desk would be shown the same.
	 * @param other the case as it was shown
	 * @param registrar whether the registrar is shown it, or a college
	 * @return false when something that decides has changed
	 */
	public boolean looksAs(CaseStanding other, boolean registrar) {
		Value would = registrar ? this.proposed : this.offered;
		Value did = registrar ? other.proposed : other.offered;
		return this.state.equals(other.state) && this.answer.equals(other.answer)
				&& this.value.reference().equals(other.value.reference()) && this.review.equals(other.review)
				&& this.reviewValue.reference().equals(other.reviewValue.reference())
				&& would.reference().equals(did.reference());
	}

	@Override
	public String toString() {
		return this.state + " " + this.caseId;
	}

}
