package io.rollcall.run;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Passes on how the current run gets on, whether it was asked to stop, and whether it may
 * publish. The current run is that of the thread that asked for it, and of the threads
 * that work for that one: a process may work on several runs at once.
 */
@Component
public class RunProgress {

	private final Set<Attempt> open = ConcurrentHashMap.newKeySet();

	private final ThreadLocal<Attempt> current = ThreadLocal.withInitial(Attempt::new);

	/** Threads of a worker do parts of several runs side by side. */
	private final ThreadLocal<HandedPart> handed = ThreadLocal.withInitial(() -> HandedPart.OWN);

	/** Where the next run is to stand that was asked to stop before it began, or null. */
	private volatile Run.Status wished;

	/** The attempt that this thread works for. */
	public Attempt current() {
		return this.current.get();
	}

	/** Has another thread work for the same attempt. */
	public Runnable decorate(Runnable work) {
		Attempt attempt = current();
		return () -> {
			this.current.set(attempt);
			try {
				work.run();
			}
			finally {
				this.current.remove();
			}
		};
	}

	/** Begins the current attempt; a wish to stop that came before holds for it. */
	public void begin(RunListener newListener) {
		Attempt attempt = current();
		this.open.add(attempt);
		Run.Status wish = this.wished;
		if (wish != null) {
			this.wished = null;
			attempt.stop(wish);
		}
		attempt.begin(newListener);
	}

	/** Ends the current attempt. */
	public void end() {
		this.open.remove(current());
		current().end();
	}

	/**
	 * Asks every run of this process to stop, or the next one where there is none.
	 * @param status where they then stand
	 * @return those that were not asked before
	 */
	public List<Attempt> stop(Run.Status status) {
		if (this.open.isEmpty()) {
			this.wished = status;
		}
		List<Attempt> asked = this.open.stream().filter((attempt) -> !attempt.isStopping()).toList();
		asked.forEach((attempt) -> attempt.stop(status));
		return asked;
	}

	/** Forgets a wish to stop that came when the run was over. */
	public void goOn() {
		this.wished = null;
		current().goOn();
	}

	/** Where a run that was asked to stop stands when it has done so. */
	public Run.Status stopped() {
		return current().stopped();
	}

	/** Whether the current attempt was asked to stop. */
	public boolean isStopping() {
		return current().isStopping();
	}

	/** Who hears how the current attempt gets on. */
	public RunListener listener() {
		return current().listener();
	}

	/** Sets who is asked before the current run is published. */
	public void guard(PublishGuard newGuard) {
		current().guard(newGuard);
	}

	/** Who is asked before the current run is published. */
	public PublishGuard guard() {
		return current().guard();
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

	/** The part that this thread does. */
	public HandedPart handed() {
		return this.handed.get();
	}

	/**
	 * The place where a step may be left: its transaction is rolled back.
	 * @throws RunFailure when somebody wants it to be left
	 */
	public void checkStop() {
		if (current().isStopping() || !this.handed.get().isWanted()) {
			throw new RunFailure("INTERRUPTED_WORK");
		}
	}

	/** The counting of reports begins. */
	public void beginReports() {
		current().parts.set(0);
		listener().stepStarted(RunListener.Step.REPORT);
	}

	/** One report more is done. */
	public void reported(int of) {
		listener().progress(RunListener.Step.REPORT, current().parts.incrementAndGet(), of);
	}

	/** As many parts were written elsewhere. */
	public void reported(int parts, int of) {
		listener().progress(RunListener.Step.REPORT, parts, of);
	}

}
