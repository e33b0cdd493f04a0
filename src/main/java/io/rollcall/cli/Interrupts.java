package io.rollcall.cli;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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

	private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

	/**
	 * One Ctrl-C may arrive twice: from the terminal, and passed on by the process that
	 * started this one for the sake of file names.
	 */
	private static final long ECHO_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	/** The database's hook gets as long to stop the embedded server. */
	private static final int SECONDS_TO_END = 5;

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
		handle(PROCESS::hear);
	}

	/**
	 * Has signals handled.
	 * @param action what to do at each of them
	 * @return whether this Java can do so; where it cannot, signals end the process
	 */
	static boolean handle(Runnable action) {
		boolean all = true;
		for (String signal : SIGNALS) {
			all &= handle(signal, action);
		}
		return all;
	}

	/**
	 * The class is there in every Java (module jdk.unsupported), but javac warns of it
	 * with a warning that nothing can silence.
	 */
	private static boolean handle(String name, Runnable action) {
		try {
			Class<?> signal = Class.forName("sun.misc.Signal");
			Class<?> handler = Class.forName("sun.misc.SignalHandler");
			Object proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] { handler },
					(self, method, arguments) -> switch (method.getName()) {
						case "handle" -> {
							action.run();
							yield null;
						}
						case "hashCode" -> System.identityHashCode(self);
						case "equals" -> self == arguments[0];
						default -> name;
					});
			signal.getMethod("handle", signal, handler)
				.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
			return true;
		}
		catch (ReflectiveOperationException ex) {
			return false;
		}
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
