package io.rollcall.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.core.task.TaskExecutor;

/**
 * What one attempt at a run keeps while somebody works on it: who hears how it gets on,
 * whether it was asked to stop, and whether it may publish. A process may work on several
 * runs at once, each with an attempt of its own.
 */
final class Attempt {

	/** How far its reports are. */
	final AtomicLong parts = new AtomicLong();

	/** Rows read so far. */
	final AtomicLong rows = new AtomicLong();

	/** The files that are being read. */
	final Map<Integer, LoadProgress.Reading> reading = new ConcurrentHashMap<>();

	/** Rows of the files that are read to their end. */
	final AtomicLong rowsOfDone = new AtomicLong();

	/** Bytes of these. */
	final AtomicLong bytesOfDone = new AtomicLong();

	/** Bytes of all files. */
	volatile long bytes;

	private final Map<String, TaskExecutor> threads = new ConcurrentHashMap<>();

	/** The run's key, 0 before it is known. */
	private volatile long run;

	private volatile RunListener listener = RunListener.NONE;

	private volatile PublishGuard guard = PublishGuard.NONE;

	private volatile boolean running;

	private volatile boolean stopping;

	private volatile Run.Status stopped = Run.Status.STOPPED;

	/** One that was asked to stop before it began stops as soon as it does. */
	void begin(RunListener newListener) {
		this.listener = newListener;
		this.running = true;
	}

	void end() {
		this.running = false;
		this.stopping = false;
		this.listener.runEnded();
		this.listener = RunListener.NONE;
	}

	void stop(Run.Status status) {
		this.stopped = status;
		this.stopping = true;
	}

	void goOn() {
		this.stopping = false;
	}

	Run.Status stopped() {
		return this.stopped;
	}

	boolean isStopping() {
		return this.stopping;
	}

	/** Whether it was asked to stop and has not done so yet. */
	boolean isAwaited() {
		return this.running && this.stopping;
	}

	void worksOn(Run newRun) {
		this.run = newRun.id();
	}

	long run() {
		return this.run;
	}

	/** The threads that do the parts of one of its steps. */
	TaskExecutor threads(String step, int most) {
		return this.threads.computeIfAbsent(step, (name) -> PartThreads.of(name, most));
	}

	RunListener listener() {
		return this.listener;
	}

	void guard(PublishGuard newGuard) {
		this.guard = newGuard;
	}

	PublishGuard guard() {
		return this.guard;
	}

}
