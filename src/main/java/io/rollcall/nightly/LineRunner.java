package io.rollcall.nightly;

import java.util.concurrent.TimeUnit;

import io.rollcall.database.CampaignLock;
import io.rollcall.database.Database;
import io.rollcall.database.DatabaseException;
import io.rollcall.pipeline.RunService;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Carries waiting runs through, one at a time. When this process is to end, the run is
 * left at a place from which the next one goes on, and goes back to its place in line.
 */
final class LineRunner implements SmartLifecycle {

	/** Before the web server, the scheduler and the pool. */
	static final int PHASE = Integer.MAX_VALUE;

	private static final int MILLIS_BETWEEN_LOOKS = 500;

	private static final int SECONDS_TO_END = 45;

	private static final Log LOG = LogFactory.getLog(LineRunner.class);

	private final Database database;

	private final RunLine line;

	private final LineStore store;

	private final RunService runs;

	private volatile Thread thread;

	private volatile boolean ending;

	LineRunner(Database database, RunLine line, LineStore store, RunService runs) {
		this.database = database;
		this.line = line;
		this.store = store;
		this.runs = runs;
	}

	@Override
	public void start() {
		this.thread = new Thread(this::work, "line");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private void work() {
		while (!this.ending) {
			try {
				this.line.next().forEach(this::carry);
			}
			catch (DataAccessException | TransactionException | DatabaseException ex) {
				LOG.warn("the line cannot be looked at: " + ex.getClass().getSimpleName());
			}
			catch (RuntimeException ex) {
				// Whatever it is, the next run must not wait for ever.
				LOG.error("the line cannot be looked at", ex);
			}
			if (!this.ending) {
				Waiting.millis(MILLIS_BETWEEN_LOOKS);
			}
		}
	}

	private void carry(Run run) {
		if (this.ending) {
			return;
		}
		CampaignLock.tryOnce(this.database, run.campaign()).ifPresent((lock) -> {
			try (lock) {
				this.line.carry(lock, run, RunListener.NONE);
				LOG.info("run " + run + " ended");
			}
			catch (RunFailure | DatabaseException ex) {
				LOG.warn("run " + run + " ended without reports: " + ex.getMessage());
				if (this.store.again(run)) {
					LOG.info("run " + run + " goes on once more, the database was away");
				}
			}
		});
	}

	@Override
	public void stop() {
		this.ending = true;
		this.runs.stop(Run.Status.WAITING);
		try {
			this.thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.thread = null;
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** Whether this process takes runs from the line. */
	boolean isAlive() {
		Thread current = this.thread;
		return current != null && current.isAlive();
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
