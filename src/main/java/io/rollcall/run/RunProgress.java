package io.rollcall.run;

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

	private volatile boolean running;

	private volatile boolean stopping;

	private volatile Run.Status stopped = Run.Status.STOPPED;

	/** A run that was asked to stop before it began stops as soon as it does. */
	public void begin(RunListener newListener) {
		this.listener = newListener;
		this.running = true;
	}

	/** Nothing is under way any more. */
	public void end() {
		this.running = false;
		this.stopping = false;
		this.listener.runEnded();
		this.listener = RunListener.NONE;
	}

	/**
	 * Asks the run to stop.
	 * @param status where it then stands
	 */
	public void stop(Run.Status status) {
		this.stopped = status;
		this.stopping = true;
	}

	/** Forgets a wish to stop that came when the run was over. */
	public void goOn() {
		this.stopping = false;
	}

	/** Where a run that was asked to stop stands when it has done so. */
	public Run.Status stopped() {
		return this.stopped;
	}

	/** Whether somebody asked to stop. */
	public boolean isStopping() {
		return this.stopping;
	}

	/** Whether a run that was asked to stop has not done so yet. */
	public boolean isAwaited() {
		return this.running && this.stopping;
	}

	/** Who is told. */
	public RunListener listener() {
		return this.listener;
	}

	/** Sets who is asked before a run is published. */
	public void guard(PublishGuard newGuard) {
		this.guard.set(newGuard);
	}

	/** Who is asked before a run is published. */
	public PublishGuard guard() {
		return this.guard.get();
	}

	/** The place where a step may be left: its transaction is rolled back. */
	public void checkStop() {
		if (this.stopping) {
			throw new RunFailure("INTERRUPTED_WORK");
		}
	}

	/** The counting of reports begins. */
	public void beginReports() {
		this.parts.set(0);
		this.listener.stepStarted(RunListener.Step.REPORT);
	}

	/** One report more is done. */
	public void reported(int of) {
		this.listener.progress(RunListener.Step.REPORT, this.parts.incrementAndGet(), of);
	}

}
