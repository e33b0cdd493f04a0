package io.rollcall.pipeline;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * Passes on how the current run gets on, whether it was asked to stop, and whether it may
 * publish.
 */
@Component
public class RunProgress {

	private final AtomicLong parts = new AtomicLong();

	private volatile RunListener listener = RunListener.NONE;

	/** Runs publish in the thread that asked for them, each under a lock of its own. */
	private final ThreadLocal<PublishGuard> guard = ThreadLocal.withInitial(() -> PublishGuard.NONE);

	/** Threads of a worker do parts of several runs side by side. */
	private final ThreadLocal<HandedPart> handed = ThreadLocal.withInitial(() -> HandedPart.OWN);

	private volatile boolean running;

	private volatile boolean stopping;

	private volatile Run.Status stopped = Run.Status.STOPPED;

	/** A run that was asked to stop before it began stops as soon as it does. */
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

	/**
	 * Asks the run to stop.
	 * @param status where it then stands
	 */
	void stop(Run.Status status) {
		this.stopped = status;
		this.stopping = true;
	}

	/** Forgets a wish to stop that came when the run was over. */
	void goOn() {
		this.stopping = false;
	}

	/** Where a run that was asked to stop stands when it has done so. */
	Run.Status stopped() {
		return this.stopped;
	}

	boolean isStopping() {
		return this.stopping;
	}

	/** Whether a run that was asked to stop has not done so yet. */
	boolean isAwaited() {
		return this.running && this.stopping;
	}

	RunListener listener() {
		return this.listener;
	}

	void guard(PublishGuard newGuard) {
		this.guard.set(newGuard);
	}

	PublishGuard guard() {
		return this.guard.get();
	}

	/**
	 * Does a part that another process handed out, in this thread.
	 * @param part the part
	 * @param work does it
	 */
	public void with(HandedPart part, Runnable work) {
		this.handed.set(part);
		try {
			work.run();
		}
		finally {
			this.handed.remove();
		}
	}

	HandedPart handed() {
		return this.handed.get();
	}

	/**
	 * The place where a step may be left: its transaction is rolled back.
	 * @throws RunFailure when somebody wants it to be left
	 */
	public void checkStop() {
		if (this.stopping || !this.handed.get().isWanted()) {
			throw new RunFailure("INTERRUPTED_WORK");
		}
	}

	void beginReports() {
		this.parts.set(0);
		this.listener.stepStarted(RunListener.Step.REPORT);
	}

	void reported(int of) {
		this.listener.progress(RunListener.Step.REPORT, this.parts.incrementAndGet(), of);
	}

	/** As many parts were written elsewhere. */
	void reported(int parts, int of) {
		this.listener.progress(RunListener.Step.REPORT, parts, of);
	}

}
