package io.rollcall.review;

import java.util.Objects;

/**
 * A case as a run knew it.
 *
 * @param caseId its identity
 * @param college the student's college at that run; empty when it was unknown
 */
public record KnownCase(String caseId, String college) {

	public KnownCase {
		Objects.requireNonNull(caseId);
		Objects.requireNonNull(college);
	}

}
