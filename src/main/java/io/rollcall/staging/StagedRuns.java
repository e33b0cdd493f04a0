package io.rollcall.staging;

import java.util.List;

import io.rollcall.inquiry.ScratchRun;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the parsed records of runs go when a newer one of their campaign is published.
 * Findings, cases and events stay; what needs the records of an older run reads its files
 * again ({@link ScratchRun}), and so does a run that is resumed.
 */
@Component
public class StagedRuns {

	/**
	 * Runs of a campaign that hold staged rows, but those that are published last, held
	 * or under way.
	 */
	private static final String OUTLIVED = """
			select r.run_id from run r
			 where r.campaign_id = :campaign and r.status not in ('waiting', 'running', 'publishing', 'held')
			   and r.run_id not in (select run_id from run where campaign_id = :campaign and status = 'published'
			                         order by business_date desc, number desc limit :keep)
			   and (exists (select 1 from staged_record v where v.run_id = r.run_id)
			        or exists (select 1 from staged_student s where s.run_id = r.run_id))
			""";

	private static final String TABLES = """
			select quote_ident(c.relname) from pg_class c
			 where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname like 'staged!_%' escape '!'
			 order by c.relname
			""";

	private static final Log LOG = LogFactory.getLog(StagedRuns.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	StagedRuns(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Lets go what the newest runs outlive. The room is used again by the next run, or by
	 * a later one where somebody has just analysed a table. To be called outside of a
	 * transaction, under the campaign's lock; what fails is left to the next run, since
	 * nothing of the published one depends on it.
	 * @param run the run that was published
	 */
	public void forget(Run run) {
		try {
			int keep = RunContext.of(run).campaign().operation().keepRuns();
			List<Long> outlived = this.jdbc.sql(OUTLIVED)
				.param("campaign", run.campaignId())
				.param("keep", keep)
				.query(Long.class)
				.list();
			if (!outlived.isEmpty()) {
				List<String> tables = this.jdbc.sql(TABLES).query(String.class).list();
				this.transaction.executeWithoutResult((status) -> tables.forEach((table) -> delete(table, outlived)));
				tables.forEach((table) -> this.jdbc.sql("vacuum (skip_locked) " + table).update());
			}
		}
		catch (DataAccessException ex) {
			LOG.warn("Parsed records of earlier runs could not be removed: " + ex.getClass().getSimpleName());
		}
	}

	private void delete(String table, List<Long> runs) {
		this.jdbc.sql("delete from " + table + " where run_id in (:runs)").param("runs", runs).update();
	}

	/** Whether the students of a run are still known as they were judged. */
	public boolean isJudged(Run run) {
		return this.jdbc.sql("select exists (select 1 from staged_student where run_id = ?)")
			.param(run.id())
			.query(Boolean.class)
			.single();
	}

}
