package io.rollcall.nightly;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.rollcall.database.CampaignLock;
import io.rollcall.database.DatabaseException;
import io.rollcall.pipeline.RunService;
import io.rollcall.run.Run;
import org.springframework.dao.DataAccessException;

/**
 * Looks, while this process works on a run, whether somebody wants it stopped, and
 * whether the campaign's lock is still held: without it another process may have taken
 * the run over.
 */
final class StopWatch implements AutoCloseable {

	private static final int MILLIS_BETWEEN_LOOKS = 1_000;

	private final LineStore store;

	private final Consumer<Run.Status> stopper;

	private final CampaignLock lock;

	private final String campaign;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "stop-watch");
		thread.setDaemon(true);
		return thread;
	});

	StopWatch(LineStore store, Consumer<Run.Status> stopper, CampaignLock lock, String campaign) {
		this.store = store;
		this.stopper = stopper;
		this.lock = lock;
		this.campaign = campaign;
	}

	void begin() {
		this.executor.scheduleWithFixedDelay(this::look, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS,
				TimeUnit.MILLISECONDS);
	}

	private void look() {
		try {
			if (this.store.isStopWanted(this.campaign)) {
				this.stopper.accept(Run.Status.STOPPED);
				this.executor.shutdown();
				return;
			}
			this.lock.verify();
		}
		catch (DatabaseException ex) {
			this.stopper.accept(Run.Status.FAILED);
			this.executor.shutdown();
		}
		catch (DataAccessException ex) {
			// The run itself will notice that the database is gone.
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
		try {
			this.executor.awaitTermination(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
