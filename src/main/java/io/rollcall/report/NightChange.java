package io.rollcall.report;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What changed among the open findings since the last published run of an earlier date.
 *
 * @param since that run's date; empty when there is none
 * @param fresh open now and never before
 * @param still open now and then
 * @param reopened open now, not then, but once before
 * @param gone open then and no longer
 */
public record NightChange(Optional<LocalDate> since, long fresh, long still, long reopened, long gone) {

	public NightChange {
		Objects.requireNonNull(since);
	}

}
