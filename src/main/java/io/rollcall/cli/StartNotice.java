package io.rollcall.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says in one line that the database is being started, where that takes long enough for
 * somebody to wonder.
 */
final class StartNotice implements AutoCloseable {

	/** Where somebody watches, silence is wondered about sooner than in a log. */
	private static final int WATCHED_MILLIS = 400;

	private static final int PATIENCE_MILLIS = 1_500;

	private final ScheduledExecutorService waiting = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "start-notice");
		thread.setDaemon(true);
		return thread;
	});

	private StartNotice(PrintWriter out, String text) {
		this.waiting.schedule(() -> {
			out.println(text);
			out.flush();
		}, Terminal.isWatched() ? WATCHED_MILLIS : PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
	}

	/**
	 * Speaks if it is not closed within a moment.
	 * @param out where to
	 * @param text what to say
	 */
	static StartNotice after(PrintWriter out, String text) {
		return new StartNotice(out, text);
	}

	@Override
	public void close() {
		this.waiting.shutdownNow();
	}

}
