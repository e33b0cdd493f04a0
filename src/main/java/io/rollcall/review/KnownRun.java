package io.rollcall.review;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A published run.
 *
 * @param campaign the campaign's name
 * @param date the business date
 * @param number the run's number for that date
 * @param newer the newest published run's {@link #name()}, when it is not this one
 */
public record KnownRun(String campaign, LocalDate date, int number, Optional<String> newer) {

	public KnownRun {
		Objects.requireNonNull(campaign);
		Objects.requireNonNull(date);
		Objects.requireNonNull(newer);
	}

	/**
	 * The run as people name it.
	 * @return {@code campaign/date-number}
	 */
	public String name() {
		return this.campaign + "/" + this.date + "-" + this.number;
	}

}
