package io.rollcall.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.rollcall.campaign.Campaign;
import io.rollcall.database.Presence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What people read of a campaign's schedule, its line, and who is at work. */
@Service
public class NightBoard {

	private final JdbcClient jdbc;

	private final Locks locks;

	private final InstantSource clock;

	NightBoard(JdbcClient jdbc, Locks locks, InstantSource clock) {
		this.jdbc = jdbc;
		this.locks = locks;
		this.clock = clock;
	}

	/**
	 * What a person decided about a campaign last, and when.
	 *
	 * @param at when
	 * @param by who, or empty
	 * @param why in that person's words, or empty
	 */
	public record Decision(Instant at, String by, String why) {

		public Decision {
			Objects.requireNonNull(at);
			Objects.requireNonNull(by);
			Objects.requireNonNull(why);
		}

	}

	/**
	 * Where a campaign's schedule stands.
	 *
	 * @param cron the schedule of its job file, empty without one
	 * @param zone where the schedule's hours are those of the clock on the wall
	 * @param next the next due time; empty without a schedule, in a pause, and after the
	 * end
	 * @param paused who paused it
	 * @param closed who closed the campaign
	 * @param cleared whether its personal data are gone, so that it stays closed
	 * @param clock whether any process starts runs by the clock
	 */
	public record Schedule(Optional<String> cron, ZoneId zone, Optional<Instant> next, Optional<Decision> paused,
			Optional<Decision> closed, boolean cleared, boolean clock) {
	}

	/**
	 * A run in line.
	 *
	 * @param place its place from 1
	 * @param name the run's name without its campaign
	 * @param trigger the word for what made it begin
	 * @param by who asked for it
	 * @param reason why, or empty
	 * @param since since when it is in line
	 */
	public record Waiting(int place, String name, String trigger, String by, String reason, Instant since) {
	}

	/**
	 * The schedule of a campaign.
	 * @param campaign the campaign's name
	 * @param job what its job file says, empty when there is none in force
	 * @return where it stands
	 */
	public Schedule schedule(String campaign, Optional<Campaign> job) {
		Optional<String> cron = job.flatMap(Campaign::schedule);
		ZoneId zone = job.map((found) -> found.operation().timeZone()).orElse(ZoneId.of("Asia/Shanghai"));
		boolean ticking = this.locks.look().isThere(Presence.SCHEDULING);
		Optional<Instant> next = job.flatMap((found) -> new DueTimes(found).after(this.clock.instant()));
		return this.jdbc.sql("""
				select c.closed_at, c.closed_by, c.closed_why, c.cleared_at is not null as cleared,
				       s.paused_at, s.paused_by, s.paused_why
				  from campaign c left join schedule s using (campaign_id) where c.name = ?
				""").param(campaign).query((row, index) -> {
			Optional<Decision> paused = decision(row, "paused");
			Optional<Decision> closed = decision(row, "closed");
			return new Schedule(cron, zone, next.filter((due) -> paused.isEmpty() && closed.isEmpty()), paused, closed,
					row.getBoolean("cleared"), ticking);
		})
			.optional()
			.orElseGet(() -> new Schedule(cron, zone, next, Optional.empty(), Optional.empty(), false, ticking));
	}

	private static Optional<Decision> decision(ResultSet row, String what) throws SQLException {
		OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
		return (at == null) ? Optional.empty()
				: Optional.of(new Decision(at.toInstant(), row.getString(what + "_by"), row.getString(what + "_why")));
	}

	/**
	 * The line of a campaign.
	 * @param campaign the campaign's name
	 * @return the waiting runs in their order
	 */
	public List<Waiting> line(String campaign) {
		return this.jdbc
			.sql("""
					select row_number() over (order by r.queued_at, r.run_id) as place, r.business_date, r.number, r.trigger,
					       r.by_whom, r.reason, r.queued_at
					  from run r join campaign c using (campaign_id)
					 where c.name = ? and r.status = 'waiting' order by r.queued_at, r.run_id
					""")
			.param(campaign)
			.query((row, index) -> new Waiting(row.getInt("place"),
					row.getDate("business_date").toLocalDate() + "-" + row.getInt("number"), row.getString("trigger"),
					row.getString("by_whom"), row.getString("reason"),
					row.getObject("queued_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * Whether somebody works on a campaign just now. A run that looks alive while nobody
	 * does was cut off.
	 * @param campaign the campaign's name
	 * @return whether its lock is held
	 */
	public boolean isBusy(String campaign) {
		return this.locks.look().isBusy(campaign);
	}

}
