package io.rollcall.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The audit log: append-only, by the database itself. Nothing in it tells who a student
 * is: no numbers, names or case ids, only keyed references.
 */
@Repository
public class AuditLog {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	AuditLog(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
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
	 * Writes an entry. It is of the campaign's school, else of that of the account that
	 * acts or, where a command changes an account, of that one; else of the only school.
	 * @param actor by whom
	 * @param action the action's word
	 * @param campaign the campaign, or empty
	 * @param run the run's name without its campaign, or empty
	 * @param object what it was done to; never personal data
	 * @param outcome {@code done} or why not, in a word
	 */
	public void write(Actor actor, String action, String campaign, String run, String object, String outcome) {
		this.jdbc.sql("""
				insert into audit (at, account, role, address, action, campaign, run, object, outcome, school)
				values (:at, :account, :role, :address, :action, :campaign, :run, :object, :outcome,
				        coalesce((select school_code from campaign where name = :campaign),
				                 (select nullif(school, '') from account
				                   where name = case when :role not in ('shell', 'system') then :account
				                                     when :action like 'user.%' then :object end),
				                 (select min(school_code) from campaign having count(distinct school_code) = 1), ''))
				""")
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("account", actor.account())
			.param("role", actor.role())
			.param("address", actor.address())
			.param("action", action)
			.param("campaign", campaign)
			.param("run", run)
			.param("object", object)
			.param("outcome", outcome)
			.update();
	}

	/** The columns of an entry, as lists of it name them. */
	public static final List<String> COLUMNS = List.of("time", "account", "role", "address", "action", "campaign",
			"run", "object", "outcome");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME
		.withZone(ZoneId.of("Asia/Shanghai"));

	/**
	 * Which entries are wanted; what is empty does not count.
	 *
	 * @param schools whose entries, by the codes of schools; none for all
	 * @param from the first day in Asia/Shanghai
	 * @param until the last day
	 * @param account the account
	 * @param action the action's word
	 * @param campaign the campaign
	 * @param outcome the outcome's word
	 */
	public record Wanted(List<String> schools, Optional<LocalDate> from, Optional<LocalDate> until, String account,
			String action, String campaign, String outcome) {

		/** Every entry. */
		public static final Wanted ALL = new Wanted(List.of(), Optional.empty(), Optional.empty(), "", "", "", "");

		public Wanted {
			schools = List.copyOf(schools);
		}

	}

	/**
	 * The entries, the newest first. To be closed.
	 * @param wanted which
	 * @return the entries
	 */
	public Stream<Entry> entries(Wanted wanted) {
		return select(wanted, "").stream();
	}

	/**
	 * Some entries, the newest first.
	 * @param wanted which
	 * @param skipped how many newer ones to pass over
	 * @param most how many at most
	 * @return the entries
	 */
	public List<Entry> page(Wanted wanted, long skipped, int most) {
		return select(wanted, " limit " + most + " offset " + skipped).list();
	}

	/**
	 * The words of all actions that there are entries of.
	 * @param schools of which schools
	 * @return in alphabetical order
	 */
	public List<String> actions(List<String> schools) {
		// From one word to the next by the index: the log is long and the words are few.
		return this.jdbc.sql("""
				with recursive word(school, action) as (
				  select s.school, (select a.action from audit a where a.school = s.school order by a.action limit 1)
				    from unnest(:schools::text[]) s(school)
				  union all
				  select w.school, (select a.action from audit a where a.school = w.school and a.action > w.action
				                     order by a.action limit 1)
				    from word w where w.action is not null)
				select distinct action from word where action is not null order by action
				""").param("schools", schools.toArray(String[]::new)).query(String.class).list();
	}

	private JdbcClient.MappedQuerySpec<Entry> select(Wanted wanted, String part) {
		return this.jdbc
			.sql("""
					select * from audit
					 where (:everywhere or school = any (:schools)) and (:account = '' or account = :account) and (:action = '' or action = :action)
					   and (:campaign = '' or campaign = :campaign) and (:outcome = '' or outcome = :outcome)
					   and at >= cast(:from as timestamptz) and at < cast(:until as timestamptz)
					 order by at desc, audit_id desc"""
					+ part)
			.param("everywhere", wanted.schools().isEmpty())
			.param("schools", wanted.schools().toArray(String[]::new))
			.param("account", wanted.account())
			.param("action", wanted.action())
			.param("campaign", wanted.campaign())
			.param("outcome", wanted.outcome())
			.param("from", wanted.from().map(AuditLog::midnight).orElse("-infinity"))
			.param("until", wanted.until().map((day) -> midnight(day.plusDays(1))).orElse("infinity"))
			.query(AuditLog::map);
	}

	private static String midnight(LocalDate day) {
		return day + " 00:00:00 Asia/Shanghai";
	}

	/**
	 * An entry as lists tell it.
	 * @param entry the entry
	 * @return a value for each of {@link #COLUMNS}
	 */
	public static List<String> row(Entry entry) {
		return List.of(TIME.format(entry.at()), entry.actor().account(), entry.actor().role(), entry.actor().address(),
				entry.action(), entry.campaign(), entry.run(), entry.object(), entry.outcome());
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
