package io.rollcall.staging;

import io.rollcall.inquiry.ScratchRun;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the parsed records of runs go when a newer one of their campaign is published.
 * Findings, cases and events stay; what needs the records of an older run reads its files
 * again ({@link ScratchRun}), and so does a run that is resumed.
 */
@Component
public class StagedRuns {

	/**
	 * Runs of a campaign that hold staged rows, but those that are published last, held
	 * or under way; and what is left of runs that are none any more.
	 */
	private static final String OUTLIVED = """
			select s.run_id from staged_run s left join run r using (run_id)
			 where r.run_id is null
			    or r.campaign_id = :campaign and r.status not in ('waiting', 'running', 'publishing', 'held')
			       and r.run_id not in (select run_id from run where campaign_id = :campaign and status = 'published'
			                             order by business_date desc, number desc limit :keep)
			 order by s.run_id
			""";

	private static final String CLOSE = "select staged_close(:run)";

	private static final Log LOG = LogFactory.getLog(StagedRuns.class);

	private final JdbcClient jdbc;

	StagedRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes room for the records of a run, unless it is there.
	 * @param run the run, about to be loaded
	 */
	public void open(Run run) {
		call("select staged_open(:run)", run.id());
	}

	/**
	 * Makes room that only this transaction sees and that goes with it. Records of other
	 * runs are out of sight meanwhile.
	 */
	public void openScratch() {
		this.jdbc.sql("select staged_scratch()").query().listOfRows();
	}

	/**
	 * Lets go what the newest runs outlive. To be called outside of a transaction, under
	 * the campaign's lock; what fails is left to the next run, since nothing of the
	 * published one depends on it.
	 * @param run the run that was published
	 */
	public void forget(Run run) {
		try {
			this.jdbc.sql(OUTLIVED)
				.param("campaign", run.campaignId())
				.param("keep", RunContext.of(run).campaign().operation().keepRuns())
				.query(Long.class)
				.list()
				.forEach((outlived) -> call(CLOSE, outlived));
		}
		catch (DataAccessException ex) {
			LOG.warn("Parsed records of earlier runs could not be removed: " + ex.getClass().getSimpleName());
		}
	}

	private void call(String function, long run) {
		this.jdbc.sql(function).param("run", run).query().listOfRows();
	}

	/** Whether the students of a run are still known as they were judged. */
	public boolean isJudged(Run run) {
		return this.jdbc.sql("select exists (select 1 from staged_student where run_id = ?)")
			.param(run.id())
			.query(Boolean.class)
			.single();
	}

}
