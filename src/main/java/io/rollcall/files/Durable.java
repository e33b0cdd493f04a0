package io.rollcall.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Names of files and folders that survive a power cut. */
public final class Durable {

	private Durable() {
	}

	/**
	 * Gives a finished folder its name in one step.
	 * @param from the folder
	 * @param to its new path, where nothing is yet
	 * @throws IOException when it cannot be moved
	 */
	public static void move(Path from, Path to) throws IOException {
		sync(from);
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		sync(to.getParent());
	}

	/**
	 * Forces the names in a folder to the disk. Windows opens no folder like a file, and
	 * writes names through by itself.
	 * @param folder the folder
	 * @throws IOException when the disk refuses
	 */
	public static void sync(Path folder) throws IOException {
		FileChannel channel;
		try {
			channel = FileChannel.open(folder, StandardOpenOption.READ);
		}
		catch (IOException | UnsupportedOperationException ex) {
			return;
		}
		try (channel) {
			channel.force(true);
		}
	}

}
