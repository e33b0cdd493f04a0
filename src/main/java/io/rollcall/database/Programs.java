package io.rollcall.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.launch.OperatingSystem;

/**
 * Calls PostgreSQL's programs in an environment that does not depend on the caller's, and
 * for root in a user namespace: PostgreSQL refuses to run as root, because whoever breaks
 * into it would own the machine.
 */
final class Programs {

	private static final Pattern FAILURE = Pattern.compile("(?:FATAL|PANIC|error):\\s*(.*)");

	/** Windows finds a program by a name below the home only for one that is there. */
	private static final List<String> SHELL = List.of("cmd", "/d", "/c");

	private final Path home;

	private final Path binaries;

	private final OperatingSystem system;

	/**
	 * The programs.
	 * @param home the folder below which all is that they are told to use
	 * @param binaries the folder with {@code bin/postgres}
	 * @param system the system they run on
	 */
	Programs(Path home, Path binaries, OperatingSystem system) {
		this.home = home;
		this.binaries = binaries;
		this.system = system;
	}

	Path binaries() {
		return this.binaries;
	}

	OperatingSystem system() {
		return this.system;
	}

	/**
	 * How a path is given to a program. Windows hands it over by the code page, in which
	 * the home's name may have no letters, and through a shell that reads some as its
	 * own: names below the home are plain.
	 */
	String name(Path path) {
		return (this.system == OperatingSystem.WINDOWS) ? this.home.relativize(path).toString() : path.toString();
	}

	/**
	 * What is needed to run a PostgreSQL program as this user. Also a user without a name
	 * ({@code docker run --user 1234}) goes into a namespace, since initdb insists on
	 * one.
	 */
	private static List<String> prefix() {
		String user = System.getProperty("user.name");
		return ("root".equals(user) || "?".equals(user)) ? List.of("unshare", "-U") : List.of();
	}

	/**
	 * Whether the system lets this user run PostgreSQL.
	 * @throws DatabaseException when it does not
	 */
	static void checkPermitted() {
		if (prefix().isEmpty()) {
			return;
		}
		List<String> command = new ArrayList<>(prefix());
		command.add("true");
		try {
			Result result = finish(new ProcessBuilder(command), "");
			if (result.status() != 0) {
				throw new DatabaseException("ROOT_REFUSED");
			}
		}
		catch (IOException ex) {
			throw new DatabaseException(ex, "ROOT_REFUSED");
		}
	}

	/**
	 * Runs a program to its end.
	 * @param input what it reads
	 * @param program its name
	 * @param arguments its arguments
	 * @return its exit status and all its output
	 */
	Result run(String input, String program, String... arguments) {
		List<String> command = command(program, arguments);
		try {
			return finish(builder(command), input);
		}
		catch (IOException ex) {
			throw new DatabaseException(ex, "PROGRAM_FAILED", program, "cannot start");
		}
	}

	/**
	 * Starts the server in a session of its own, so that Ctrl-C in the terminal of the
	 * command that started it does not end it under another command's feet.
	 */
	Process launch(Path log, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add("setsid");
		command.addAll(command("postgres", arguments));
		return builder(command).redirectInput(new File("/dev/null"))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
	}

	/**
	 * Starts the server by {@code pg_ctl}, which makes it a session of its own where
	 * there is no {@code setsid} command, and gives the rights of an administrator up,
	 * with which PostgreSQL does not run. On Windows it takes a new group of processes as
	 * well, to which Ctrl-C does not go.
	 * @param longest how long to wait until the server is ready
	 * @param option what the server is told
	 */
	void control(Path log, Path data, Duration longest, String option) throws IOException {
		List<String> command = command("pg_ctl", "start", "-s", "-w", "-t", Long.toString(longest.toSeconds()), "-D",
				name(data), "-l", name(log), "-o", option);
		if (this.system == OperatingSystem.WINDOWS) {
			command.addAll(SHELL.size(), List.of("start", "", "/b", "/wait"));
		}
		// The server inherits what its starter writes to, so nobody may wait for that to
		// end.
		Process process = builder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		process.getOutputStream().close();
		awaitEnd(process);
	}

	private static int awaitEnd(Process process) {
		try {
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DatabaseException(ex, "INTERRUPTED");
		}
	}

	private List<String> command(String program, String... arguments) {
		List<String> command = new ArrayList<>((this.system == OperatingSystem.WINDOWS) ? SHELL : prefix());
		command.add(name(this.binaries.resolve("bin").resolve(this.system.program(program))));
		command.addAll(List.of(arguments));
		return command;
	}

	private ProcessBuilder builder(List<String> command) {
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.home.toFile());
		// PGOPTIONS and the like would change the server, a foreign LD_LIBRARY_PATH its
		// libraries, and LC_ALL naming a locale that the system lacks stops initdb.
		builder.environment()
			.keySet()
			.removeIf((name) -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LD_LIBRARY_PATH"));
		builder.environment().put("LC_ALL", "C");
		if (this.system == OperatingSystem.WINDOWS) {
			// The run-time library of C that PostgreSQL wants comes with Java.
			builder.environment()
				.merge("Path", System.getProperty("java.home") + "\\bin", (path, java) -> path + ";" + java);
		}
		return builder;
	}

	private static Result finish(ProcessBuilder builder, String input) throws IOException {
		Path output = Files.createTempFile("rollcall", ".out");
		try {
			Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
			try (var stdin = process.getOutputStream()) {
				stdin.write(input.getBytes(StandardCharsets.UTF_8));
			}
			catch (IOException ignored) {
				// It ended without reading; its exit status says why.
			}
			return new Result(awaitEnd(process), Files.readString(output, StandardCharsets.ISO_8859_1));
		}
		finally {
			Files.delete(output);
		}
	}

	/** How a program ended. */
	record Result(int status, String output) {

		/** What the program says went wrong, else its last line. */
		String reason() {
			Matcher fatal = FAILURE.matcher(this.output);
			List<String> lines = this.output.lines().filter((line) -> !line.isBlank()).toList();
			return fatal.find() ? fatal.group(1)
					: lines.isEmpty() ? "status " + this.status : lines.get(lines.size() - 1);
		}

	}

}
