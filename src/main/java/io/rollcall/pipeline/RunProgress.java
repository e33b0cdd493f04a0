package io.rollcall.pipeline;

import org.springframework.stereotype.Component;

/** Passes on how the current run gets on, and whether it was asked to stop. */
@Component
class RunProgress {

	private volatile RunListener listener = RunListener.NONE;

	private volatile boolean stopping;

	void begin(RunListener newListener) {
		this.listener = newListener;
		this.stopping = false;
	}

	void stop() {
		this.stopping = true;
	}

	boolean isStopping() {
		return this.stopping;
	}

	RunListener listener() {
		return this.listener;
	}

	/** The place where a step may be left: its transaction is rolled back. */
	void checkStop() {
		if (this.stopping) {
			throw new RunFailure("INTERRUPTED");
		}
	}

}
