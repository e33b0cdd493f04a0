package io.rollcall.run;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;

/**
 * The threads that do the parts of a step: as many for each run, so that a small one does
 * not wait for the parts of a large one beside it.
 */
public final class PartThreads implements TaskExecutor {

	private final String name;

	private final int most;

	private final RunProgress progress;

	/**
	 * Threads.
	 * @param name the step's name
	 * @param most how many a run has at once
	 * @param progress knows which run asks
	 */
	public PartThreads(String name, int most, RunProgress progress) {
		this.name = name;
		this.most = most;
		this.progress = progress;
	}

	@Override
	public void execute(Runnable part) {
		this.progress.current().threads(this.name, this.most).execute(this.progress.decorate(part));
	}

	/** The threads of one run for one step. */
	static TaskExecutor of(String name, int most) {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
		threads.setConcurrencyLimit(most);
		return threads;
	}

}
