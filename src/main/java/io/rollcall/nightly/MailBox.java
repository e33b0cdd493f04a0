package io.rollcall.nightly;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.rollcall.pipeline.RunService;
import io.rollcall.run.Run;
import io.rollcall.run.RunRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of mails. A mail stands in it before anybody tries to send it, and the row of
 * its run tells that it was written: both in one transaction, so that none is lost and
 * none is written twice.
 */
@Repository
class MailBox {

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final Duration SENT_STAY = Duration.ofDays(30);

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final RunService runs;

	private final InstantSource clock;

	MailBox(JdbcClient jdbc, RunService runs, InstantSource clock) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.clock = clock;
	}

	/**
	 * A mail.
	 *
	 * @param sender the address it comes from
	 * @param recipient the address it goes to
	 * @param subject its subject
	 * @param body its text
	 */
	record Mail(String sender, String recipient, String subject, String body) {
	}

	/** Writes mails about a run. */
	@FunctionalInterface
	interface Writer {

		List<Mail> write(Run run);

	}

	/** Sends a mail, or throws. */
	@FunctionalInterface
	interface Sender {

		void send(Mail mail);

	}

	/**
	 * Puts the mails into the box that runs give rise to which ended since the last look.
	 */
	@Transactional
	void write(Writer writer) {
		this.jdbc.sql("""
				select c.name, r.business_date, r.number from run r join campaign c using (campaign_id)
				 where r.status in ('failed', 'held', 'published') and r.told is distinct from r.status
				 order by r.settled_at limit :most for update of r skip locked
				""")
			.param("most", MOST)
			.query((row, index) -> new RunRef(Optional.of(row.getString("name")),
					row.getDate("business_date").toLocalDate(), row.getInt("number")))
			.list()
			.forEach((ref) -> {
				Run run = this.runs.find(ref);
				writer.write(run).forEach((mail) -> add(run, mail));
				this.jdbc.sql("update run set told = status where run_id = ?").param(run.id()).update();
			});
	}

	private void add(Run run, Mail mail) {
		this.jdbc.sql("""
				insert into mail (campaign_id, run_id, sender, recipient, subject, body, written_at, try_at)
				values (?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(run.campaignId(), run.id(), mail.sender(), mail.recipient(), mail.subject(), mail.body(), now(),
					now())
			.update();
	}

	/**
	 * Sends one waiting mail, in one transaction: whoever dies meanwhile leaves it
	 * waiting.
	 * @return whether there was one
	 */
	@Transactional
	boolean send(Sender sender) {
		return this.jdbc.sql("""
				select * from mail where sent_at is null and try_at <= ? order by try_at, mail_id limit 1
				   for update skip locked
				""").param(now()).query((row, index) -> {
			Mail mail = new Mail(row.getString("sender"), row.getString("recipient"), row.getString("subject"),
					row.getString("body"));
			return new Waits(row.getLong("mail_id"), row.getInt("tries"), mail);
		}).optional().map((waiting) -> {
			send(sender, waiting);
			return true;
		}).orElse(false);
	}

	/** A mail that waits. */
	private record Waits(long id, int tries, Mail mail) {
	}

	private void send(Sender sender, Waits waiting) {
		try {
			sender.send(waiting.mail());
			this.jdbc.sql("update mail set sent_at = ?, tries = tries + 1 where mail_id = ?")
				.params(now(), waiting.id())
				.update();
		}
		catch (MailFailure ex) {
			Duration pause = Duration.ofMinutes(1L << Math.min(waiting.tries(), 6));
			Instant next = this.clock.instant().plus((pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE);
			this.jdbc.sql("update mail set try_at = ?, tries = tries + 1 where mail_id = ?")
				.params(next.atOffset(ZoneOffset.UTC), waiting.id())
				.update();
		}
	}

	/** Forgets mails that were sent long ago. */
	int expire() {
		return this.jdbc.sql("delete from mail where sent_at < ?")
			.param(this.clock.instant().minus(SENT_STAY).atOffset(ZoneOffset.UTC))
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/** A mail could not be sent. */
	static final class MailFailure extends RuntimeException {

		MailFailure(Throwable cause) {
			super(cause.getClass().getSimpleName());
		}

	}

}
