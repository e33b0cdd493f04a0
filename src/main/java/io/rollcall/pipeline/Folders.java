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
