package io.rollcall.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.files.PrivateFiles;

/** The folder where an installation of Rollcall keeps what it remembers. */
public final class Home {

	private Home() {
	}

	/**
	 * The folder in use: {@code $ROLLCALL_HOME}, else {@code .rollcall} in the working
	 * directory.
	 * @return the absolute path, which need not exist yet
	 */
	public static Path path() {
		String variable = System.getenv("ROLLCALL_HOME");
		String name = (variable == null || variable.isBlank()) ? ".rollcall" : variable;
		return Path.of(name).toAbsolutePath().normalize();
	}

	/**
	 * Makes a folder that nobody else on the machine may enter. One that is there already
	 * keeps its rights: it may be anything, also {@code /tmp}.
	 * @param folder the folder
	 * @return the folder's real path, so that two names of it count as one
	 * @throws DatabaseException when it cannot be made
	 */
	public static Path create(Path folder) {
		try {
			if (!Files.isDirectory(folder)) {
				PrivateFiles.createFolder(folder);
			}
			return folder.toRealPath();
		}
		catch (IOException ex) {
			throw unusable(folder, ex);
		}
	}

	/** Makes an empty file that only its owner may read, unless it is there. */
	static void createFile(Path file) throws IOException {
		if (!Files.exists(file)) {
			try {
				PrivateFiles.createFile(file);
			}
			catch (FileAlreadyExistsException ex) {
				// Another process was faster, and made it the same way.
			}
		}
	}

	/** The system's own words say why; they hold nothing but paths. */
	static DatabaseException unusable(Path place, IOException ex) {
		String reason = (ex instanceof FileSystemException file) ? file.getReason() : ex.getMessage();
		if (reason == null) {
			reason = (ex instanceof AccessDeniedException) ? "Permission denied" : ex.getClass().getSimpleName();
		}
		return new DatabaseException(ex, "HOME_UNUSABLE", place, reason);
	}

}
