package io.rollcall.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.launch.OperatingSystem;

/** Whether somebody watches, and which letters reach him. */
final class Terminal {

	private static final Path STANDARD_INPUT = Path.of("/proc/self/fd/0");

	private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

	private static final OperatingSystem SYSTEM = OperatingSystem.current();

	private Terminal() {
	}

	/**
	 * Whether standard output is a terminal that can rewrite a line. Consoles of Windows
	 * print the codes for that unless a program has told them to obey, which Java cannot.
	 */
	static boolean isLive() {
		return !"dumb".equals(System.getenv("TERM")) && SYSTEM != OperatingSystem.WINDOWS && isWatched();
	}

	/** Whether standard output is a terminal. */
	static boolean isWatched() {
		return isTerminal(STANDARD_OUTPUT);
	}

	/** Whether standard input is a terminal too: what is piped in or out is no answer. */
	static boolean isAnswering() {
		return isWatched() && isTerminal(STANDARD_INPUT);
	}

	private static boolean isTerminal(Path stream) {
		if (SYSTEM != OperatingSystem.LINUX) {
			return isTerminal(System.console());
		}
		try {
			String target = Files.readSymbolicLink(stream).toString();
			return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Java's own word, which holds for standard input and output together. From Java 22
	 * on there is a console without any terminal, and a method that tells.
	 */
	private static boolean isTerminal(Console console) {
		try {
			return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (ReflectiveOperationException ex) {
			return true;
		}
	}

	/**
	 * How text is written to standard output and error: files and pipes get UTF-8
	 * whatever the locale says, and so does every terminal but a console of Windows,
	 * which shows the letters of its code page.
	 */
	static Charset charset() {
		return (SYSTEM == OperatingSystem.WINDOWS && isWatched())
				? charset(System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding")))
				: StandardCharsets.UTF_8;
	}

	/** The code page of a name that Java tells; UTF-8 where it tells none it knows. */
	static Charset charset(String name) {
		return (name != null && Charset.isSupported(name)) ? Charset.forName(name) : StandardCharsets.UTF_8;
	}

	/**
	 * What clears a line that may be half written, such as a bar or the terminal's own
	 * {@code ^C}; nothing where there is no terminal.
	 */
	static String freshLine() {
		return isLive() ? "\r\u001B[K" : "";
	}

}
