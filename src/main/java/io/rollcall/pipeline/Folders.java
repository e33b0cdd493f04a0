package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks after folders. */
final class Folders {

	private Folders() {
	}

	/**
	 * Makes sure that reports can be written.
	 * @throws RunFailure when they cannot
	 */
	static void checkWritable(Path folder) {
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
	static void deleteAsideQuietly(Run run) {
		try {
			deleteAside(run);
		}
		catch (IOException ex) {
			// As below.
		}
	}

	/** Removes all that is aside of a run's reports. */
	static void deleteAside(Run run) throws IOException {
		delete(run.workFolder());
		deleteHalfWritten(run);
	}

	/** Removes what parts of a run's reports left that were cut off. */
	static void deleteHalfWritten(Run run) throws IOException {
		if (!Files.isDirectory(run.campaignFolder())) {
			return;
		}
		String prefix = partPrefix(run);
		List<Path> left;
		try (Stream<Path> all = Files.list(run.campaignFolder())) {
			left = all.filter((path) -> path.getFileName().toString().startsWith(prefix)).toList();
		}
		for (Path folder : left) {
			delete(folder);
		}
	}

	/** How the names of folders begin in which one part of a run's reports is written. */
	static String partPrefix(Run run) {
		return run.workFolder().getFileName() + "-";
	}

	/** Removes a folder as far as possible. */
	static void deleteQuietly(Path folder) {
		try {
			delete(folder);
		}
		catch (IOException ex) {
			// It is in nobody's way; the next run of the same name clears it.
		}
	}

	/** Removes a folder with all that is in it, if it exists. */
	static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		List<Path> deepestFirst;
		try (Stream<Path> walk = Files.walk(folder)) {
			deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path path : deepestFirst) {
			Files.deleteIfExists(path);
		}
	}

}
