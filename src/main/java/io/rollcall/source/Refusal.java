package io.rollcall.source;

import io.rollcall.source.RefusedException.Problem;

/**
 * The refusal of a file on its way out of parsers and library call-backs, which cannot
 * throw checked exceptions. {@link Sources} turns it into {@link RefusedException}; it
 * never leaves the package.
 */
final class Refusal extends RuntimeException {

	private final transient RefusedException refused;

	Refusal(Problem problem, Object... arguments) {
		super(problem.name(), null, false, false);
		this.refused = new RefusedException(problem, arguments);
	}

	RefusedException refused() {
		return this.refused;
	}

}
