package io.rollcall.run;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.rollcall.database.Presence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where runs stand: every step from one status to the next. */
@Repository
public class RunStates {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	/** States over a database. */
	public RunStates(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes a run up, unless somebody took it out of the line meanwhile.
	 * @return whether it may be worked on
	 */
	public boolean take(Run run) {
		return this.jdbc.sql("""
				update run set status = 'running', stop_wanted = false, failure = '', waiter = '',
				               started_at = case when frozen_at is null then :now else started_at end
				 where run_id = :id and status = :status
				""").param("now", now()).param("id", run.id()).param("status", run.status().column()).update() == 1;
	}

	/**
	 * Notes how a run ended, or that it lies in line again.
	 * @param failure why it ended without reports, a word for machines, or empty
	 */
	public void settle(Run run, Run.Status status, String failure) {
		this.jdbc.sql("update run set status = :status, settled_at = :now, failure = :failure where run_id = :id")
			.param("status", status.column())
			.param("now", now())
			.param("failure", failure)
			.param("id", run.id())
			.update();
	}

	/** Puts a run whose process died back in line, at its old place. */
	public void again(Run run) {
		this.jdbc.sql("update run set status = 'waiting', waiter = '', resumes = resumes + 1 where run_id = :id")
			.param("id", run.id())
			.update();
	}

	/**
	 * Whether a dead run is to be taken up again by itself: once, and where somebody
	 * serves.
	 */
	public boolean mayGoOn(Run run) {
		return this.jdbc.sql("""
				select resumes = 0 and not stop_wanted and c.closed_at is null and exists (
				         select 1 from pg_locks l
				          where l.locktype = 'advisory' and l.granted and l.objsubid = 1
				            and l.database = (select oid from pg_database where datname = current_database())
				            and (l.classid::bigint << 32 | l.objid::bigint) = :key)
				  from run r join campaign c using (campaign_id) where r.run_id = :id
				""").param("id", run.id()).param("key", Presence.key(Presence.SERVING)).query(Boolean.class).single();
	}

	/**
	 * Lets Batch take up again what it could not write down the end of because the
	 * database was away: it calls such steps unknown and refuses to go on with them, but
	 * every step of a run can be done again. To be called under the campaign's lock.
	 * @return whether there was any
	 */
	public boolean endSteps(long jobInstance) {
		int steps = this.jdbc.sql("""
				update batch_step_execution s set status = 'FAILED', exit_code = 'FAILED'
				  from batch_job_execution e
				 where e.job_execution_id = s.job_execution_id and e.job_instance_id = ?
				   and s.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
				""").param(jobInstance).update();
		int jobs = this.jdbc.sql("""
				update batch_job_execution set status = 'FAILED', exit_code = 'FAILED',
				                               end_time = coalesce(end_time, localtimestamp)
				 where job_instance_id = ? and status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
				""").param(jobInstance).update();
		return steps + jobs > 0;
	}

	/** Notes when the list of files was frozen. */
	public void frozen(Run run) {
		this.jdbc.sql("update run set frozen_at = :now where run_id = :id")
			.param("now", now())
			.param("id", run.id())
			.update();
	}

	/** When the list of files was frozen. */
	Instant frozenAt(Run run) {
		return this.jdbc.sql("select coalesce(frozen_at, started_at) from run where run_id = :id")
			.param("id", run.id())
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

	/**
	 * Notes that the reports are about to be moved, in a transaction of its own: after a
	 * kill the note must be there if the folder is.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void publishing(Run run) {
		this.jdbc.sql("update run set status = 'publishing' where run_id = :id").param("id", run.id()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
