package io.rollcall.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * How far loading has come. How many rows the files hold that are not read yet is
 * estimated from their bytes.
 */
@Component
class LoadProgress {

	private static final int EVERY = 500;

	/** Of a row in an ordinary file, until one is read to its end. */
	private static final long USUAL_BYTES = 150;

	private final RunProgress progress;

	private final AtomicLong rows = new AtomicLong();

	private final Map<Integer, Reading> reading = new ConcurrentHashMap<>();

	private final AtomicLong rowsOfDone = new AtomicLong();

	private final AtomicLong bytesOfDone = new AtomicLong();

	private volatile long bytes;

	LoadProgress(RunProgress progress) {
		this.progress = progress;
	}

	void begin(long allBytes) {
		this.rows.set(0);
		this.reading.clear();
		this.rowsOfDone.set(0);
		this.bytesOfDone.set(0);
		this.bytes = allBytes;
		this.progress.listener().stepStarted(RunListener.Step.LOAD);
	}

	HandedPart handed() {
		return this.progress.handed();
	}

	/** The place where the reading of a file may be left, at any of its rows. */
	void checkStop() {
		this.progress.checkStop();
	}

	/** Files are read elsewhere; as much is done of them. */
	void elsewhere(long allRows, long endedRows, long endedBytes) {
		this.rows.set(allRows);
		this.rowsOfDone.set(endedRows);
		this.bytesOfDone.set(endedBytes);
		tell(allRows);
	}

	/** The reading of a file begins. */
	Reading begin(RunFile file) {
		Reading own = new Reading(this.progress.handed());
		this.reading.put(file.number(), own);
		return own;
	}

	void fileDone(RunFile file) {
		Reading own = this.reading.remove(file.number());
		if (own != null) {
			own.handed.read(own.rows);
			this.rowsOfDone.addAndGet(own.rows);
			this.bytesOfDone.addAndGet(file.input().size());
		}
		this.progress.checkStop();
		tell(this.rows.get());
	}

	void end() {
		this.progress.listener().stepEnded(RunListener.Step.LOAD, this.rows.get());
	}

	private void tell(long count) {
		long done = this.bytesOfDone.get();
		long total = (done == 0) ? this.bytes / USUAL_BYTES
				: Math.round((double) this.rowsOfDone.get() * this.bytes / done);
		this.progress.listener().progress(RunListener.Step.LOAD, count, Math.max(total, count));
	}

	/** The rows of one file. */
	final class Reading {

		private final HandedPart handed;

		private long rows;

		private Reading(HandedPart handed) {
			this.handed = handed;
		}

		/** A row was staged. */
		void row() {
			this.rows++;
			long count = LoadProgress.this.rows.incrementAndGet();
			if (count % EVERY == 0) {
				tell(count);
				this.handed.read(this.rows);
			}
		}

		/** Rows were staged that somebody had read before. */
		void rows(long count) {
			this.rows += count;
			tell(LoadProgress.this.rows.addAndGet(count));
			this.handed.read(this.rows);
		}

		/** The rows so far do not count. */
		void again() {
			LoadProgress.this.rows.addAndGet(-this.rows);
			this.rows = 0;
		}

	}

}
