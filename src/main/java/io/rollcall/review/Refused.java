package io.rollcall.review;

/** Leaves the checks of a whole file with the reason why nothing of it is applied. */
final class Refused extends Exception {

	private final transient Refusal refusal;

	Refused(Refusal refusal) {
		super("refused", null, false, false);
		this.refusal = refusal;
	}

	Refusal refusal() {
		return this.refusal;
	}

}
