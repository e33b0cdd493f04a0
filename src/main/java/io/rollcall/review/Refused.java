package io.rollcall.review;

import java.util.Optional;

/** Leaves the checks of a whole file with the reason why nothing of it is applied. */
final class Refused extends Exception {

	private final transient RefusedAnswer refusal;

	private transient Optional<Reviewer> reviewer = Optional.empty();

	Refused(RefusedAnswer refusal) {
		super("refused", null, false, false);
		this.refusal = refusal;
	}

	/** Who sent the file, as far as it says so itself. */
	Refused by(Reviewer sender) {
		this.reviewer = Optional.of(sender);
		return this;
	}

	Optional<Reviewer> reviewer() {
		return this.reviewer;
	}

	RefusedAnswer refusal() {
		return this.refusal;
	}

}
