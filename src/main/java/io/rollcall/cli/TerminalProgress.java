package io.rollcall.cli;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.rollcall.run.RunListener;
import io.rollcall.text.Messages;

/**
 * Shows how a run gets on: one line a step that is rewritten on a terminal, plain lines
 * elsewhere.
 */
final class TerminalProgress implements RunListener {

	private static final int REDRAW_MILLIS = 250;

	private static final double NANOS = 1e9;

	private static final double PERCENT = 100;

	private static final int BAR = 20;

	private static final long MINUTE = 60;

	private static final int TEN = 10;

	private static final long RECENT_NANOS = 8_000_000_000L;

	/**
	 * A line wider than the window would be broken in two, of which the next redrawing
	 * clears only the second; so the terminal is told to cut it off.
	 */
	static final String CUT = "\r\u001B[K\u001B[?7l%s\u001B[?7h";

	/** Clears the line. */
	static final String FRESH = "\r\u001B[K";

	private final PrintWriter out;

	private final Messages messages;

	private final boolean live;

	private final LongSupplier clock;

	private ScheduledExecutorService redrawing;

	private Step current;

	private long started;

	private long done;

	private long total;

	private final Deque<Point> points = new ArrayDeque<>();

	TerminalProgress(PrintWriter out, Messages messages, boolean live) {
		this(out, messages, live, System::nanoTime);
	}

	TerminalProgress(PrintWriter out, Messages messages, boolean live, LongSupplier clock) {
		this.out = out;
		this.messages = messages;
		this.live = live;
		this.clock = clock;
	}

	@Override
	public synchronized void stepStarted(Step step) {
		this.current = step;
		this.started = this.clock.getAsLong();
		this.done = 0;
		this.total = 0;
		this.points.clear();
		if (this.live && this.redrawing == null) {
			this.redrawing = Executors.newSingleThreadScheduledExecutor((task) -> {
				Thread thread = new Thread(task, "progress");
				thread.setDaemon(true);
				return thread;
			});
			// By the clock and not by what happens: one statement may take minutes.
			this.redrawing.scheduleAtFixedRate(this::redraw, 0, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public synchronized void progress(Step step, long nowDone, long nowTotal) {
		this.done = nowDone;
		this.total = nowTotal;
	}

	@Override
	public synchronized void stepEnded(Step step, long allDone) {
		this.current = null;
		this.out.println(fresh() + this.messages.get("cli.stepEnded", label(step), allDone, unit(step),
				Math.round(seconds() * 10) / 10.0));
		this.out.flush();
	}

	@Override
	public synchronized void waiting(Step step, boolean waiting) {
		this.out
			.println(fresh() + this.messages.get(waiting ? "cli.progress.waiting" : "cli.progress.taken", label(step)));
		this.out.flush();
	}

	@Override
	public synchronized void runEnded() {
		if (this.redrawing != null) {
			this.redrawing.shutdownNow();
			this.redrawing = null;
		}
		if (this.current != null) {
			this.current = null;
			this.out.print(fresh());
			this.out.flush();
		}
	}

	synchronized void redraw() {
		if (this.current != null) {
			this.out.print(CUT.formatted(line()));
			this.out.flush();
		}
	}

	/** What stands on the line just now. */
	synchronized String line() {
		String elapsed = duration(Math.round(seconds()));
		if (this.done == 0) {
			return this.messages.get("cli.progress.begun", label(this.current), elapsed);
		}
		double share = Math.min(1, (double) this.done / Math.max(this.done, this.total));
		int filled = (int) Math.round(share * BAR);
		double rate = rate();
		String left = duration(Math.round(Math.max(0, this.total - this.done) / rate));
		return this.messages.get("cli.progress", label(this.current), "█".repeat(filled) + "░".repeat(BAR - filled),
				(long) (share * PERCENT), this.done, unit(this.current), rounded(rate), left, elapsed);
	}

	/**
	 * How much gets done in a second just now. A step may take long to come into its
	 * stride: before loading, files are surveyed.
	 */
	private double rate() {
		Point now = new Point(this.clock.getAsLong(), this.done);
		this.points.addLast(now);
		while (this.points.size() > 2 && now.nanos() - this.points.getFirst().nanos() > RECENT_NANOS) {
			this.points.removeFirst();
		}
		Point first = this.points.getFirst();
		if (now.done() > first.done() && now.nanos() - first.nanos() > RECENT_NANOS / 2) {
			return (now.done() - first.done()) * NANOS / (now.nanos() - first.nanos());
		}
		return this.done / Math.max(seconds(), 1 / NANOS);
	}

	private static String rounded(double rate) {
		return (rate < TEN) ? String.valueOf(Math.round(rate * TEN) / (double) TEN) : String.valueOf(Math.round(rate));
	}

	private double seconds() {
		return (this.clock.getAsLong() - this.started) / NANOS;
	}

	static String duration(long seconds) {
		return "%d:%02d".formatted(seconds / MINUTE, seconds % MINUTE);
	}

	/** How much was done at a moment. */
	private record Point(long nanos, long done) {
	}

	private String fresh() {
		return this.live ? FRESH : "";
	}

	private String label(Step step) {
		return this.messages.get("cli.step." + step);
	}

	private String unit(Step step) {
		return this.messages.get("cli.unit." + step);
	}

}
