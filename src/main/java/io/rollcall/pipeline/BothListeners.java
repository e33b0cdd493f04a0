package io.rollcall.pipeline;

import io.rollcall.run.RunListener;

/**
 * Tells two listeners.
 *
 * @param first one
 * @param second the other
 */
record BothListeners(RunListener first, RunListener second) implements RunListener {

	@Override
	public void stepStarted(Step step) {
		this.first.stepStarted(step);
		this.second.stepStarted(step);
	}

	@Override
	public void progress(Step step, long done, long total) {
		this.first.progress(step, done, total);
		this.second.progress(step, done, total);
	}

	@Override
	public void stepEnded(Step step, long done) {
		this.first.stepEnded(step, done);
		this.second.stepEnded(step, done);
	}

	@Override
	public void waiting(Step step, boolean waiting) {
		this.first.waiting(step, waiting);
		this.second.waiting(step, waiting);
	}

	@Override
	public void runEnded() {
		this.first.runEnded();
		this.second.runEnded();
	}

}
