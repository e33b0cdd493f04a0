package io.rollcall.review;

import java.util.Optional;

/** What the product remembers of the cases of its runs. */
@FunctionalInterface
public interface KnownCases {

	/**
	 * A case as a run knew it.
	 * @param run the run
	 * @param caseId the case's identity, as it stood in a cell
	 * @return the case; empty when that run did not know it
	 */
	Optional<KnownCase> find(KnownRun run, String caseId);

}
