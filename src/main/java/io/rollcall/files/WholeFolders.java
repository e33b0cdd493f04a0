package io.rollcall.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders that go whole. */
public final class WholeFolders {

	private WholeFolders() {
	}

	/**
	 * Deletes a folder with all it holds; nothing happens when it is not there.
	 * @param folder the folder
	 * @throws IOException when something cannot be deleted
	 */
	public static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path visited, IOException ex) throws IOException {
				Files.delete(visited);
				return FileVisitResult.CONTINUE;
			}

		});
	}

	/**
	 * Fills a folder with what another one holds. Where the disk allows it, files are
	 * linked, which takes no time and no space, and stay when the other folder goes;
	 * elsewhere they are copied and forced to the disk.
	 * @param from the other folder
	 * @param to the folder, which is there and empty
	 * @throws IOException when something cannot be read or made
	 */
	public static void link(Path from, Path to) throws IOException {
		Files.walkFileTree(from, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
				Files.createDirectories(place(folder));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				if (attributes.isSymbolicLink()) {
					Files.createSymbolicLink(place(file), Files.readSymbolicLink(file));
				}
				else {
					linkOrCopy(file, place(file));
				}
				return FileVisitResult.CONTINUE;
			}

			private Path place(Path path) {
				return to.resolve(from.relativize(path));
			}

		});
	}

	private static void linkOrCopy(Path from, Path to) throws IOException {
		try {
			Files.createLink(to, from);
		}
		catch (IOException | UnsupportedOperationException ex) {
			Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
			try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
				channel.force(true);
			}
		}
	}

}
