package io.rollcall.pipeline.remote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.rollcall.run.InstallationKey;
import io.rollcall.run.RunFailure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Does parts of runs until it is told to end. It finishes what it has begun, or gives it
 * back if that takes too long. When a part does not get on any more, it ends by itself.
 */
public final class Worker {

	private static final Log LOG = LogFactory.getLog(Worker.class);

	/** How long a worker that is to end stays with its parts. */
	private static final Duration TO_FINISH = Duration.ofSeconds(20);

	/** How long leaving a part may take. */
	private static final Duration TO_LEAVE = Duration.ofSeconds(20);

	private static final int SECONDS_BETWEEN_TRIALS = 2;

	private final WorkerSettings settings;

	private final InstallationKey key;

	private final WorkerStore workers;

	private final Bench bench;

	private final AtomicReference<RunFailure> unfit = new AtomicReference<>();

	private volatile CountDownLatch end = new CountDownLatch(1);

	Worker(WorkerSettings settings, InstallationKey key, WorkerStore workers, Bench bench) {
		this.settings = settings;
		this.key = key;
		this.workers = workers;
		this.bench = bench;
	}

	/**
	 * Works until it is told to end.
	 * @param wanted tells it to end
	 * @param begun called once it takes parts
	 * @throws RunFailure when it must not work: the installation's key is another, a
	 * folder is not there, or a part does not get on
	 */
	public void work(CountDownLatch wanted, Runnable begun) {
		this.end = wanted;
		checkFolders();
		while (!isReady() && !isEnding(Duration.ofSeconds(SECONDS_BETWEEN_TRIALS))) {
			LOG.info("the database has no tables of workers yet");
		}
		if (!isEnding(Duration.ZERO)) {
			this.key.check();
			workThrough(begun);
		}
		RunFailure failure = this.unfit.get();
		if (failure != null) {
			throw failure;
		}
	}

	private void workThrough(Runnable begun) {
		List<Thread> threads = new ArrayList<>();
		try (Heart heart = this.bench.heart(this::giveUp)) {
			heart.beat();
			for (int i = 1; i <= this.settings.threads(); i++) {
				Thread thread = new Thread(this::takeParts, "part-" + i);
				thread.start();
				threads.add(thread);
			}
			begun.run();
			this.end.await();
			heart.ending();
			join(threads, TO_FINISH);
			this.bench.leaveAll();
			join(threads, TO_LEAVE);
			if (threads.stream().anyMatch(Thread::isAlive)) {
				LOG.warn("a part is left in the middle");
				this.bench.abandon();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isReady() {
		try {
			return this.workers.isReady();
		}
		catch (DataAccessException ex) {
			LOG.warn("the database does not answer: " + ex.getClass().getSimpleName());
			return false;
		}
	}

	private boolean isEnding(Duration within) {
		try {
			return this.end.await(within.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	/** A thread that hangs cannot be ended but with its process. */
	private void giveUp() {
		this.unfit.compareAndSet(null, new RunFailure("PART_STUCK", this.bench.patience().toMinutes()));
		this.end.countDown();
	}

	private void join(List<Thread> threads, Duration most) throws InterruptedException {
		long until = System.nanoTime() + most.toNanos();
		Set<Thread> stuck = this.bench.stuck();
		for (Thread thread : threads) {
			if (stuck.contains(thread)) {
				continue;
			}
			// Nothing means for ever.
			thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
		}
	}

	private void takeParts() {
		while (this.end.getCount() > 0) {
			try {
				checkFolders();
				if (this.bench.one()) {
					continue;
				}
			}
			catch (RunFailure ex) {
				this.unfit.compareAndSet(null, ex);
				this.end.countDown();
				return;
			}
			catch (DataAccessException | TransactionException ex) {
				LOG.warn("the database does not answer: " + ex.getClass().getSimpleName());
			}
			catch (RuntimeException ex) {
				LOG.error("a part ended in an unknown way", ex);
			}
			isEnding(Duration.ofMillis(Bench.MILLIS_BETWEEN_LOOKS));
		}
	}

	private void checkFolders() {
		for (Path folder : List.of(this.settings.input(), this.settings.output())) {
			if (!Files.isDirectory(folder)) {
				throw new RunFailure("FOLDER_ABSENT", folder);
			}
		}
	}

}
