package io.rollcall.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.core.task.TaskExecutor;

/**
 * What one attempt at a run keeps while somebody works on it: who hears how it gets on,
 * whether it was asked to stop, and whether it may publish. A process may work on several
 * runs at once, each with an attempt of its own.
 */
public final class Attempt {

	/** How far its reports are. */
	final AtomicLong parts = new AtomicLong();

	/** Rows read so far. */
	public final AtomicLong rows = new AtomicLong();

	/** The files that are being read. */
	public final Map<Integer, LoadProgress.Reading> reading = new ConcurrentHashMap<>();

	/** Rows of the files that are read to their end. */
	public final AtomicLong rowsOfDone = new AtomicLong();

	/** Bytes of these. */
	public final AtomicLong bytesOfDone = new AtomicLong();

	/** Bytes of all files. */
	public volatile long bytes;

	private final Map<String, TaskExecutor> threads = new ConcurrentHashMap<>();

	/** The run's key, 0 before it is known. */
	private volatile long run;

	private volatile RunListener listener = RunListener.NONE;

	private volatile PublishGuard guard = PublishGuard.NONE;

	private volatile boolean running;

	private volatile boolean stopping;

	private volatile Run.Status stopped = Run.Status.STOPPED;

	/** One that was asked to stop before it began stops as soon as it does. */
	public void begin(RunListener newListener) {
		this.listener = newListener;
		this.running = true;
	}

	/** It is over, however it ended. */
	public void end() {
		this.running = false;
		this.stopping = false;
		this.listener.runEnded();
		this.listener = RunListener.NONE;
	}

	/** Asks it to stop; {@code status} is where its run then stands. */
	public void stop(Run.Status status) {
		this.stopped = status;
		this.stopping = true;
	}

	/** Forgets a wish to stop. */
	public void goOn() {
		this.stopping = false;
	}

	/** Where its run stands when it has stopped. */
	public Run.Status stopped() {
		return this.stopped;
	}

	/** Whether it was asked to stop. */
	public boolean isStopping() {
		return this.stopping;
	}

	/** Whether it was asked to stop and has not done so yet. */
	public boolean isAwaited() {
		return this.running && this.stopping;
	}

	/** Notes the run it works on. */
	public void worksOn(Run newRun) {
		this.run = newRun.id();
	}

	/** The run's key, 0 before it is known. */
	public long run() {
		return this.run;
	}

	/** The threads that do the parts of one of its steps. */
	public TaskExecutor threads(String step, int most) {
		return this.threads.computeIfAbsent(step, (name) -> PartThreads.of(name, most));
	}

	/** Who hears how it gets on. */
	public RunListener listener() {
		return this.listener;
	}

	/** Sets who is asked before its run is published. */
	public void guard(PublishGuard newGuard) {
		this.guard = newGuard;
	}

	/** Who is asked before its run is published. */
	public PublishGuard guard() {
		return this.guard;
	}

}
