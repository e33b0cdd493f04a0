package io.rollcall.database;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who uses a home, looked at from outside. To be asked by a process that has not opened
 * the home itself.
 */
public final class HomeState {

	private final boolean orphaned;

	private final boolean served;

	private HomeState(boolean orphaned, boolean served) {
		this.orphaned = orphaned;
		this.served = served;
	}

	/**
	 * Looks at a home, and leaves it as it is.
	 * @param home the home, which exists
	 * @return who uses it
	 * @throws DatabaseException when it cannot be looked at
	 */
	public static HomeState of(Path home) {
		try (HomeLocks locks = new HomeLocks(home)) {
			boolean[] alone = { false };
			locks.inTransition(() -> alone[0] = !locks.othersInside());
			boolean left = Files.exists(home.resolve("database/postmaster.pid"));
			return new HomeState(alone[0] && left, isServed(home));
		}
	}

	private static boolean isServed(Path home) {
		try (SoleServer free = SoleServer.enter(home)) {
			return free == null;
		}
		catch (DatabaseException ex) {
			return ex.key().equals("HOME_SERVED");
		}
	}

	/**
	 * Whether the embedded server was left behind by a process that was killed.
	 * @return true when the next command will attach to it or clear it away
	 */
	public boolean isOrphaned() {
		return this.orphaned;
	}

	/**
	 * Whether a process serves from this home.
	 * @return true while it does
	 */
	public boolean isServed() {
		return this.served;
	}

}
