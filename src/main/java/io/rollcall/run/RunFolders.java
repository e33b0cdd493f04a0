package io.rollcall.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.files.WholeFolders;

/** Looks after folders. */
public final class RunFolders {

	private RunFolders() {
	}

	/**
	 * Makes sure that reports can be written.
	 * @throws RunFailure when they cannot
	 */
	public static void checkWritable(Path folder) {
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, ".try-", ""));
		}
		catch (IOException ex) {
			throw new RunFailure("OUTPUT", folder);
		}
	}

	/** Removes a folder as far as possible. */
	public static void deleteQuietly(Path folder) {
		try {
			WholeFolders.delete(folder);
		}
		catch (IOException ex) {
			// It is in nobody's way; the next run of the same name clears it.
		}
	}

}
