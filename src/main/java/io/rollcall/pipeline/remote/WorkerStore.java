package io.rollcall.pipeline.remote;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who works and who hands out, by the server's clock: those of the machines may differ.
 */
@Repository
public class WorkerStore {

	private static final Log LOG = LogFactory.getLog(WorkerStore.class);

	private final JdbcClient jdbc;

	WorkerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A worker that lives.
	 *
	 * @param name the number of its process and its machine
	 * @param version its version
	 * @param ending whether it ends as soon as it is done with its parts
	 * @param manager the version that hands parts out, where it is another
	 * @param part what it works on: run, step and part, empty if nothing
	 * @param silence how long it has not got on with one of them
	 * @param done how many parts it has done
	 */
	public record Seen(String name, String version, boolean ending, Optional<String> manager, String part,
			Duration silence, long done) {

		/**
		 * Whether it has not got on for longer than is usual.
		 * @return after a minute
		 */
		public boolean isSilent() {
			return this.silence.compareTo(Patience.UNTOLD) >= 0;
		}

	}

	/**
	 * The workers that live.
	 * @return by their names
	 */
	public List<Seen> alive() {
		return this.jdbc
			.sql("""
					select w.name, w.version, w.ending, w.parts_done,
					       case when not exists (select 1 from part_manager m where m.version = w.version and m.%1$s)
					            then (select nullif(m.version, w.version) from part_manager m order by m.seen_at desc limit 1)
					       end as manager,
					       (select string_agg(c.name || '/' || r.business_date || '-' || r.number || ' '
					                          || replace(s.step_name, '.part:', ' '), ', ' order by s.step_execution_id)
					          from part p join run r using (run_id) join campaign c on c.campaign_id = r.campaign_id
					          join batch_step_execution s using (step_execution_id)
					         where p.worker_id = w.worker_id) as part,
					       (select max(p.silent_seconds) from part p
					         where p.worker_id = w.worker_id and p.outcome is null) as silent_seconds
					  from worker w where w.%1$s order by w.name, w.worker_id
					"""
				.formatted(PartStore.ALIVE))
			.query((row, index) -> new Seen(row.getString("name"), row.getString("version"), row.getBoolean("ending"),
					Optional.ofNullable(row.getString("manager")),
					Optional.ofNullable(row.getString("part")).orElse(""),
					Duration.ofSeconds(row.getLong("silent_seconds")), row.getLong("parts_done")))
			.list();
	}

	/** Shows that a worker lives. */
	void beat(UUID worker, String name, String version, String session, boolean ending, long done) {
		this.jdbc.sql("""
				insert into worker (worker_id, name, version, session, ending, parts_done, seen_at)
				values (:worker, :name, :version, :session, :ending, :done, clock_timestamp())
				on conflict (worker_id) do update set ending = :ending, parts_done = :done, seen_at = clock_timestamp()
				""")
			.param("worker", worker)
			.param("name", name)
			.param("version", version)
			.param("session", session)
			.param("ending", ending)
			.param("done", done)
			.update();
	}

	/** A worker ends. */
	void leave(UUID worker) {
		this.jdbc.sql("delete from worker where worker_id = ?").param(worker).update();
	}

	/** Shows that a process of a version hands parts out. */
	void manage(String version) {
		this.jdbc.sql("""
				insert into part_manager (version, seen_at) values (?, clock_timestamp())
				on conflict (version) do update set seen_at = clock_timestamp()
				""").param(version).update();
	}

	/** Whether the tables are there: who hands parts out makes them. */
	boolean isReady() {
		return this.jdbc.sql("select to_regclass('part_manager') is not null").query(Boolean.class).single();
	}

	/**
	 * Forgets workers that have not been heard of for a minute, and ends their sessions:
	 * of a machine that is gone without a word the server would believe for hours that it
	 * is still at work.
	 */
	void bury() {
		List<String> sessions = dead();
		try {
			for (String session : sessions) {
				endSessions(session);
			}
		}
		catch (DataAccessException ex) {
			// Another role's sessions; the server notices in its own time.
			LOG.warn("the sessions of a worker that is gone cannot be ended");
		}
	}

	/** Ends a worker's sessions, so that what they hold is there again. */
	void endSessions(String session) {
		this.jdbc.sql("""
				select count(pg_terminate_backend(pid)) from pg_stat_activity
				 where (application_name = :session or starts_with(application_name, :session || '/'))
				   and datname = current_database() and pid <> pg_backend_pid()
				""").param("session", session).query(Long.class).single();
	}

	private List<String> dead() {
		List<String> sessions = this.jdbc.sql("""
				delete from worker where seen_at < clock_timestamp() - interval '1 minute' returning session
				""").query(String.class).list();
		if (!sessions.isEmpty()) {
			LOG.warn(sessions.size() + " workers have not been heard of for a minute");
			this.jdbc.sql("""
					update part p set worker_id = null, take = null
					 where worker_id is not null and outcome is null
					   and not exists (select 1 from worker w where w.worker_id = p.worker_id)
					""").update();
		}
		return sessions;
	}

}
