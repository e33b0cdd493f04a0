package io.rollcall.account;

import java.util.List;
import java.util.Optional;

/**
 * What a typed problem was understood as.
 *
 * @param problem the problem, empty when nothing known was typed
 * @param how by what it is known, or null when it is not
 * @param confidence 1 for a code, an entry of the pick list or words without an error;
 * less by the share of wrong characters; 0 when nothing is known
 * @param others other problems that were named as well: by further codes, or by the
 * prompt where it disagrees with the pick
 */
public record Recognition(Optional<AccountProblem> problem, How how, double confidence, List<AccountProblem> others) {

	static final Recognition NONE = new Recognition(Optional.empty(), null, 0, List.of());

	public Recognition {
		others = List.copyOf(others);
	}

	static Recognition of(AccountProblem problem, How how, double confidence) {
		return new Recognition(Optional.of(problem), how, confidence, List.of());
	}

	/**
	 * Whether a problem was recognised.
	 * @return true when there is one
	 */
	public boolean isKnown() {
		return this.problem.isPresent();
	}

	Recognition withOthers(List<AccountProblem> more) {
		List<AccountProblem> distinct = more.stream()
			.filter((other) -> !this.problem.equals(Optional.of(other)))
			.distinct()
			.toList();
		return new Recognition(this.problem, this.how, this.confidence, distinct);
	}

	/** By what a problem is known. */
	public enum How {

		/** By its code. */
		CODE,
		/** By the words of the pick list. */
		PICK,
		/** By words of the notice or of the site. */
		PROMPT,
		/** By words that are nearly those of the notice or of the site. */
		NEAR

	}

}
