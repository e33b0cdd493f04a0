package io.rollcall.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.rollcall.database.Opening;
import io.rollcall.text.Messages;

/**
 * Says what a start is about, where it takes long enough for somebody to wonder: on a
 * terminal every part of it, a line each; elsewhere only that the database is being
 * started, which takes longest.
 */
final class StartNotice implements AutoCloseable {

	/**
	 * Where somebody watches, silence is wondered about sooner than in a log; Java itself
	 * has taken almost half a second when this begins to wait.
	 */
	private static final int WATCHED_MILLIS = 50;

	private static final int PATIENCE_MILLIS = 1_500;

	private final ScheduledExecutorService waiting = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "start-notice");
		thread.setDaemon(true);
		return thread;
	});

	private final PrintWriter out;

	private final Messages messages;

	private final boolean watched;

	private String part = Opening.STARTING.name();

	private String told = "";

	private boolean late;

	/**
	 * Begins to wait.
	 * @param out where to say it
	 * @param messages in which language
	 * @param watched whether somebody sees it at once
	 */
	StartNotice(PrintWriter out, Messages messages, boolean watched) {
		this(out, messages, watched, watched ? WATCHED_MILLIS : PATIENCE_MILLIS);
	}

	StartNotice(PrintWriter out, Messages messages, boolean watched, int millis) {
		this.out = out;
		this.messages = messages;
		this.watched = watched;
		this.waiting.schedule(this::beLate, millis, TimeUnit.MILLISECONDS);
	}

	void opening(Opening opening) {
		if (this.watched) {
			next(opening.name());
		}
	}

	/** The tables are looked at, and made where they are missing. */
	void schema() {
		if (this.watched) {
			next("SCHEMA");
		}
		else {
			done();
		}
	}

	/** What was asked for is being looked up. */
	void reading() {
		if (this.watched) {
			next("READING");
		}
	}

	private synchronized void next(String begun) {
		this.part = begun;
		if (this.late) {
			tell();
		}
	}

	private synchronized void beLate() {
		this.late = true;
		tell();
	}

	private void tell() {
		if (!this.part.equals(this.told)) {
			this.told = this.part;
			this.out.println(this.messages.get("cli.start." + this.part));
			this.out.flush();
		}
	}

	/** From now on there is nothing to wonder about. */
	void done() {
		this.waiting.shutdownNow();
	}

	@Override
	public void close() {
		done();
	}

}
