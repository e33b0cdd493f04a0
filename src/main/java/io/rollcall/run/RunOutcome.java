package io.rollcall.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.StrictExit;
import io.rollcall.facts.NightStanding;
import io.rollcall.facts.RowCounts;

/**
 * How a run ended.
 *
 * @param run the run
 * @param folder the published reports
 * @param rows the row counts by role
 * @param refusedFiles the number of files refused as a whole
 * @param findings the number of findings by severity E, W, I
 * @param notices the number of notices
 * @param refusedAnswers the number of returned answers that could not be used
 * @param cases the figures of the cases
 * @param before the business date of the run before; empty when there is none
 */
public record RunOutcome(Run run, Path folder, Map<String, RowCounts> rows, long refusedFiles,
		Map<String, Long> findings, long notices, long refusedAnswers, NightStanding cases,
		Optional<LocalDate> before) {

	/** The sources that are compared with each other. */
	private static final List<SourceRole> COMPARED = Stream.of(SourceRole.values())
		.filter(SourceRole::isCompared)
		.toList();

	/**
	 * Whether at least two sources held rows that could be compared.
	 * @return false when an empty list of differences is no good news
	 */
	public boolean compared() {
		return COMPARED.stream().filter((role) -> {
			RowCounts counts = this.rows.get(role.word());
			return counts != null && counts.loaded() > 0;
		}).count() > 1;
	}

	/**
	 * Whether files, rows or returned answers were refused.
	 * @return true when somebody has to look at the refusals
	 */
	public boolean somethingRefused() {
		return somethingRefused(StrictExit.FILES);
	}

	/**
	 * Whether anything was refused that counts.
	 * @param strict what counts
	 * @return true when somebody has to look at the refusals
	 */
	public boolean somethingRefused(StrictExit strict) {
		long rows = this.rows.values().stream().mapToLong(RowCounts::rejected).sum();
		return strict.tells(this.refusedFiles, rows + this.refusedAnswers);
	}

}
