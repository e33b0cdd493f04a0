package io.rollcall.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.rollcall.campaign.Campaign;
import org.springframework.scheduling.support.CronExpression;

/** When a campaign's runs are due, by the schedule of its job file. */
public final class DueTimes {

	/** More than a schedule of every second has in a quarter of an hour. */
	private static final int MOST = 1_000;

	private final Campaign campaign;

	private final Optional<CronExpression> cron;

	/**
	 * The due times of a campaign.
	 * @param campaign the campaign
	 */
	public DueTimes(Campaign campaign) {
		this.campaign = campaign;
		this.cron = campaign.schedule().map(CronExpression::parse);
	}

	/** The calendar date of a due time, where the clock on the wall shows it. */
	LocalDate date(Instant due) {
		return due.atZone(this.campaign.operation().timeZone()).toLocalDate();
	}

	/**
	 * The next due times.
	 * @param moment after which
	 * @param count how many at most
	 * @return the times; none without a schedule
	 */
	public List<Instant> next(Instant moment, int count) {
		List<Instant> times = new ArrayList<>();
		for (Optional<Instant> next = after(moment); next.isPresent()
				&& times.size() < count; next = after(next.get())) {
			times.add(next.get());
		}
		return times;
	}

	/** The next due time after a moment; never before the campaign's first day. */
	Optional<Instant> after(Instant moment) {
		ZonedDateTime start = this.campaign.period().start().atStartOfDay(this.campaign.operation().timeZone());
		ZonedDateTime from = moment.isBefore(start.toInstant()) ? start.minusNanos(1)
				: moment.atZone(this.campaign.operation().timeZone());
		return this.cron.map((expression) -> expression.next(from)).map(ZonedDateTime::toInstant);
	}

	/**
	 * The due times after one moment up to another, the last {@value #MOST} of them at
	 * most.
	 */
	List<Instant> between(Instant after, Instant until) {
		List<Instant> times = new ArrayList<>();
		Optional<Instant> next = after(after);
		while (next.isPresent() && !next.get().isAfter(until)) {
			times.add(next.get());
			if (times.size() > MOST) {
				times.remove(0);
			}
			next = after(next.get());
		}
		return times;
	}

}
