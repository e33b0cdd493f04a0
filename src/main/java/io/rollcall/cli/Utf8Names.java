package io.rollcall.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import io.rollcall.text.Messages;

/**
 * Without a UTF-8 locale (cron, systemd, a bare shell) Java can neither create nor
 * rightly list Chinese file names, and no system property helps. The program then starts
 * itself once more with {@code LC_ALL=C.UTF-8}. The second process takes over arguments,
 * heap, working directory, standard streams and signals, gives its exit code to the
 * first, and does not outlive it.
 */
final class Utf8Names {

	/** Tells the second process which one started it. */
	private static final String PARENT = "ROLLCALL_PARENT";

	/** Java adds the contents of these to every command line, and so to our flags. */
	private static final List<String> FLAGS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

	private static final String JAR = "org.springframework.boot.loader.launch.JarLauncher";

	private static final int MILLIS_TO_NOTICE = 100;

	private Utf8Names() {
	}

	/**
	 * Starts the program again where file names need it.
	 * @param arguments the program's arguments
	 * @return the exit code of the second start, or empty when this process may go on
	 */
	static OptionalInt relaunchIfNeeded(String... arguments) {
		if (isUtf8()) {
			return OptionalInt.empty();
		}
		Optional<String[]> raw = RawArguments.of("self", arguments.length);
		boolean whole = raw.isPresent() && RawArguments.fit(raw.get(), arguments) || isPlain(arguments);
		if (whole && System.getenv(PARENT) == null) {
			try {
				return OptionalInt.of(relaunch(arguments));
			}
			catch (IOException ex) {
				// What to do instead is the same, whatever is in the way.
			}
		}
		System.err.println(Messages.of(Language.of(arguments)).get("cli.noUtf8"));
		return OptionalInt.of(ExitCode.FAILED);
	}

	/**
	 * The arguments as they were typed, whichever process this is.
	 * @param arguments the arguments of {@code main}
	 * @return the same, or those of the process that started this one
	 */
	static String[] arguments(String... arguments) {
		String parent = System.getenv(PARENT);
		if (parent == null) {
			return arguments;
		}
		endWith(parent);
		return RawArguments.of(parent, arguments.length).orElse(arguments);
	}

	private static boolean isUtf8() {
		Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
		return names.newEncoder().canEncode('学');
	}

	/** Where the system does not keep bytes, arguments without any damage will do. */
	private static boolean isPlain(String... arguments) {
		return Arrays.stream(arguments).allMatch((argument) -> argument.matches("[\\x20-\\x7E&&[^?]]*"));
	}

	private static int relaunch(String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.addAll(List.of("-cp", System.getProperty("java.class.path")));
		boolean inJar = Utf8Names.class.getClassLoader() != ClassLoader.getSystemClassLoader();
		command.add(inJar ? JAR : Rollcall.class.getName());
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		builder.environment().keySet().removeAll(FLAGS);
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().put(PARENT, String.valueOf(ProcessHandle.current().pid()));
		Process child = builder.start();
		if (!Interrupts.handle(child::destroy)) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(child)));
		}
		return await(child);
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
			Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
		}, "parent-watch");
		watch.setDaemon(true);
		watch.start();
	}

}
