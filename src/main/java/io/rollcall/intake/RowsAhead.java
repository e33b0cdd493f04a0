package io.rollcall.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import io.rollcall.source.Cell;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads a large file on a thread of its own, a few rows ahead of whoever makes records of
 * them: so one file keeps two processors at work, whatever its format, and its rows come
 * in their order. Ranges of a file read at once would need to know where a record begins
 * inside quotes, and serve two formats only.
 */
final class RowsAhead {

	/** Rows that are handed over together. */
	private static final int PORTION = 64;

	/** Characters after which a portion is full before that: rows may be very long. */
	private static final int LONG = 1 << 18;

	private static final int PORTIONS = 4;

	private static final long PATIENCE_MILLIS = 100;

	private static final List<Read> END = List.of();

	private final BlockingQueue<List<Read>> portions = new ArrayBlockingQueue<>(PORTIONS);

	private List<Read> portion = new ArrayList<>(PORTION);

	private int length;

	/** Nobody takes rows any more. */
	private volatile boolean closed;

	/** A row and the list that it stands in. */
	private record Read(Row row, Section list) {
	}

	/** The reading of a file, which hands its rows to {@link #put}. */
	interface Reading {

		void read() throws RefusedException;

	}

	/**
	 * Hands a row over; called by the reading.
	 * @param row the row
	 * @param list the list that it stands in
	 * @throws CancellationException when nobody takes rows any more
	 */
	void put(Row row, Section list) {
		this.portion.add(new Read(row, list));
		for (int i = 0; i < row.cells().size(); i++) {
			Cell cell = row.cells().get(i);
			this.length += cell.text().length();
		}
		if (this.portion.size() == PORTION || this.length >= LONG) {
			handOver();
		}
	}

	private void handOver() {
		send(this.portion);
		this.portion = new ArrayList<>(PORTION);
		this.length = 0;
	}

	private void send(List<Read> rows) {
		try {
			while (!this.portions.offer(rows, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
				if (this.closed) {
					throw new CancellationException();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	/**
	 * Reads to the end.
	 * @param reading reads the file, on a thread of its own
	 * @param records takes the rows, on this thread
	 * @param meanwhile called for each row and while none comes; what it throws ends the
	 * reading
	 * @throws RefusedException when the file cannot be read; all rows before have been
	 * taken
	 */
	void read(Reading reading, BiConsumer<Row, Section> records, Runnable meanwhile) throws RefusedException {
		FutureTask<@Nullable Void> ahead = new FutureTask<>(() -> {
			try {
				reading.read();
			}
			finally {
				handOver();
				send(END);
			}
			return null;
		});
		Thread thread = new Thread(ahead, Thread.currentThread().getName() + "-ahead");
		thread.setDaemon(true);
		thread.start();
		try {
			take(records, meanwhile);
		}
		finally {
			this.closed = true;
			await(thread);
		}
		outcome(ahead);
	}

	private void take(BiConsumer<Row, Section> records, Runnable meanwhile) {
		List<Read> rows = next(meanwhile);
		while (rows != END) {
			for (Read each : rows) {
				meanwhile.run();
				records.accept(each.row(), each.list());
			}
			rows = next(meanwhile);
		}
	}

	private List<Read> next(Runnable meanwhile) {
		try {
			List<Read> rows = this.portions.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
			while (rows == null) {
				meanwhile.run();
				rows = this.portions.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
			}
			return rows;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	/** The file must be closed before anybody goes on. */
	private void await(Thread thread) {
		boolean interrupted = false;
		while (thread.isAlive()) {
			this.portions.clear();
			try {
				thread.join(PATIENCE_MILLIS);
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static void outcome(FutureTask<@Nullable Void> ahead) throws RefusedException {
		try {
			ahead.get();
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			if (cause instanceof RefusedException refused) {
				throw refused;
			}
			if (cause instanceof Error error) {
				throw error;
			}
			throw (cause instanceof RuntimeException failure) ? failure : new IllegalStateException(cause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

}
