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
 * @param answered decided on by somebody in this run
 * @param stale decisions of this run that came too late
 */
public record NightChange(Optional<LocalDate> since, long fresh, long still, long reopened, long gone, long answered,
		long stale) {

	public NightChange {
		Objects.requireNonNull(since);
	}

	/**
	 * The sum with another college's changes.
	 * @param more the other ones, against the same run
	 * @return the sum
	 */
	public NightChange plus(NightChange more) {
		return new NightChange(this.since, this.fresh + more.fresh, this.still + more.still,
				this.reopened + more.reopened, this.gone + more.gone, this.answered + more.answered,
				this.stale + more.stale);
	}

}
