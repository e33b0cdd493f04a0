package io.rollcall.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.rollcall.inquiry.Reading;
import org.springframework.stereotype.Component;

/**
 * How far loading has come. How many rows the files hold that are not read yet is
 * estimated from their bytes.
 */
@Component
public class LoadProgress {

	private static final int EVERY = 500;

	/** Of a row in an ordinary file, until one is read to its end. */
	private static final long USUAL_BYTES = 150;

	private final RunProgress progress;

	LoadProgress(RunProgress progress) {
		this.progress = progress;
	}

	/** Loading begins; {@code allBytes} are those of all files. */
	public void begin(long allBytes) {
		Attempt attempt = this.progress.current();
		attempt.rows.set(0);
		attempt.reading.clear();
		attempt.rowsOfDone.set(0);
		attempt.bytesOfDone.set(0);
		attempt.bytes = allBytes;
		attempt.listener().stepStarted(RunListener.Step.LOAD);
	}

	/** The part that this thread does. */
	public HandedPart handed() {
		return this.progress.handed();
	}

	/** The place where the reading of a file may be left, at any of its rows. */
	public void checkStop() {
		this.progress.checkStop();
	}

	/**
	 * Files are read elsewhere.
	 * @param allRows rows read so far
	 * @param endedRows rows of the files that are read to their end
	 * @param endedBytes bytes of these
	 */
	public void elsewhere(long allRows, long endedRows, long endedBytes) {
		Attempt attempt = this.progress.current();
		attempt.rows.set(allRows);
		attempt.rowsOfDone.set(endedRows);
		attempt.bytesOfDone.set(endedBytes);
		tell(attempt, allRows);
	}

	/** The reading of a file begins. */
	public Reading begin(RunFile file) {
		Reading own = new Reading(this.progress.current(), this.progress.handed());
		own.attempt.reading.put(file.number(), own);
		return own;
	}

	/** A file is read to its end. */
	public void fileDone(RunFile file) {
		Attempt attempt = this.progress.current();
		Reading own = attempt.reading.remove(file.number());
		if (own != null) {
			own.handed.read(own.rows);
			attempt.rowsOfDone.addAndGet(own.rows);
			attempt.bytesOfDone.addAndGet(file.input().size());
		}
		this.progress.checkStop();
		tell(attempt, attempt.rows.get());
	}

	/** Loading is over. */
	public void end() {
		Attempt attempt = this.progress.current();
		attempt.listener().stepEnded(RunListener.Step.LOAD, attempt.rows.get());
	}

	private static void tell(Attempt attempt, long count) {
		long done = attempt.bytesOfDone.get();
		long total = (done == 0) ? attempt.bytes / USUAL_BYTES
				: Math.round((double) attempt.rowsOfDone.get() * attempt.bytes / done);
		attempt.listener().progress(RunListener.Step.LOAD, count, Math.max(total, count));
	}

	/** The rows of one file. */
	public static final class Reading {

		private final Attempt attempt;

		private final HandedPart handed;

		private long rows;

		private Reading(Attempt attempt, HandedPart handed) {
			this.attempt = attempt;
			this.handed = handed;
		}

		/** A row was staged. */
		public void row() {
			this.rows++;
			long count = this.attempt.rows.incrementAndGet();
			if (count % EVERY == 0) {
				tell(this.attempt, count);
				this.handed.read(this.rows);
			}
		}

		/** Rows were staged that somebody had read before. */
		public void rows(long count) {
			this.rows += count;
			tell(this.attempt, this.attempt.rows.addAndGet(count));
			this.handed.read(this.rows);
		}

		/** The rows so far do not count. */
		public void again() {
			this.attempt.rows.addAndGet(-this.rows);
			this.rows = 0;
		}

	}

}
