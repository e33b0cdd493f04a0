package io.rollcall.nightly;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.rollcall.database.CampaignLock;
import io.rollcall.database.Database;
import io.rollcall.database.DatabaseException;
import io.rollcall.pipeline.RunService;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunRef;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Carries waiting runs through, several at once, each of another campaign. When this
 * process is to end, they are left at a place from which the next one goes on, and go
 * back to their place in line.
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

	private final int atOnce;

	private volatile List<Thread> threads = List.of();

	private volatile boolean ending;

	/**
	 * A runner.
	 * @param database the database with the campaigns' locks
	 * @param line the line
	 * @param store the waiting runs
	 * @param runs the runs
	 * @param atOnce how many runs, each of another campaign, it carries through at once
	 */
	LineRunner(Database database, RunLine line, LineStore store, RunService runs, int atOnce) {
		this.database = database;
		this.line = line;
		this.store = store;
		this.runs = runs;
		this.atOnce = atOnce;
	}

	@Override
	public void start() {
		this.threads = IntStream.rangeClosed(1, this.atOnce).mapToObj((number) -> {
			Thread thread = new Thread(this::work, "line-" + number);
			thread.setDaemon(true);
			return thread;
		}).toList();
		this.threads.forEach(Thread::start);
	}

	private void work() {
		while (!this.ending) {
			boolean carried = false;
			try {
				// Looked at anew after each: other threads and processes take runs too.
				carried = this.line.next().stream().anyMatch(this::carry);
			}
			catch (DataAccessException | TransactionException | DatabaseException ex) {
				LOG.warn("the line cannot be looked at: " + ex.getClass().getSimpleName());
			}
			catch (RuntimeException ex) {
				// Whatever it is, the next run must not wait for ever.
				LOG.error("the line cannot be looked at", ex);
			}
			if (!this.ending && !carried) {
				Waiting.millis(MILLIS_BETWEEN_LOOKS);
			}
		}
	}

	/** Carries a run through, unless somebody else works on its campaign. */
	private boolean carry(RunRef ref) {
		if (this.ending) {
			return false;
		}
		Optional<CampaignLock> free = CampaignLock.tryOnce(this.database, ref.campaign().orElseThrow());
		free.ifPresent((lock) -> {
			try (lock) {
				Run run = this.runs.find(ref);
				if (run.status() == Run.Status.WAITING) {
					carry(lock, run);
				}
			}
		});
		return free.isPresent();
	}

	private void carry(CampaignLock lock, Run run) {
		try {
			this.line.carry(lock, run, RunListener.NONE);
			LOG.info("run " + run + " ended");
		}
		catch (RunFailure | DatabaseException ex) {
			LOG.warn("run " + run + " ended without reports: " + ex.getMessage());
			if (this.store.again(run)) {
				LOG.info("run " + run + " goes on once more, the database was away");
			}
		}
	}

	@Override
	public void stop() {
		this.ending = true;
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
		// Said again: one of them may have been about to begin.
		while (isAnyAlive() && System.nanoTime() < end) {
			this.runs.stop(Run.Status.WAITING);
			Waiting.millis(MILLIS_BETWEEN_LOOKS);
		}
		this.threads = List.of();
	}

	private boolean isAnyAlive() {
		return this.threads.stream().anyMatch(Thread::isAlive);
	}

	@Override
	public boolean isRunning() {
		return !this.threads.isEmpty();
	}

	/** Whether this process takes runs from the line. */
	boolean isAlive() {
		List<Thread> current = this.threads;
		return !current.isEmpty() && current.stream().allMatch(Thread::isAlive);
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
