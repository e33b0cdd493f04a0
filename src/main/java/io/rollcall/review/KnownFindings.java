package io.rollcall.review;

import java.util.Optional;

/** What the product remembers of the findings of its runs. */
@FunctionalInterface
public interface KnownFindings {

	/**
	 * A finding as a run knew it.
	 * @param run the run
	 * @param findingId the finding's identity, as it stood in a cell
	 * @return the finding; empty when that run did not know it
	 */
	Optional<KnownFinding> find(KnownRun run, String findingId);

}
