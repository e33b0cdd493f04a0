package io.rollcall.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The runs of a campaign with their figures, one statement a list. */
@Service
public class RunBoard {

	/** As many runs stand on a page. */
	public static final int ON_A_PAGE = 20;

	/** As many nights make what is usual. */
	private static final int NIGHTS = 7;

	private static final String SELECT = """
			select r.run_id, r.business_date, r.number, r.status, r.trigger, r.by_whom, r.reason, r.queued_at, r.started_at,
			       r.settled_at, r.seconds, r.failure, r.decided_by, r.decided_why, m.errors, m.warnings, m.information,
			       m.rejected, m.files, m.returns
			  from run r
			 cross join lateral (
			   select coalesce(sum(value) filter (where kind = 'findings' and name = 'E'), 0) as errors,
			          coalesce(sum(value) filter (where kind = 'findings' and name = 'W'), 0) as warnings,
			          coalesce(sum(value) filter (where kind = 'findings' and name = 'I'), 0) as information,
			          coalesce(sum(value) filter (where kind = 'rejected'), 0) as rejected,
			          coalesce(sum(value) filter (where kind = 'files'), 0) as files,
			          coalesce(sum(value) filter (where kind = 'problems' and name = 'REVIEW_REFUSED'), 0) as returns
			     from run_metric m
			    where m.run_id = r.run_id and m.kind in ('findings', 'rejected', 'files', 'problems')) m
			 where r.campaign_id = :campaign
			""";

	private final JdbcClient jdbc;

