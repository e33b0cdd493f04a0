package io.rollcall.launch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program started once more by itself, because some things can only be said when Java
 * starts: flags, and the encoding of file names. Without a UTF-8 locale (cron, systemd, a
 * bare shell) Java can neither create nor rightly list Chinese file names, and no system
 * property helps. The second process takes over arguments, heap, working directory,
 * standard streams and signals, gives its exit code to the first, and does not outlive
 * it.
 */
public final class SecondProcess {

	/** Tells the second process which one started it. */
	private static final String PARENT = "ROLLCALL_PARENT";

	/** Where the launcher script of Windows keeps the arguments as they were typed. */
	private static final String TYPED = "ROLLCALL_ARGUMENTS";

	private static final int MILLIS_TO_NOTICE = 100;

	/** As after Ctrl-C. */
	private static final int ORPHANED = 130;

	private SecondProcess() {
	}

	/**
	 * Whether this process can name any file. On Windows every process can: there the
	 * encoding says only how arguments come in.
	 * @return false without a UTF-8 locale
	 */
	public static boolean isUtf8() {
		if (OperatingSystem.current() == OperatingSystem.WINDOWS) {
			return true;
		}
		Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
		return names.newEncoder().canEncode('学');
	}

	/**
	 * Whether a second process would be told a path whole. Windows hands arguments over
	 * by its code page, which may lack letters that names of files have.
	 */
	static boolean canBeTold(Path path) {
		return OperatingSystem.current() != OperatingSystem.WINDOWS
				|| Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(path.toString());
	}

	/**
	 * Whether a second process would get whole arguments, and this is not one already.
	 * @param arguments the arguments of {@code main}
	 * @return whether it can be started
	 */
	public static boolean isPossible(String... arguments) {
		if (System.getenv(PARENT) != null) {
			return false;
		}
		if (isUtf8()) {
			return true;
		}
		Optional<String[]> raw = RawArguments.of("self", arguments.length);
		return raw.isPresent() && RawArguments.fit(raw.get(), arguments);
	}

	/**
	 * Starts this process again as it was started, with a UTF-8 locale.
	 * @return its exit code
	 * @throws IOException when it cannot be started
	 */
	public static int again() throws IOException {
		List<String> command = new ArrayList<>();
		command.add(JavaFlags.program());
		String[] line = RawArguments.commandLine("self");
		command.addAll(Arrays.asList(line).subList(1, line.length));
		return run(command);
	}

	/**
	 * Starts the second process and waits for its end.
	 * @param command the java program, its flags, and the arguments of this process
	 * @return its exit code
	 * @throws IOException when it cannot be started
	 */
	static int run(List<String> command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		if (!isUtf8()) {
			builder.environment().put("LC_ALL", "C.UTF-8");
		}
		builder.environment().put(Invocation.WORDS, Invocation.words());
		builder.environment().put(PARENT, Long.toString(ProcessHandle.current().pid()));
		Process child = builder.start();
		if (!Signals.handle(passedOn(child))) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(child)));
		}
		return await(child);
	}

	/**
	 * What a signal to this process does to the child. On Windows there are none but
	 * Ctrl-C and a closed window, of which the console tells the child as well;
	 * destroying it would end it in the middle of a step.
	 */
	private static Runnable passedOn(Process child) {
		return (OperatingSystem.current() == OperatingSystem.WINDOWS) ? () -> {
		} : child::destroy;
	}

	private static void stop(Process child) {
		child.destroy();
		await(child);
	}

	private static int await(Process child) {
		while (true) {
			try {
				return child.waitFor();
			}
			catch (InterruptedException ex) {
				// Only the child's end ends the waiting.
			}
		}
	}

	/**
	 * The arguments as they were typed, whichever process this is.
	 * @param arguments the arguments of {@code main}
	 * @return the same, or those of the process that started this one
	 */
	public static String[] arguments(String... arguments) {
		String parent = System.getenv(PARENT);
		if (parent != null) {
			endWith(parent);
			Optional<String[]> typed = RawArguments.of(parent, arguments.length);
			if (typed.isPresent()) {
				return typed.get();
			}
		}
		return RawArguments.fromScript(System.getenv(TYPED), arguments);
	}

	/**
	 * The process that people started and can see and end, whichever this is.
	 * @return its number
	 */
	public static String started() {
		String parent = System.getenv(PARENT);
		return (parent != null) ? parent : Long.toString(ProcessHandle.current().pid());
	}

	private static boolean isChildOf(String parent) {
		return ProcessHandle.current()
			.parent()
			.map((handle) -> Long.toString(handle.pid()))
			.equals(Optional.of(parent));
	}

	/**
	 * A child whose parent was killed would go on unseen. It notices by having another
	 * parent all of a sudden, which happens even if nobody ever asks after the dead one.
	 */
	private static void endWith(String parent) {
		Thread watch = new Thread(() -> {
			try {
				while (isChildOf(parent)) {
					TimeUnit.MILLISECONDS.sleep(MILLIS_TO_NOTICE);
				}
			}
			catch (InterruptedException ex) {
				// Nobody interrupts it; if somebody does, the parent is not seen any
				// more.
			}
			Runtime.getRuntime().halt(ORPHANED);
		}, "parent-watch");
		watch.setDaemon(true);
		watch.start();
	}

}
