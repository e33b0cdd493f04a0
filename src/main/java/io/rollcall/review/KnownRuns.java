package io.rollcall.review;

import java.time.LocalDate;
import java.util.Optional;

/** What the product remembers of its runs. */
@FunctionalInterface
public interface KnownRuns {

	/**
	 * The published run that a seal names.
	 * @param campaign the campaign's name
	 * @param date the business date
	 * @param number the run's number, or 0 for the last published one of the date
	 * @return the run; empty when there is none or it was not published
	 */
	Optional<KnownRun> find(String campaign, LocalDate date, int number);

}
