package io.rollcall.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.database.Presence;
import io.rollcall.pipeline.RunService;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunRef;
import io.rollcall.run.RunRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The waiting runs in the database. */
@Repository
class LineStore {

	private static final String SAME = """
			select c.name, r.business_date, r.number
			  from run r join campaign c using (campaign_id)
			 where c.name = :campaign
			   and (r.status = 'waiting'
			        or r.status = 'running' and (r.frozen_at is null or r.queued_at > now() - interval '1 minute'))
			""";

	private final JdbcClient jdbc;

	private final RunService runs;

	LineStore(JdbcClient jdbc, RunService runs) {
		this.jdbc = jdbc;
		this.runs = runs;
	}

	/**
	 * A place in line.
	 *
	 * @param run the run's name with its campaign
	 * @param waiter the presence of the command that waits with it, or empty
	 */
	private record Place(RunRef run, String waiter) {
	}

	/**
	 * The first waiting run of each campaign that nobody works on, where no command waits
	 * with it.
	 */
	List<RunRef> turns(Locks.View view) {
		Map<String, Place> first = new LinkedHashMap<>();
		places("").stream()
			.filter((place) -> isThere(place, view))
			.forEach((place) -> first.putIfAbsent(place.run().campaign().orElseThrow(), place));
		return first.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().waiter().isEmpty() && !view.isBusy(entry.getKey()))
			.map((entry) -> entry.getValue().run())
			.toList();
	}

	/** The campaigns with runs that somebody works on, or did when he died. */
	List<String> atWork() {
		return this.jdbc
			.sql("select distinct c.name from run r join campaign c using (campaign_id)"
					+ " where r.status in ('running', 'publishing') order by c.name")
			.query(String.class)
			.list();
	}

	/**
	 * The first waiting run of a campaign. Those do not count for which nobody is there.
	 */
	Optional<Run> first(String campaign, Locks.View view) {
		return places(campaign).stream()
			.filter((place) -> isThere(place, view))
			.findFirst()
			.map((place) -> this.runs.find(place.run()));
	}

	private static boolean isThere(Place place, Locks.View view) {
		return view.isThere(place.waiter().isEmpty() ? Presence.SERVING : place.waiter());
	}

	/** The waiting runs of a campaign or, with an empty name, of all. */
	private List<Place> places(String campaign) {
		return this.jdbc.sql("""
				select c.name, r.business_date, r.number, r.waiter
				  from run r join campaign c using (campaign_id)
				 where (c.name = :campaign or :campaign = '') and r.status = 'waiting' order by r.queued_at, r.run_id
				""")
			.param("campaign", campaign)
			.query((row, index) -> new Place(ref(row, index), row.getString("waiter")))
			.list();
	}

	boolean isWaiting(Run run) {
		return this.jdbc.sql("select status = 'waiting' from run where run_id = ?")
			.param(run.id())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Lets requests of a campaign follow one another until the transaction ends, so that
	 * of two equal ones the second sees the first.
	 */
	void oneByOne(String campaign) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('rollcall/request/' || ?, 0))")
			.param(campaign)
			.query((row) -> {
			});
	}

	/**
	 * A request that asks for the same and waits, or was taken up so lately that it would
	 * read the same files.
	 */
	Optional<Run> equal(RunRequest request) {
		return this.jdbc.sql(SAME + """
				   and r.trigger = :trigger and r.business_date = :date and r.inputs_of is null
				   and r.input_dir = :input and r.output_dir = :output and r.unmasked = :unmasked
				 order by r.queued_at limit 1
				""")
			.param("campaign", request.campaign().name())
			.param("trigger", request.origin().trigger().word())
			.param("date", request.date())
			.param("input", request.input().toString())
			.param("output", request.output().toString())
			.param("unmasked", request.unmasked())
			.query(LineStore::ref)
			.optional()
			.map(this.runs::find);
	}

	/** The same for a run over again. */
	Optional<Run> equalRerun(Run run) {
		return this.jdbc.sql(SAME + " and r.inputs_of = :run order by r.queued_at limit 1")
			.param("campaign", run.campaign())
			.param("run", run.id())
			.query(LineStore::ref)
			.optional()
			.map(this.runs::find);
	}

	private static RunRef ref(ResultSet row, int index) throws SQLException {
		return new RunRef(Optional.of(row.getString("name")), row.getDate("business_date").toLocalDate(),
				row.getInt("number"));
	}

	/** Whether the list of a run's files was ever frozen. */
	boolean hasInputs(Run run) {
		return this.jdbc.sql("select frozen_at is not null from run where run_id = ?")
			.param(run.id())
			.query(Boolean.class)
			.single();
	}

	/** Gives an ended run a place in line again. */
	boolean enter(Run run, String waiter) {
		boolean closed = this.jdbc.sql("select closed_at is not null from campaign where campaign_id = ?")
			.param(run.campaignId())
			.query(Boolean.class)
			.single();
		if (closed) {
			throw new RunFailure("CLOSED", run.campaign());
		}
		return this.jdbc.sql("""
				update run set status = 'waiting', waiter = :waiter, stop_wanted = false
				 where run_id = :id and (status in ('failed', 'stopped') or status = 'waiting' and waiter = '')
				""").param("waiter", waiter).param("id", run.id()).update() == 1;
	}

	/** Takes a waiting run out. */
	boolean takeOut(Run run, String failure) {
		return this.jdbc.sql("""
				update run set status = 'stopped', failure = :failure, settled_at = now()
				 where run_id = :id and status = 'waiting'
				""").param("failure", failure).param("id", run.id()).update() == 1;
	}

	/** Takes out the runs whose command is gone. */
	void abandon(Locks.View view) {
		this.jdbc.sql("select distinct waiter from run where status = 'waiting' and waiter <> ''")
			.query(String.class)
			.list()
			.stream()
			.filter((waiter) -> !view.isThere(waiter))
			.forEach((waiter) -> this.jdbc.sql("""
					update run set status = 'stopped', failure = 'DEAD', settled_at = now()
					 where status = 'waiting' and waiter = ?
					""").param(waiter).update());
	}

	/** Keeps who decided on a run last, and why. */
	void decided(Run run, String by, String reason) {
		this.jdbc.sql("update run set decided_by = ?, decided_why = ? where run_id = ?")
			.params(by, reason, run.id())
			.update();
	}

	/** Asks whoever works on a run to stop. */
	boolean wantStop(Run run) {
		return this.jdbc
			.sql("update run set stop_wanted = true where run_id = ? and status in ('running', 'publishing')")
			.param(run.id())
			.update() == 1;
	}

	boolean isStopWanted(String campaign) {
		return this.jdbc.sql("""
				select exists (select 1 from run r join campaign c using (campaign_id)
				                where c.name = ? and r.status in ('running', 'publishing') and r.stop_wanted)
				""").param(campaign).query(Boolean.class).single();
	}

	/** Puts a run that ended because the database was away back in line, once. */
	boolean again(Run run) {
		return this.jdbc.sql("""
				update run r set status = 'waiting', waiter = '', resumes = resumes + 1
				  from campaign c
				 where r.run_id = :id and c.campaign_id = r.campaign_id and c.closed_at is null
				   and r.status = 'failed' and r.failure = 'DATABASE' and r.resumes = 0
				""").param("id", run.id()).update() == 1;
	}

}
