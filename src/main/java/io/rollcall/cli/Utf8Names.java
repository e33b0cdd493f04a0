package io.rollcall.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import io.rollcall.text.Messages;

/**
 * Without a UTF-8 locale (cron, systemd, a bare shell) Java can neither create nor
 * rightly list Chinese file names, and no system property helps. The program then starts
 * itself once more with {@code LC_ALL=C.UTF-8}.
 */
final class Utf8Names {

	private static final String MARK = "ROLLCALL_PARENT";

	private Utf8Names() {
	}

	/**
	 * Starts the program again where file names need it.
	 * @param arguments the program's arguments
	 * @return the exit code of the second start, or empty when this process may go on
	 */
	static OptionalInt relaunchIfNeeded(String... arguments) {
		String parent = System.getenv(MARK);
		if (parent != null) {
			endWith(Long.parseLong(parent));
		}
		Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
		if (names.newEncoder().canEncode('学')) {
			return OptionalInt.empty();
		}
		Messages messages = Messages.of(Language.of(arguments));
		if (parent != null) {
			System.err.println(messages.get("cli.noUtf8"));
			return OptionalInt.of(ExitCode.FAILED);
		}
		try {
			return OptionalInt.of(relaunch(arguments));
		}
		catch (IOException ex) {
			System.err.println(messages.get("cli.noUtf8"));
			return OptionalInt.of(ExitCode.FAILED);
		}
	}

	private static int relaunch(String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.addAll(List.of("-cp", System.getProperty("java.class.path")));
		String main = System.getProperty("sun.java.command", "");
		command.add(main.split(" ")[0].endsWith(".jar") ? "org.springframework.boot.loader.launch.JarLauncher"
				: Rollcall.class.getName());
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().put(MARK, String.valueOf(ProcessHandle.current().pid()));
		Process child = builder.start();
		Thread forward = new Thread(() -> stop(child));
		Runtime.getRuntime().addShutdownHook(forward);
		int code = await(child);
		try {
			Runtime.getRuntime().removeShutdownHook(forward);
		}
		catch (IllegalStateException ex) {
			// The signal that ended the child is ending this process, too.
		}
		return code;
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

	/** A child whose parent was killed would go on unseen. */
	private static void endWith(long parent) {
		Thread watch = new Thread(() -> {
			ProcessHandle.of(parent).ifPresent((handle) -> {
				try {
					handle.onExit().get(Long.MAX_VALUE, TimeUnit.DAYS);
				}
				catch (Exception ex) {
					// The parent cannot be watched any more, as if it were gone.
				}
			});
			Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
		}, "parent-watch");
		watch.setDaemon(true);
		watch.start();
	}

}
