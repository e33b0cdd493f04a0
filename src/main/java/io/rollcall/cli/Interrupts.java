package io.rollcall.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.rollcall.launch.Signals;
import io.rollcall.text.Messages;

/**
 * What happens when somebody presses Ctrl-C, closes the terminal or ends the process from
 * outside. A run is asked to stop at a place from which it can be resumed, and the
 * command then ends in its own order: first the run, then the database. Anything else
 * ends at once, and so does a run when somebody asks twice.
 * <p>
 * Shutdown hooks would not do: all of them start at the same moment, so the one that
 * stops the embedded server pulls it away from under a run that is just stopping.
 */
final class Interrupts {

	/**
	 * One Ctrl-C may arrive twice: from the terminal, and passed on by the process that
	 * started this one.
	 */
	private static final long ECHO_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	/** The database's hook gets as long to stop the embedded server. */
	private static final int SECONDS_TO_END = 20;

	private static final Interrupts PROCESS = new Interrupts();

	private Messages messages = Messages.of("zh");

	private PrintWriter err = new PrintWriter(System.err, true);

	private Runnable stop;

	private int heard;

	private long last;

	private volatile boolean ending;

	private Interrupts() {
	}

	/**
	 * Listens to signals from now on.
	 * @param messages the texts of the terminal's language
	 * @param err where to say what happens
	 */
	static void listen(Messages messages, PrintWriter err) {
		synchronized (PROCESS) {
			PROCESS.messages = messages;
			PROCESS.err = err;
		}
		Signals.handle(PROCESS::hear);
	}

	/**
	 * Does work that can be asked to stop.
	 * @param stop asks it to stop; returns at once
	 * @param work the work
	 * @return what the work returns
	 */
	static <T> T stopping(Runnable stop, Supplier<T> work) {
		PROCESS.setStop(stop);
		try {
			return work.get();
		}
		finally {
			PROCESS.setStop(null);
		}
	}

	/**
	 * Whether the process is ending because somebody said so, which is why whatever goes
	 * wrong now is not worth a word.
	 */
	static boolean isEnding() {
		return PROCESS.ending;
	}

	private synchronized void setStop(Runnable newStop) {
		this.stop = newStop;
		if (newStop != null && this.heard > 0) {
			newStop.run();
		}
	}

	private void hear() {
		if (!count()) {
			return;
		}
		Runnable asked = asked();
		if (asked != null) {
			say("cli.stopping");
			asked.run();
		}
		else {
			end();
		}
	}

	private synchronized boolean count() {
		long now = System.nanoTime();
		if (this.heard > 0 && now - this.last < ECHO_NANOS) {
			return false;
		}
		this.last = now;
		this.heard++;
		return true;
	}

	private synchronized Runnable asked() {
		return (this.heard == 1) ? this.stop : null;
	}

	private void end() {
		if (this.ending) {
			Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
		}
		this.ending = true;
		say(this.heard > 1 ? "cli.endedAtOnce" : "cli.interrupted");
		Thread patience = new Thread(() -> {
			try {
				TimeUnit.SECONDS.sleep(SECONDS_TO_END);
			}
			catch (InterruptedException ex) {
				// Nobody interrupts it; if somebody does, the time is over.
			}
			Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
		}, "patience");
		patience.setDaemon(true);
		patience.start();
		System.exit(ExitCode.INTERRUPTED);
	}

	private void say(String key) {
		this.err.println(Terminal.freshLine() + this.messages.get(key));
	}

}
