package io.rollcall.pipeline.remote;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Shows that a worker lives and how far its parts are, and hears which of them are no
 * longer wanted from it.
 */
final class Heart implements AutoCloseable {

	private static final int MILLIS_BETWEEN_BEATS = 1_000;

	private static final Log LOG = LogFactory.getLog(Heart.class);

	private final WorkerStore workers;

	private final PartStore parts;

	private final WorkerName name;

	private final Set<HandedWork> inHand;

	private final AtomicLong done;

	private final Pulse funeral;

	private final Runnable stuck;

	private final Duration patience;

	private volatile boolean ending;

	private boolean silent;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "heart");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Begins to beat.
	 * @param patience how long a part may give no sign
	 * @param stuck called when one has given none for so long
	 */
	Heart(WorkerStore workers, PartStore parts, WorkerName name, Set<HandedWork> inHand, AtomicLong done,
			Duration patience, Runnable stuck) {
		this.workers = workers;
		this.parts = parts;
		this.name = name;
		this.inHand = inHand;
		this.done = done;
		this.funeral = new Pulse(workers::bury);
		this.patience = patience;
		this.stuck = stuck;
		this.executor.scheduleWithFixedDelay(this::beat, MILLIS_BETWEEN_BEATS, MILLIS_BETWEEN_BEATS,
				TimeUnit.MILLISECONDS);
	}

	/** The worker ends as soon as it is done with its parts. */
	void ending() {
		this.ending = true;
		beat();
	}

	synchronized void beat() {
		if (this.inHand.stream().anyMatch((work) -> work.isStuck(this.patience))) {
			this.stuck.run();
		}
		try {
			this.workers.beat(this.name.id(), this.name.name(), this.name.version(), this.name.session(), this.ending,
					this.done.get());
			List<HandedWork> works = List.copyOf(this.inHand);
			List<UUID> wanted = this.parts.beat(works);
			works.stream().filter((work) -> !wanted.contains(work.take())).forEach(HandedWork::leave);
			this.funeral.beat();
			this.silent = false;
		}
		catch (DataAccessException | TransactionException ex) {
			if (!this.silent) {
				LOG.warn("the database does not answer: " + ex.getClass().getSimpleName());
			}
			this.silent = true;
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
		try {
			this.executor.awaitTermination(MILLIS_BETWEEN_BEATS, TimeUnit.MILLISECONDS);
			this.workers.leave(this.name.id());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (DataAccessException ex) {
			// Somebody else forgets this worker in a minute.
		}
	}

}
