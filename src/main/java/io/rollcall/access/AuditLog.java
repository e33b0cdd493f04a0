package io.rollcall.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The audit log: append-only, by the database itself. Nothing in it tells who a student
 * is: no numbers, names or case ids, only keyed references.
 */
@Repository
public class AuditLog {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final InstantSource clock;

	AuditLog(JdbcTemplate template, JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.template = template;
		this.clock = clock;
	}

	/**
	 * Who acts.
	 *
	 * @param account the account, or the operating system's user
	 * @param role the account's role; {@code shell} for commands, {@code system} for what
	 * happens by itself
	 * @param address the address of the client, or empty
	 */
	public record Actor(String account, String role, String address) {

		/** What happens by itself. */
		public static final Actor SYSTEM = new Actor("rollcall", "system", "");

		public Actor {
			Objects.requireNonNull(account);
			Objects.requireNonNull(role);
			Objects.requireNonNull(address);
		}

		/**
		 * The operating system's user, who types commands.
		 * @return the actor
		 */
		public static Actor shell() {
			return new Actor(System.getProperty("user.name", ""), "shell", "");
		}

	}

	/**
	 * What was done.
	 *
	 * @param at when
	 * @param actor by whom
	 * @param action the action's word, such as {@code run.release}
	 * @param campaign the campaign, or empty
	 * @param run the run's name without its campaign, or empty
	 * @param object what it was done to: a file's name, an account, a keyed reference
	 * @param outcome {@code done} or why not, in a word
	 */
	public record Entry(Instant at, Actor actor, String action, String campaign, String run, String object,
			String outcome) {
	}

	/**
	 * Writes an entry.
	 * @param actor by whom
	 * @param action the action's word
	 * @param campaign the campaign, or empty
	 * @param run the run's name without its campaign, or empty
	 * @param object what it was done to; never personal data
	 * @param outcome {@code done} or why not, in a word
	 */
	public void write(Actor actor, String action, String campaign, String run, String object, String outcome) {
		this.jdbc.sql("""
				insert into audit (at, account, role, address, action, campaign, run, object, outcome)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), actor.account(), actor.role(), actor.address(),
					action, campaign, run, object, outcome)
			.update();
	}

	/**
	 * Every entry, the newest first. To be closed.
	 * @return the entries
	 */
	public Stream<Entry> entries() {
		return this.template.queryForStream("select * from audit order by at desc, audit_id desc", AuditLog::map);
	}

	/**
	 * Deletes entries that are older than the longest time of all campaigns.
	 * @return how many
	 */
	public int expire() {
		return this.jdbc
			.sql("delete from audit where at < now() - make_interval(days => greatest(180,"
					+ " (select max(audit_days) from campaign)))")
			.update();
	}

	private static Entry map(ResultSet row, int index) throws SQLException {
		return new Entry(row.getObject("at", OffsetDateTime.class).toInstant(),
				new Actor(row.getString("account"), row.getString("role"), row.getString("address")),
				row.getString("action"), row.getString("campaign"), row.getString("run"), row.getString("object"),
				row.getString("outcome"));
	}

}
