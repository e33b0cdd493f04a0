package io.rollcall.pipeline.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.database.CampaignLock;

/**
 * Where a worker's workbooks lie while they are written: a folder of its own, because
 * processes that share a home clear each other's. Those of workers that are gone are
 * cleared when the next one begins.
 */
public final class WorkerTemporary implements AutoCloseable {

	private static final String PREFIX = ".worker-";

	private final Path folder;

	private WorkerTemporary(Path folder) {
		this.folder = folder;
	}

	/**
	 * A folder for this process.
	 * @param home the home
	 * @return the folder, to be closed
	 */
	public static WorkerTemporary in(Path home) {
		String[] process = CampaignLock.processName().replaceFirst("^rollcall ", "").split("@", 2);
		Path all = home.resolve("temporary");
		String machine = PREFIX + process[1] + "-";
		try {
			Files.createDirectories(all);
			for (Path left : leftBehind(all, machine)) {
				delete(left);
			}
			return new WorkerTemporary(all.resolve(machine + process[0]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The folder.
	 * @return its path; whoever writes there makes it
	 */
	public Path folder() {
		return this.folder;
	}

	private static List<Path> leftBehind(Path all, String machine) throws IOException {
		try (Stream<Path> folders = Files.list(all)) {
			return folders.filter((path) -> {
				String name = path.getFileName().toString();
				String number = name.startsWith(machine) ? name.substring(machine.length()) : "";
				return number.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(number)).isEmpty();
			}).toList();
		}
	}

	private static void delete(Path folder) throws IOException {
		List<Path> deepestFirst;
		try (Stream<Path> walk = Files.walk(folder)) {
			deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path path : deepestFirst) {
			Files.deleteIfExists(path);
		}
	}

	@Override
	public void close() {
		try {
			if (Files.exists(this.folder)) {
				delete(this.folder);
			}
		}
		catch (IOException ex) {
			// The next worker of this machine clears it.
		}
	}

}
