package io.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody watches. */
final class Terminal {

	private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

	private Terminal() {
	}

	/**
	 * Whether standard output is a terminal that can rewrite a line.
	 * {@code System.console()} cannot tell: it also asks for standard input, and from
	 * Java 22 on it is there without any terminal.
	 */
	static boolean isLive() {
		return !"dumb".equals(System.getenv("TERM")) && isTerminal();
	}

	private static boolean isTerminal() {
		try {
			String target = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
			return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * What clears a line that may be half written, such as a bar or the terminal's own
	 * {@code ^C}; nothing where there is no terminal.
	 */
	static String freshLine() {
		return isLive() ? "\r\u001B[K" : "";
	}

}
