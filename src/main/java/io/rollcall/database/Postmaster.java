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

import io.rollcall.launch.OperatingSystem;

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
		long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.get(PID_LINE).strip());
		if (lines.isEmpty() || !isOurs(pid)) {
			return Optional.empty();
		}
		try {
			return Optional.of(awaitReady(ProcessHandle.of(pid).orElse(null)));
		}
		catch (DatabaseException ex) {
			if (isOurs(pid)) {
				throw ex;
			}
			// It was just ending, stopped by somebody else.
			return Optional.empty();
		}
	}

	/**
	 * Starts the server.
	 * @return its port
	 */
	int start() {
		clearRemains();
		this.cluster.configure();
		for (int attempt = 1;; attempt++) {
			long logged = ServerLog.trim(this.cluster.log());
			try {
				return start(freePort());
			}
			catch (DatabaseException ex) {
				if (!ex.key().equals("START_FAILED")) {
					throw ex;
				}
				String reason = ServerLog.reason(this.cluster.log(), logged);
				// A killed server's last processes need a moment to go; another program
				// may have taken the port; and a starter killed this very moment may have
				// left a server that is just coming up.
				boolean passing = reason.contains("pre-existing shared memory") || reason.contains("lock file")
						|| reason.contains("could not create any TCP/IP sockets");
				if (!passing || attempt == ATTEMPTS) {
					throw new DatabaseException(ex, "START_FAILED", reason, this.cluster.log());
				}
				Pause.millis(250);
				Optional<Integer> running = findRunning();
				if (running.isPresent()) {
					return running.get();
				}
			}
		}
	}

	private int start(int port) {
		try {
			if (this.programs.system() == OperatingSystem.LINUX) {
				return awaitReady(this.programs
					.launch(this.cluster.log(), "-D", this.cluster.data().toString(), "-p", Integer.toString(port),
							"-c", "dynamic_shared_memory_type=" + Cluster.sharedMemoryType())
					.toHandle());
			}
			this.programs.control(this.cluster.log(), this.cluster.data(), LONGEST_START, "-p" + port);
		}
		catch (IOException ex) {
			throw new DatabaseException(ex, "PROGRAM_FAILED", "postgres", "cannot start");
		}
		return findRunning().orElseThrow(() -> new DatabaseException("START_FAILED", "-", this.cluster.log()));
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
		this.programs.run("", "pg_ctl", "kill", name, Long.toString(pid));
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
	 * Clears away what a server left that ended without a word. Its backends do not
	 * notice while they are busy with a statement, and as long as one of them lives no
	 * new server starts ("pre-existing shared memory block is still in use"). Its mark
	 * PostgreSQL would take for a living server when the number has since gone to another
	 * process; its check for backends does not need the file.
	 */
	private void clearRemains() {
		try {
			if (Files.deleteIfExists(pidFilePath())) {
				ProcessHandle.allProcesses()
					.filter((process) -> isOurs(process.pid()))
					.forEach(ProcessHandle::destroyForcibly);
			}
		}
		catch (IOException ex) {
			throw Home.unusable(this.cluster.data(), ex);
		}
	}

	/**
	 * Whether a process is this data directory's server or one of its backends. Linux
	 * tells their working directory, which is the data directory; elsewhere it has to do
	 * that they run this home's own program.
	 */
	private boolean isOurs(long pid) {
		try {
			if (this.programs.system() != OperatingSystem.LINUX) {
				Optional<String> program = ProcessHandle.of(pid).flatMap((process) -> process.info().command());
				return program.isPresent() && isServer(Path.of(program.get()))
						&& Path.of(program.get()).toRealPath().startsWith(this.programs.binaries().toRealPath());
			}
			Path process = Path.of("/proc", Long.toString(pid));
			return Files.isSameFile(process.resolve("cwd"), this.cluster.data())
					&& isServer(Files.readSymbolicLink(process.resolve("exe")));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean isServer(Path program) {
		return program.getFileName().toString().startsWith("postgres");
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
