package io.rollcall.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The two file locks through which processes share one embedded server. The operating
 * system frees both when a process ends, however it ends.
 * <p>
 * These are POSIX locks: closing <em>any</em> channel of a lock file drops the process's
 * lock on it. So each file is opened once here, and nobody else may open it.
 */
final class HomeLocks implements AutoCloseable {

	private static final Duration LONGEST_TRANSITION = Duration.ofMinutes(10);

	private final Path home;

	private final FileChannel transition;

	private final FileChannel users;

	private FileLock usersLock;

	HomeLocks(Path home) {
		this.home = home;
		try {
			this.transition = open(home.resolve("server.lock"));
			this.users = open(home.resolve("users.lock"));
		}
		catch (IOException ex) {
			throw Home.unusable(home, ex);
		}
	}

	private static FileChannel open(Path file) throws IOException {
		Home.createFile(file);
		return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
	}

	/**
	 * Does something while no other process starts or stops the server.
	 * @param action what to do
	 */
	void inTransition(Runnable action) {
		FileLock lock = lockTransition();
		try {
			action.run();
		}
		finally {
			release(lock);
		}
	}

	private FileLock lockTransition() {
		long giveUp = System.nanoTime() + LONGEST_TRANSITION.toNanos();
		try {
			FileLock lock = this.transition.tryLock();
			while (lock == null) {
				if (System.nanoTime() > giveUp) {
					throw new DatabaseException("HOME_LOCKED", this.home);
				}
				Pause.millis(15);
				lock = this.transition.tryLock();
			}
			return lock;
		}
		catch (IOException ex) {
			throw Home.unusable(this.home, ex);
		}
	}

	/** Says that this process uses the server from now on. */
	void enter() {
		try {
			this.usersLock = this.users.lock(0, Long.MAX_VALUE, true);
		}
		catch (IOException ex) {
			throw Home.unusable(this.home, ex);
		}
	}

	/** Says that this process no longer uses the server. */
	void leave() {
		if (this.usersLock != null) {
			release(this.usersLock);
			this.usersLock = null;
		}
	}

	private void release(FileLock lock) {
		try {
			lock.release();
		}
		catch (IOException ex) {
			throw Home.unusable(this.home, ex);
		}
	}

	/**
	 * Whether another process uses the server. To be asked inside a transition only, when
	 * this process itself does not use it.
	 */
	boolean othersInside() {
		try (FileLock alone = this.users.tryLock()) {
			return alone == null;
		}
		catch (IOException ex) {
			throw Home.unusable(this.home, ex);
		}
	}

	@Override
	public void close() {
		leave();
		try {
			this.transition.close();
			this.users.close();
		}
		catch (IOException ex) {
			throw Home.unusable(this.home, ex);
		}
	}

}
