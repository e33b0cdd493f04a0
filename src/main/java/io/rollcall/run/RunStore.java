package io.rollcall.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of runs. */
@Repository
public class RunStore {

	private static final String SELECT = """
			select r.run_id, r.campaign_id, c.name, r.business_date, r.number, r.status, r.reason, r.job_file,
			       r.job_text, r.input_dir, r.output_dir, r.unmasked, r.started_at, r.inputs_of, r.trigger, r.due, r.by_whom
			  from run r join campaign c using (campaign_id)
			""";

	private final JdbcClient jdbc;

	private final RunFolders folders;

	RunStore(JdbcClient jdbc, RunFolders folders) {
		this.jdbc = jdbc;
		this.folders = folders;
	}

	/** Has the connection of this transaction be known as one that works for a run. */
	public void works(Run run) {
		LongStatements.mark(this.jdbc, run);
	}

	/** A run by its id; it must be there. */
	public Run get(long id) {
		return this.jdbc.sql(SELECT + " where r.run_id = :id").param("id", id).query(this::map).single();
	}

	/** A run by its name; it must be there. */
	public Run get(String campaign, LocalDate date, long number) {
		return find(new RunRef(Optional.of(campaign), date, Math.toIntExact(number))).get(0);
	}

	/** The runs that a name fits: several only when campaigns share it. */
	public List<Run> find(RunRef ref) {
		return this.jdbc.sql(SELECT + """
				 where r.business_date = :date and r.number = :number
				   and (:campaign::text is null or c.name = :campaign)
				""")
			.param("date", ref.date())
			.param("number", ref.number())
			.param("campaign", ref.campaign().orElse(null), java.sql.Types.VARCHAR)
			.query(this::map)
			.list();
	}

	/** All runs, newest first. */
	public List<Run> all() {
		return this.jdbc.sql(SELECT + " order by r.business_date desc, r.number desc, c.name").query(this::map).list();
	}

	/**
	 * The runs of a campaign that look alive. Under the campaign's lock they are dead.
	 */
	public List<Run> unfinished(String campaign) {
		return this.jdbc
			.sql(SELECT + " where c.name = :campaign and r.status in ('running', 'publishing') order by r.run_id")
			.param("campaign", campaign)
			.query(this::map)
			.list();
	}

	/** The run with the highest date, then number, that was published into the folder. */
	public Optional<Run> latestPublished(String campaign, Path output) {
		return this.jdbc.sql(SELECT + """
				 where c.name = :campaign and r.status = 'published' and r.output_dir = :output
				 order by r.business_date desc, r.number desc limit 1
				""").param("campaign", campaign).param("output", output.toString()).query(this::map).optional();
	}

	/** The published run with the highest date, then number. */
	public Optional<Run> latestPublished(String campaign) {
		return this.jdbc.sql(SELECT + """
				 where c.name = :campaign and r.status = 'published'
				 order by r.business_date desc, r.number desc limit 1
				""").param("campaign", campaign).query(this::map).optional();
	}

	/**
	 * The published run of any campaign with the highest date, the last started first.
	 */
	public Optional<Run> newestPublished() {
		return this.jdbc
			.sql(SELECT + " where r.status = 'published' order by r.business_date desc, r.run_id desc limit 1")
			.query(this::map)
			.optional();
	}

	/**
	 * A run of the same date or a later one that was published after this one was held.
	 */
	public Optional<Run> publishedSince(Run held) {
		return this.jdbc.sql(SELECT + """
				 where r.campaign_id = :campaign and r.status = 'published' and r.business_date >= :date
				   and r.settled_at > (select settled_at from run where run_id = :id)
				 order by r.business_date desc, r.number desc limit 1
				""")
			.param("campaign", held.campaignId())
			.param("date", held.date())
			.param("id", held.id())
			.query(this::map)
			.optional();
	}

	/** Adds the time that one execution of the run took. */
	public void addSeconds(Run run, BigDecimal seconds, Instant finishedAt) {
		this.jdbc.sql("update run set seconds = seconds + :seconds, finished_at = :at where run_id = :id")
			.param("seconds", seconds)
			.param("at", finishedAt.atOffset(ZoneOffset.UTC))
			.param("id", run.id())
			.update();
	}

	/** How long a run has taken, in seconds. */
	public BigDecimal seconds(Run run) {
		return this.jdbc.sql("select seconds from run where run_id = :id")
			.param("id", run.id())
			.query(BigDecimal.class)
			.single();
	}

	private Run map(ResultSet row, int index) throws SQLException {
		return new Run(row.getLong("run_id"), row.getLong("campaign_id"), row.getString("name"),
				row.getObject("business_date", LocalDate.class), row.getInt("number"),
				Run.Status.of(row.getString("status")), row.getString("reason"), Path.of(row.getString("job_file")),
				row.getString("job_text"), this.folders.input(Path.of(row.getString("input_dir"))),
				this.folders.output(Path.of(row.getString("output_dir"))), row.getBoolean("unmasked"),
				row.getObject("started_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject("inputs_of", Long.class)),
				new RunOrigin(RunOrigin.Trigger.of(row.getString("trigger")),
						Optional.ofNullable(row.getObject("due", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
						row.getString("by_whom")));
	}

}
