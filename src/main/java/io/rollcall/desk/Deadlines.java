package io.rollcall.desk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import io.rollcall.campaign.Campaign;

/**
 * How many days are left. An exercise that is kept at one business date is looked at on
 * that day.
 *
 * @param today the day on which it is looked at
 * @param students days until the last one on which students look; negative when it is
 * over
 * @param colleges the same for colleges
 */
public record Deadlines(LocalDate today, long students, long colleges) {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/**
	 * The days that are left of a campaign.
	 * @param campaign the campaign
	 * @param clock the clock
	 * @return the days
	 */
	public static Deadlines of(Campaign campaign, InstantSource clock) {
		LocalDate today = campaign.period().businessDate().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZONE));
		return new Deadlines(today, ChronoUnit.DAYS.between(today, campaign.period().deadline()),
				ChronoUnit.DAYS.between(today, campaign.period().collegeDeadline()));
	}

}
