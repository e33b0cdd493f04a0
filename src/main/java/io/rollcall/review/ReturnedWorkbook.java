package io.rollcall.review;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came back in a workbook.
 *
 * @param accepted whether it is a genuine workbook whose rows were read; otherwise
 * nothing of it is applied and the refusals say why
 * @param run the run that wrote it, when it is genuine
 * @param reviewer who answered, where the workbook tells it
 * @param decisions the answered rows, in the order of the sheets
 * @param refusals what was not accepted: the whole file, or single rows
 * @param notices sentences that refuse nothing
 * @param rowsRead how many rows of the list carry an answer or a refusal
 * @param unanswered how many cases of the list have no answer yet
 */
public record ReturnedWorkbook(boolean accepted, Optional<KnownRun> run, Optional<Reviewer> reviewer,
		List<Decision> decisions, List<RefusedAnswer> refusals, List<String> notices, long rowsRead, long unanswered) {

	public ReturnedWorkbook {
		Objects.requireNonNull(run);
		Objects.requireNonNull(reviewer);
		decisions = List.copyOf(decisions);
		refusals = List.copyOf(refusals);
		notices = List.copyOf(notices);
	}

	/**
	 * A file of which nothing is applied; who sent it is known where its manifest can be
	 * read.
	 */
	static ReturnedWorkbook refused(RefusedAnswer refusal, Optional<Reviewer> reviewer) {
		return new ReturnedWorkbook(false, Optional.empty(), reviewer, List.of(), List.of(refusal), List.of(), 0, 0);
	}

}
