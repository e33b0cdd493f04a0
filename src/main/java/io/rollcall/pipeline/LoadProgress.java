package io.rollcall.pipeline;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * How far loading has come. The number of rows is not known beforehand; it is estimated
 * from the bytes of the files that are done.
 */
@Component
class LoadProgress {

	private static final int EVERY = 500;

	private final RunProgress progress;

	private final AtomicLong rows = new AtomicLong();

	private final AtomicLong rowsOfDone = new AtomicLong();

	private final AtomicLong bytesOfDone = new AtomicLong();

	private volatile long bytes;

	LoadProgress(RunProgress progress) {
		this.progress = progress;
	}

	void begin(long allBytes) {
		this.rows.set(0);
		this.rowsOfDone.set(0);
		this.bytesOfDone.set(0);
		this.bytes = allBytes;
		this.progress.listener().stepStarted(RunListener.Step.LOAD);
	}

	void row(RunFile file) {
		long count = this.rows.incrementAndGet();
		if (count % EVERY == 0) {
			this.progress.checkStop();
			tell(count);
		}
	}

	void fileDone(RunFile file) {
		this.rowsOfDone.set(this.rows.get());
		this.bytesOfDone.addAndGet(file.input().size());
		this.progress.checkStop();
		tell(this.rows.get());
	}

	void end() {
		this.progress.listener().stepEnded(RunListener.Step.LOAD, this.rows.get());
	}

	private void tell(long count) {
		long done = this.bytesOfDone.get();
		long total = (done == 0) ? 0 : Math.round((double) this.rowsOfDone.get() * this.bytes / done);
		this.progress.listener().progress(RunListener.Step.LOAD, count, Math.max(total, count));
	}

}
