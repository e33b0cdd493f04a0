package io.rollcall.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.rollcall.text.Messages;

/**
 * Says on a terminal which file is being read, where that takes long enough for somebody
 * to wonder: one line that is rewritten and goes when it is done, or a line a file where
 * lines cannot be rewritten. Elsewhere nothing.
 */
final class ReadingLine implements Consumer<String>, AutoCloseable {

	/** Sooner than anybody wonders, and later than small files take. */
	private static final int LOOK_MILLIS = 300;

	private final PrintWriter out;

	private final Messages messages;

	private final boolean live;

	private final LongSupplier clock;

	private final ScheduledExecutorService redrawing;

	private String file = "";

	private long begun;

	private String told = "";

	/**
	 * Begins to tell.
	 * @param out the terminal
	 * @param messages in which language
	 */
	ReadingLine(PrintWriter out, Messages messages) {
		this(out, messages, Terminal.isLive(), System::nanoTime);
		if (Terminal.isWatched()) {
			this.redrawing.scheduleAtFixedRate(this::redraw, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	ReadingLine(PrintWriter out, Messages messages, boolean live, LongSupplier clock) {
		this.out = out;
		this.messages = messages;
		this.live = live;
		this.clock = clock;
		this.redrawing = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "reading");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** The reading of a file begins. */
	@Override
	public synchronized void accept(String path) {
		this.file = path;
		this.begun = this.clock.getAsLong();
	}

	/** The same, told at once where the line goes again. */
	synchronized void acceptAtOnce(String path) {
		accept(path);
		if (this.live) {
			redraw();
		}
	}

	synchronized void redraw() {
		if (this.file.isEmpty()) {
			return;
		}
		if (this.live) {
			String elapsed = TerminalProgress
				.duration(TimeUnit.NANOSECONDS.toSeconds(this.clock.getAsLong() - this.begun));
			this.out.print(TerminalProgress.CUT.formatted(
					this.messages.get("cli.progress.begun", this.messages.get("cli.reading", this.file), elapsed)));
		}
		else if (!this.file.equals(this.told)) {
			this.out.println(this.messages.get("cli.reading", this.file));
		}
		this.told = this.file;
		this.out.flush();
	}

	/** There is nothing more to wonder about. */
	@Override
	public synchronized void close() {
		this.redrawing.shutdownNow();
		this.file = "";
		if (this.live && !this.told.isEmpty()) {
			this.out.print(TerminalProgress.FRESH);
			this.out.flush();
		}
	}

}
