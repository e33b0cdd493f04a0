package io.rollcall.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * How far loading has come. The survey of a file counts its rows; how many rows the files
 * hold that are not surveyed yet is estimated from their bytes.
 */
@Component
class LoadProgress {

	private static final int EVERY = 500;

	private final RunProgress progress;

	private final AtomicLong rows = new AtomicLong();

	private final Map<Integer, AtomicLong> surveying = new ConcurrentHashMap<>();

	private final Map<Integer, Surveyed> surveyed = new ConcurrentHashMap<>();

	private volatile long bytes;

	LoadProgress(RunProgress progress) {
		this.progress = progress;
	}

	void begin(long allBytes) {
		this.rows.set(0);
		this.surveying.clear();
		this.surveyed.clear();
		this.bytes = allBytes;
		this.progress.listener().stepStarted(RunListener.Step.LOAD);
	}

	/**
	 * What to call for each row of a file's survey, which tells nothing but may be left
	 * at any row.
	 */
	Runnable survey(RunFile file) {
		AtomicLong count = new AtomicLong();
		this.surveying.put(file.number(), count);
		return () -> {
			count.incrementAndGet();
			this.progress.checkStop();
		};
	}

	void row(RunFile file) {
		long count = this.rows.incrementAndGet();
		endSurvey(file);
		if (count % EVERY == 0) {
			this.progress.checkStop();
			tell(count);
		}
	}

	void fileDone(RunFile file) {
		endSurvey(file);
		this.progress.checkStop();
		tell(this.rows.get());
	}

	void end() {
		this.progress.listener().stepEnded(RunListener.Step.LOAD, this.rows.get());
	}

	private void endSurvey(RunFile file) {
		AtomicLong count = this.surveying.remove(file.number());
		if (count != null) {
			this.surveyed.put(file.number(), new Surveyed(count.get(), file.input().size()));
		}
	}

	private void tell(long count) {
		long known = this.surveyed.values().stream().mapToLong(Surveyed::rows).sum();
		long size = this.surveyed.values().stream().mapToLong(Surveyed::bytes).sum();
		long total = (size == 0) ? count : Math.round((double) known * this.bytes / size);
		this.progress.listener().progress(RunListener.Step.LOAD, count, Math.max(total, count));
	}

	/** A file whose rows are counted. */
	private record Surveyed(long rows, long bytes) {
	}

}
