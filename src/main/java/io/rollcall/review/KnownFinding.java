package io.rollcall.review;

import java.util.Objects;

/**
 * A finding as a run knew it.
 *
 * @param findingId its identity
 * @param field the canonical name of its field, or empty
 * @param college the student's college at that run; empty when it was unknown
 * @param digest what its values were at that run, as
 * {@link io.rollcall.report.Seals#digest} tells it
 */
public record KnownFinding(String findingId, String field, String college, String digest) {

	public KnownFinding {
		Objects.requireNonNull(findingId);
		Objects.requireNonNull(field);
		Objects.requireNonNull(college);
		Objects.requireNonNull(digest);
	}

}
