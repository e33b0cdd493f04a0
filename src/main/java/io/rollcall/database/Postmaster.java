package io.rollcall.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server process of a data directory. All of this is to be called inside a
 * transition.
 */
final class Postmaster {

	private static final int ATTEMPTS = 20;

	/** Recovery after a power cut replays up to max_wal_size. */
	private static final Duration LONGEST_START = Duration.ofMinutes(5);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

	/** Lines of postmaster.pid, as pidfile.h of PostgreSQL numbers them, from 0. */
	private static final int PID_LINE = 0;

	private static final int PORT_LINE = 3;

	private static final int STATUS_LINE = 7;

	private final Cluster cluster;

	private final Programs programs;

	Postmaster(Cluster cluster, Programs programs) {
		this.cluster = cluster;
		this.programs = programs;
	}

	/**
	 * The server that runs on this data directory, whoever started it.
	 * @return its port, or empty when none runs
	 */
	Optional<Integer> findRunning() {
		List<String> lines = pidFile();
		if (lines.isEmpty() || !isOurs(Long.parseLong(lines.get(PID_LINE).strip()))) {
			return Optional.empty();
		}
		return Optional.of(awaitReady(ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip())).orElse(null)));
	}

	/**
	 * Starts the server.
	 * @return its port
	 */
	int start() {
		removeStalePidFile();
		this.cluster.configure();
		for (int attempt = 1;; attempt++) {
			long logged = ServerLog.trim(this.cluster.log());
			Process process = launch(freePort());
			try {
				return awaitReady(process.toHandle());
			}
			catch (DatabaseException ex) {
				String reason = ServerLog.reason(this.cluster.log(), logged);
				// A killed server's last processes need a moment to see that it is gone;
				// and another program may have taken the port meanwhile.
				boolean passing = reason.contains("pre-existing shared memory")
						|| reason.contains("could not create any TCP/IP sockets");
				if (!passing || attempt == ATTEMPTS) {
					throw new DatabaseException(ex, "START_FAILED", reason, this.cluster.log());
				}
				Pause.millis(250);
			}
		}
	}

	private Process launch(int port) {
		try {
			return this.programs.launch(this.cluster.log(), "-D", this.cluster.data().toString(), "-p",
					Integer.toString(port), "-c", "dynamic_shared_memory_type=" + Cluster.sharedMemoryType());
		}
		catch (IOException ex) {
			throw new DatabaseException(ex, "PROGRAM_FAILED", "setsid", "cannot start");
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new DatabaseException(ex, "NO_PORT");
		}
	}

	private int awaitReady(ProcessHandle process) {
		long giveUp = System.nanoTime() + LONGEST_START.toNanos();
		while (process != null && process.isAlive() && System.nanoTime() < giveUp) {
			List<String> lines = pidFile();
			if (lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready")
					&& lines.get(PID_LINE).strip().equals(Long.toString(process.pid()))) {
				return Integer.parseInt(lines.get(PORT_LINE).strip());
			}
			Pause.millis(10);
		}
		throw new DatabaseException("START_FAILED", "-", this.cluster.log());
	}

	/** Stops the server, open connections included. */
	void stop() {
		List<String> lines = pidFile();
		if (lines.isEmpty()) {
			return;
		}
		long pid = Long.parseLong(lines.get(PID_LINE).strip());
		if (isOurs(pid) && !signal(pid, "INT", LONGEST_STOP)) {
			signal(pid, "QUIT", LONGEST_STOP);
		}
	}

	private boolean signal(long pid, String name, Duration patience) {
		try {
			new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException ex) {
			throw new DatabaseException(ex, "PROGRAM_FAILED", "sh", "cannot start");
		}
		long giveUp = System.nanoTime() + patience.toNanos();
		// The file goes last; the process itself may stay as a zombie in a container
		// whose first process collects none.
		while (!pidFile().isEmpty() && isOurs(pid)) {
			if (System.nanoTime() > giveUp) {
				return false;
			}
			Pause.millis(10);
		}
		return true;
	}

	/**
	 * Removes the mark of a server that ended without a word. PostgreSQL does so itself,
	 * except when the number has since gone to another process: then it would refuse to
	 * start. Its own check for left-over backends does not need the file.
	 */
	private void removeStalePidFile() {
		try {
			Files.deleteIfExists(pidFilePath());
		}
		catch (IOException ex) {
			throw Home.unusable(this.cluster.data(), ex);
		}
	}

	/** A server's working directory is its data directory. */
	private boolean isOurs(long pid) {
		try {
			return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), this.cluster.data());
		}
		catch (IOException ex) {
			return false;
		}
	}

	private List<String> pidFile() {
		try {
			List<String> lines = Files.readAllLines(pidFilePath(), StandardCharsets.ISO_8859_1);
			return (!lines.isEmpty() && lines.get(PID_LINE).strip().matches("\\d+")) ? lines : List.of();
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw Home.unusable(this.cluster.data(), ex);
		}
	}

	private Path pidFilePath() {
		return this.cluster.data().resolve("postmaster.pid");
	}

}
