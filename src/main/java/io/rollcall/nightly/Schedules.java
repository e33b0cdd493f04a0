package io.rollcall.nightly;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.pipeline.RunService;
import io.rollcall.run.Run;
import io.rollcall.run.RunOrigin.Trigger;
import io.rollcall.run.RunOrigin;
import io.rollcall.run.RunRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts runs in line when they are due. Up to when a campaign's due times have been dealt
 * with stands in the database, so that however many processes look, and however often,
 * each due time is answered once.
 */
@Service
class Schedules {

	/** Who asks for runs that the clock starts. */
	private static final String BY = "schedule";

	private final JdbcClient jdbc;

	private final Campaigns campaigns;

	private final RunService runs;

	private final AuditLog audit;

	private final InstantSource clock;

	Schedules(JdbcClient jdbc, Campaigns campaigns, RunService runs, AuditLog audit, InstantSource clock) {
		this.jdbc = jdbc;
		this.campaigns = campaigns;
		this.runs = runs;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Answers every due time since the last look: by a run, or by the scheduled one that
	 * waits already.
	 * @param job the campaign's job file
	 * @param place where runs read and write
	 * @return when to look again, empty when nothing will be due
	 */
	@Transactional
	Optional<Instant> answer(JobFolder.Job job, Place place) {
		Instant now = this.clock.instant();
		DueTimes times = new DueTimes(job.campaign());
		Optional<Instant> since = since(job, now);
		since.ifPresent((moment) -> {
			for (Instant due : times.between(moment, now)) {
				if (!isWaiting(job)) {
					enqueue(job, place, Trigger.SCHEDULE, due, times.date(due));
				}
			}
		});
		return since.flatMap((moment) -> times.after(now));
	}

	/**
	 * Makes up for due times that were missed because no scheduler ran: by one run, dated
	 * as the last, unless a run of that date is there already.
	 * @param job the campaign's job file
	 * @param place where runs read and write
	 */
	@Transactional
	void makeUp(JobFolder.Job job, Place place) {
		Instant now = this.clock.instant();
		DueTimes times = new DueTimes(job.campaign());
		since(job, now).ifPresent((moment) -> {
			List<Instant> missed = times.between(moment, now);
			if (!missed.isEmpty()) {
				Instant last = missed.get(missed.size() - 1);
				if (!isThere(job, times.date(last))) {
					enqueue(job, place, Trigger.MISSED, last, times.date(last));
				}
			}
		});
	}

	/**
	 * Up to when due times were dealt with; from now on up to now. The row is locked
	 * until the transaction ends, so that another process waits here. Empty while nothing
	 * may start by the clock.
	 */
	private Optional<Instant> since(JobFolder.Job job, Instant now) {
		Campaigns.Standing standing = this.campaigns.know(job.campaign());
		if (!standing.school().equals(job.campaign().school().code())) {
			return Optional.empty();
		}
		Instant since = this.jdbc.sql("select dealt_until from schedule where campaign_id = ? for update")
			.param(standing.id())
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
		this.jdbc.sql("update schedule set dealt_until = greatest(dealt_until, ?) where campaign_id = ?")
			.params(now.atOffset(ZoneOffset.UTC), standing.id())
			.update();
		// Asked once more: another process may have paused or closed it meanwhile.
		Campaigns.Standing current = this.campaigns.standing(job.campaign().name()).orElseThrow();
		return (current.paused() || current.closed()) ? Optional.empty() : Optional.of(since);
	}

	/** Whether a scheduled run of the campaign waits in line. */
	private boolean isWaiting(JobFolder.Job job) {
		return this.jdbc.sql("""
				select exists (select 1 from run r join campaign c using (campaign_id)
				                where c.name = ? and r.status = 'waiting' and r.trigger in ('schedule', 'missed'))
				""").param(job.campaign().name()).query(Boolean.class).single();
	}

	/** Whether a date needs no run any more: it has one, or will have. */
	private boolean isThere(JobFolder.Job job, LocalDate date) {
		return this.jdbc.sql("""
				select exists (select 1 from run r join campaign c using (campaign_id)
				                where c.name = ? and r.business_date = ?
				                  and r.status in ('published', 'held', 'waiting', 'running', 'publishing'))
				""").params(job.campaign().name(), date).query(Boolean.class).single();
	}

	private void enqueue(JobFolder.Job job, Place place, Trigger trigger, Instant due, LocalDate date) {
		boolean answered = this.jdbc.sql("""
				select exists (select 1 from run r join campaign c using (campaign_id) where c.name = ? and r.due = ?)
				""").params(job.campaign().name(), due.atOffset(ZoneOffset.UTC)).query(Boolean.class).single();
		if (answered) {
			return;
		}
		Run run = this.runs.enqueue(new RunRequest(job.file(), job.text(), job.campaign(), date, place.input(),
				place.output(), "", false, new RunOrigin(trigger, Optional.of(due), BY)), "");
		this.audit.write(Actor.SYSTEM, "run.start", run.campaign(), run.name(), trigger.word(), "done");
	}

	/**
	 * Notes that a scheduler is alive.
	 */
	void seen() {
		this.jdbc.sql("""
				insert into scheduler_seen (seen_at) values (?)
				on conflict (one) do update set seen_at = greatest(scheduler_seen.seen_at, excluded.seen_at)
				""").param(this.clock.instant().atOffset(ZoneOffset.UTC)).update();
	}

	/** When a scheduler was last alive. */
	Optional<Instant> lastSeen() {
		return this.jdbc.sql("select seen_at from scheduler_seen")
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/**
	 * Where runs read and write.
	 *
	 * @param input the input folder
	 * @param output the output folder
	 */
	record Place(java.nio.file.Path input, java.nio.file.Path output) {
	}

}
