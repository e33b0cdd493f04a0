package io.rollcall.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

import io.rollcall.launch.OperatingSystem;

/**
 * What leads to the newest of several folders beside each other: a relative symbolic link
 * {@code latest}. Where links are not allowed (Windows without developer mode, memory
 * sticks) a file {@code latest.txt} names the folder, and where folders can be joined
 * {@code latest} is a junction.
 */
public final class LatestLink {

	private static final String LINK = "latest";

	private static final String FILE = "latest.txt";

	private static final int SECONDS_TO_JOIN = 20;

	private final Path folder;

	private final Junction junction;

	/**
	 * The link of a folder.
	 * @param folder the folder in which it and what it leads to are
	 */
	public LatestLink(Path folder) {
		this(folder, LatestLink::join);
	}

	LatestLink(Path folder, Junction junction) {
		this.folder = folder;
		this.junction = junction;
	}

	/** Joins a folder to another. */
	@FunctionalInterface
	interface Junction {

		/** Does so, as far as the system can. */
		void make(Path link, Path target) throws IOException;

	}

	/**
	 * Has it lead to a folder from now on.
	 * @param name the name of a folder beside it
	 * @throws IOException when neither link nor file can be written
	 */
	public void leadTo(String name) throws IOException {
		Path aside = this.folder.resolve(".latest.part");
		Files.deleteIfExists(aside);
		try {
			Files.createSymbolicLink(aside, this.folder.getFileSystem().getPath(name));
		}
		catch (UnsupportedOperationException | FileSystemException ex) {
			write(aside, name);
			return;
		}
		replace(aside, this.folder.resolve(LINK));
		Files.deleteIfExists(this.folder.resolve(FILE));
	}

	private void write(Path aside, String name) throws IOException {
		Files.writeString(aside, name + System.lineSeparator());
		replace(aside, this.folder.resolve(FILE));
		Path link = this.folder.resolve(LINK);
		Files.deleteIfExists(link);
		this.junction.make(link, this.folder.resolve(name));
	}

	private static void replace(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * Whether a path below the folder is reached by the link, so that it is there twice.
	 */
	public boolean isBehind(Path path) {
		return path.startsWith(this.folder.resolve(LINK));
	}

	/**
	 * Java has no call for it; the command interpreter has. What it cannot do is not
	 * worth a word: the file names the folder.
	 */
	private static void join(Path link, Path target) throws IOException {
		if (OperatingSystem.current() != OperatingSystem.WINDOWS) {
			return;
		}
		try {
			new ProcessBuilder("cmd", "/d", "/c", "mklink", "/j", LINK, target.getFileName().toString())
				.directory(link.getParent().toFile())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor(SECONDS_TO_JOIN, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
