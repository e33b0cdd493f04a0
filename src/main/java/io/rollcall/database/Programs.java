package io.rollcall.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls PostgreSQL's programs in an environment that does not depend on the caller's, and
 * for root in a user namespace: PostgreSQL refuses to run as root, because whoever breaks
 * into it would own the machine.
 */
final class Programs {

	private static final Pattern FAILURE = Pattern.compile("(?:FATAL|PANIC|error):\\s*(.*)");

	private final Path binaries;

	Programs(Path binaries) {
		this.binaries = binaries;
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

	private List<String> command(String program, String... arguments) {
		List<String> command = new ArrayList<>(prefix());
		command.add(this.binaries.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		return command;
	}

	private ProcessBuilder builder(List<String> command) {
		ProcessBuilder builder = new ProcessBuilder(command);
		// PGOPTIONS and the like would change the server, a foreign LD_LIBRARY_PATH its
		// libraries, and LC_ALL naming a locale that the system lacks stops initdb.
		builder.environment()
			.keySet()
			.removeIf((name) -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LD_LIBRARY_PATH"));
		builder.environment().put("LC_ALL", "C");
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
			return new Result(process.waitFor(), Files.readString(output, StandardCharsets.ISO_8859_1));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DatabaseException(ex, "INTERRUPTED");
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
