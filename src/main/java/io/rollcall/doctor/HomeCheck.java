package io.rollcall.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

import io.rollcall.database.HomeState;
import io.rollcall.intake.KeyedReferences;

/** The folder where the installation keeps what it remembers. */
final class HomeCheck {

	private static final Set<PosixFilePermission> OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ,
			PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_READ,
			PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

	private final Diagnosis found;

	private final Path home;

	HomeCheck(Diagnosis found, Path home) {
		this.found = found;
		this.home = home;
	}

	/**
	 * Looks.
	 * @return whether a process serves from the home
	 */
	boolean look() {
		if (!Files.isDirectory(this.home)) {
			this.found.note("home.none", this.home);
			return false;
		}
		if (!isPrivate(this.home)) {
			this.found.note("home.open", this.home);
		}
		else {
			this.found.good("home", this.home);
		}
		key();
		if (!Files.isReadable(this.home) || !Files.isWritable(this.home)) {
			// What to do is told with the database, which cannot be opened.
			return false;
		}
		HomeState state = HomeState.of(this.home);
		if (state.isOrphaned()) {
			this.found.note("server.orphaned", this.home);
		}
		if (state.isServed()) {
			this.found.good("served", this.home);
		}
		return state.isServed();
	}

	/** Whether there has to be one, only the database knows. */
	private void key() {
		Path key = this.home.resolve(KeyedReferences.KEY_FILE);
		if (!Files.exists(key)) {
			return;
		}
		try {
			KeyedReferences.ofFile(key);
			if (isPrivate(key)) {
				this.found.good("key", key);
			}
			else {
				this.found.bad("key.open", key);
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			this.found.bad("key.damaged", key);
		}
	}

	/** Where the system knows no such rights, its own decide. */
	private static boolean isPrivate(Path file) {
		try {
			return Files.getPosixFilePermissions(file).stream().noneMatch(OTHERS::contains);
		}
		catch (IOException | UnsupportedOperationException ex) {
			return true;
		}
	}

}
