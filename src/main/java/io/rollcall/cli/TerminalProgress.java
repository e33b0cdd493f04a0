package io.rollcall.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;

import io.rollcall.pipeline.RunListener;
import io.rollcall.text.Messages;

/**
 * Shows how a run gets on: one line a step that is rewritten on a terminal, plain lines
 * elsewhere.
 */
final class TerminalProgress implements RunListener {

	private static final long REDRAW_NANOS = 200_000_000L;

	private static final double NANOS = 1e9;

	private static final int BAR = 24;

	private final PrintWriter out;

	private final Messages messages;

	private final boolean live;

	private final Map<Step, Long> started = new EnumMap<>(Step.class);

	private long drawn;

	TerminalProgress(PrintWriter out, Messages messages, boolean live) {
		this.out = out;
		this.messages = messages;
		this.live = live;
	}

	/** Whether standard output is a terminal that can rewrite a line. */
	static boolean isTerminal() {
		return System.console() != null && !"dumb".equals(System.getenv("TERM"))
				&& java.nio.file.Files.exists(java.nio.file.Path.of("/dev/tty"));
	}

	@Override
	public synchronized void stepStarted(Step step) {
		this.started.put(step, System.nanoTime());
		if (this.live) {
			draw(label(step) + " …");
		}
	}

	@Override
	public synchronized void progress(Step step, long done, long total) {
		long now = System.nanoTime();
		if (!this.live || now - this.drawn < REDRAW_NANOS) {
			return;
		}
		this.drawn = now;
		double seconds = (now - this.started.getOrDefault(step, now)) / NANOS;
		double share = (total > 0) ? Math.min(1, (double) done / total) : 0;
		long rate = (seconds > 0) ? Math.round(done / seconds) : 0;
		long left = (share > 0) ? Math.round(seconds * (1 - share) / share) : 0;
		int filled = (int) Math.round(share * BAR);
		draw(this.messages.get("cli.progress", label(step), "█".repeat(filled) + "░".repeat(BAR - filled),
				Math.round(share * 100), done, unit(step), rate, left));
	}

	@Override
	public synchronized void stepEnded(Step step, long done) {
		double seconds = (System.nanoTime() - this.started.getOrDefault(step, System.nanoTime())) / NANOS;
		String line = this.messages.get("cli.stepEnded", label(step), done, unit(step),
				Math.round(seconds * 10) / 10.0);
		if (this.live) {
			draw(line);
			this.out.println();
		}
		else {
			this.out.println(line);
		}
		this.out.flush();
	}

	private void draw(String line) {
		this.out.print("\r\u001B[K" + line);
		this.out.flush();
	}

	private String label(Step step) {
		return this.messages.get("cli.step." + step);
	}

	private String unit(Step step) {
		return this.messages.get("cli.unit." + step);
	}

}
