package io.rollcall.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.files.WholeFolders;

/** Looks after folders. */
public final class OutputFolders {

	private OutputFolders() {
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

	/**
	 * Removes what is aside of a run's reports as far as possible: the folder in which
	 * they come together, and those in which parts of them were being written.
	 */
	public static void deleteAsideQuietly(Run run) {
		try {
			deleteAside(run);
		}
		catch (IOException ex) {
			// As below.
		}
	}

	/** Removes all that is aside of a run's reports. */
	public static void deleteAside(Run run) throws IOException {
		WholeFolders.delete(run.workFolder());
		deleteHalfWritten(run);
	}

	/** Removes what parts of a run's reports left that were cut off. */
	public static void deleteHalfWritten(Run run) throws IOException {
		if (!Files.isDirectory(run.campaignFolder())) {
			return;
		}
		String prefix = partPrefix(run);
		List<Path> left;
		try (Stream<Path> all = Files.list(run.campaignFolder())) {
			left = all.filter((path) -> path.getFileName().toString().startsWith(prefix)).toList();
		}
		for (Path folder : left) {
			WholeFolders.delete(folder);
		}
	}

	/** How the names of folders begin in which one part of a run's reports is written. */
	public static String partPrefix(Run run) {
		return run.workFolder().getFileName() + "-";
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