	RunBoard(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A run on a list.
	 *
	 * @param id the run's key
	 * @param date the business date
	 * @param number the number on that date
	 * @param status where it stands, the word of the database
	 * @param trigger the word for what made it begin
	 * @param by who asked for it
	 * @param reason why, or empty
	 * @param queued since when it is in line
	 * @param started when it was begun
	 * @param settled when it came to where it stands, empty while it waits or runs
	 * @param seconds how long it was worked on
	 * @param failure why it ended without reports, a word for machines, or empty
	 * @param decidedBy who decided on it last, or empty
	 * @param decidedWhy why
	 * @param counts its figures
	 */
	public record Line(long id, LocalDate date, int number, String status, String trigger, String by, String reason,
			Instant queued, Instant started, Optional<Instant> settled, long seconds, String failure, String decidedBy,
			String decidedWhy, Counts counts) {

		/**
		 * The run's name without its campaign.
		 * @return {@code <date>-<n>}
		 */
		public String name() {
			return this.date + "-" + this.number;
		}

		/**
		 * How a command would have ended that made this run.
		 * @return 0, 1, 3 or 4; empty while it has not ended, or was stopped
		 */
		public OptionalInt exit() {
			return switch (this.status) {
				case "published" -> OptionalInt.of(this.counts.somethingRefused() ? 3 : 0);
				case "held", "dropped" -> OptionalInt.of(4);
				case "failed" -> OptionalInt.of(1);
				default -> OptionalInt.empty();
			};
		}

		/**
		 * Whether it waits or is being worked on.
		 * @return false when it ended
		 */
		public boolean isOpen() {
			return this.settled.isEmpty();
		}

	}

	/**
	 * The figures of a run, all zero unless it is finished.
	 *
	 * @param errors findings that must be acted on
	 * @param warnings findings to look at
	 * @param information findings that are told only
	 * @param rejected refused rows
	 * @param files refused files
	 * @param returns refused answers of returned workbooks
	 */
	public record Counts(long errors, long warnings, long information, long rejected, long files, long returns) {

		/**
		 * Whether files, rows or returned answers were refused.
		 * @return true when somebody has to look at the refusals
		 */
		public boolean somethingRefused() {
			return this.rejected > 0 || this.files > 0 || this.returns > 0;
		}

	}

	/**
	 * A page of a list.
	 *
	 * @param lines the runs
	 * @param number the page's number from 1
	 * @param pages how many pages there are, at least 1
	 * @param runs how many runs the list has
	 */
	public record Page(List<Line> lines, int number, int pages, long runs) {
	}

	/**
	 * The runs of a campaign, newest first.
	 * @param campaign the campaign's key
	 * @param status the only status wanted, empty for all
	 * @param wanted the page's number from 1; beyond the last one the last is given
	 * @return the page
	 */
	public Page page(long campaign, Optional<String> status, int wanted) {
		long runs = this.jdbc.sql("""
				select count(*) from run where campaign_id = :campaign and (:status::text is null or status = :status)
				""")
			.param("campaign", campaign)
			.param("status", status.orElse(null), Types.VARCHAR)
			.query(Long.class)
			.single();
		int pages = (int) Math.max(1, (runs + ON_A_PAGE - 1) / ON_A_PAGE);
		int number = Math.min(Math.max(1, wanted), pages);
		List<Line> lines = this.jdbc.sql(SELECT + """
				   and (:status::text is null or r.status = :status)
				 order by r.business_date desc, r.number desc limit :most offset :first
				""")
			.param("campaign", campaign)
			.param("status", status.orElse(null), Types.VARCHAR)
			.param("most", ON_A_PAGE)
			.param("first", (number - 1) * ON_A_PAGE)
			.query(RunBoard::line)
			.list();
		return new Page(lines, number, pages, runs);
	}

	/**
	 * The runs that somebody has to do something about: those held back, and those that
	 * failed since the last one was published.
	 * @param campaign the campaign's key
	 * @return held ones first, then the newest first
	 */
	public List<Line> attention(long campaign) {
		return this.jdbc
			.sql(SELECT
					+ """
							   and (r.status = 'held' or r.status = 'failed' and r.settled_at > coalesce(
							          (select max(p.settled_at) from run p where p.campaign_id = :campaign and p.status = 'published'),
							          '-infinity'))
							 order by r.status desc, r.settled_at desc limit :most
							""")
			.param("campaign", campaign)
			.param("most", ON_A_PAGE)
			.query(RunBoard::line)
			.list();
	}

	/**
	 * The run that ended last.
	 * @param campaign the campaign's key
	 * @return the run, empty before there is one
	 */
	public Optional<Line> last(long campaign) {
		return first(campaign, """
				   and r.status in ('published', 'held', 'dropped', 'failed', 'stopped')
				 order by r.settled_at desc nulls last, r.run_id desc limit 1
				""");
	}

	/**
	 * The run that somebody works on.
	 * @param campaign the campaign's key
	 * @return the run, empty when there is none
	 */
	public Optional<Line> current(long campaign) {
		return first(campaign, " and r.status in ('running', 'publishing') order by r.run_id desc limit 1");
	}

	/**
	 * The run that counts: the published one with the highest date, then number.
	 * @param campaign the campaign's key
	 * @return the run, empty before there is one
	 */
	public Optional<Line> published(long campaign) {
		return first(campaign, " and r.status = 'published' order by r.business_date desc, r.number desc limit 1");
	}

	/**
	 * The published run of the last earlier date.
	 * @param campaign the campaign's key
	 * @param date the date
	 * @return the run, empty when there is none
	 */
	public Optional<Line> before(long campaign, LocalDate date) {
		return this.jdbc.sql(SELECT + """
				   and r.status = 'published' and r.business_date < :date
				 order by r.business_date desc, r.number desc limit 1
				""").param("campaign", campaign).param("date", date).query(RunBoard::line).optional();
	}

	private Optional<Line> first(long campaign, String where) {
		return this.jdbc.sql(SELECT + where).param("campaign", campaign).query(RunBoard::line).optional();
	}

	/**
	 * How long a run usually takes.
	 * @param campaign the campaign's key
	 * @return the median of the last published nights in seconds, empty before there is
	 * one
	 */
	public Optional<Long> usual(long campaign) {
		return this.jdbc
			.sql("""
					select percentile_cont(0.5) within group (order by seconds)
					  from (select seconds from effective_run where campaign_id = ? order by business_date desc limit ?) night
					""")
			.params(campaign, NIGHTS)
			.query(Double.class)
			.optional()
			.map(Math::round);
	}

	private static Line line(ResultSet row, int index) throws SQLException {
		Counts counts = new Counts(row.getLong("errors"), row.getLong("warnings"), row.getLong("information"),
				row.getLong("rejected"), row.getLong("files"), row.getLong("returns"));
		String status = row.getString("status");
		boolean open = List.of("waiting", "running", "publishing").contains(status);
		return new Line(row.getLong("run_id"), row.getObject("business_date", LocalDate.class), row.getInt("number"),
				status, row.getString("trigger"), row.getString("by_whom"), row.getString("reason"),
				row.getObject("queued_at", OffsetDateTime.class).toInstant(),
				row.getObject("started_at", OffsetDateTime.class).toInstant(),
				open ? Optional.empty()
						: Optional.of(Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
							.orElseGet(() -> started(row))
							.toInstant()),
				Math.round(row.getDouble("seconds")), row.getString("failure"), row.getString("decided_by"),
				row.getString("decided_why"), counts);
	}

	/** Runs of the versions before did not tell when they came to where they stand. */
	private static OffsetDateTime started(ResultSet row) {
		try {
			return row.getObject("started_at", OffsetDateTime.class);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
