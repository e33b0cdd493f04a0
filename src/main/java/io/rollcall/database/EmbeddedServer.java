package io.rollcall.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.rollcall.launch.OperatingSystem;

/**
 * PostgreSQL of our own, shared by every process that uses the same home: the first one
 * starts it, the others attach, the last one stops it. A process killed without warning
 * leaves the server running; the next one attaches to it.
 */
final class EmbeddedServer {

	/** Within one process a home is entered once, however often it is opened. */
	private static final Map<Path, EmbeddedServer> ENTERED = new HashMap<>();

	private final Path home;

	private final HomeLocks locks;

	private Cluster cluster;

	private Postmaster postmaster;

	private int port;

	private int uses;

	private EmbeddedServer(Path home) {
		this.home = home;
		this.locks = new HomeLocks(home);
	}

	static {
		// For ends that close nothing, such as System.exit in the middle of a run.
		Runtime.getRuntime().addShutdownHook(new Thread(EmbeddedServer::leaveAll, "rollcall-database-stop"));
	}

	/**
	 * Uses the server of a home, starting it if need be.
	 * @param folder the home
	 * @param told hears of every part that takes a while
	 * @return the server, to be given back with {@link #leave()}
	 * @throws DatabaseException when it cannot run here
	 */
	static EmbeddedServer enter(Path folder, Consumer<Opening> told) {
		Path home = Home.create(folder);
		synchronized (ENTERED) {
			EmbeddedServer known = ENTERED.get(home);
			EmbeddedServer server = (known != null) ? known : new EmbeddedServer(home);
			try {
				server.locks.inTransition(() -> server.ensureRunning(told));
			}
			catch (RuntimeException ex) {
				if (known == null) {
					server.locks.close();
				}
				throw ex;
			}
			server.uses++;
			ENTERED.put(home, server);
			return server;
		}
	}

	private void ensureRunning(Consumer<Opening> told) {
		Programs programs = new Programs(this.home, PostgresBinaries.unpack(this.home, told),
				OperatingSystem.current());
		this.cluster = new Cluster(this.home, programs);
		this.postmaster = new Postmaster(this.cluster, programs);
		// Also beside a server that never stops, the log stays small.
		ServerLog.trim(this.cluster.log());
		this.port = this.postmaster.findRunning().orElseGet(() -> start(told));
		if (this.uses == 0) {
			this.locks.enter();
		}
	}

	private int start(Consumer<Opening> told) {
		ServerPlace place = new ServerPlace(this.home);
		if (!place.isHere() && this.uses == 0 && this.locks.othersInside()) {
			throw new DatabaseException("HOME_ELSEWHERE", this.home);
		}
		Programs.checkPermitted();
		this.cluster.create(told);
		told.accept(Opening.STARTING);
		this.cluster.restorePassword();
		place.remember();
		int started = this.postmaster.start();
		if (OperatingSystem.current() != OperatingSystem.LINUX) {
			this.cluster.complete(started);
		}
		return started;
	}

	/** Stops using the server; the last process to do so stops it. */
	void leave() {
		synchronized (ENTERED) {
			if (--this.uses > 0) {
				return;
			}
			ENTERED.remove(this.home);
			try {
				this.locks.inTransition(this::stopIfLast);
			}
			finally {
				this.locks.close();
			}
		}
	}

	private void stopIfLast() {
		this.locks.leave();
		if (!this.locks.othersInside()) {
			this.postmaster.stop();
		}
	}

	private static void leaveAll() {
		synchronized (ENTERED) {
			for (EmbeddedServer server : ENTERED.values().toArray(new EmbeddedServer[0])) {
				server.uses = 1;
				server.leave();
			}
		}
	}

	/** How to connect as the owner of Rollcall's database. */
	ConnectionSettings settings() {
		return ConnectionSettings.embedded(this.port, Cluster.DATABASE, Cluster.USER, this.cluster.password());
	}

	/** How to connect to any of its databases as the superuser. */
	ConnectionSettings superuser(String database) {
		return ConnectionSettings.embedded(this.port, database, Cluster.SUPERUSER, this.cluster.password());
	}

}
