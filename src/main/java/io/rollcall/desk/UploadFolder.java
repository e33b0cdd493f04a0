package io.rollcall.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.files.Durable;
import io.rollcall.files.PrivateFiles;

/**
 * Where files wait that nobody accepted yet: in the home, for its owner only, under names
 * that say nothing. From there an accepted file moves whole to its place.
 */
final class UploadFolder {

	private static final int BUFFER = 1 << 16;

	/** The most turns of a day that are tried. */
	private static final int MOST_TURNS = 9_999;

	private final Path folder;

	UploadFolder(Path home) {
		this.folder = home.resolve("uploads");
	}

	/**
	 * A stored file.
	 *
	 * @param file where it waits
	 * @param size its size in bytes
	 * @param sha256 the hash of its content, 64 hexadecimal digits
	 */
	record Stored(Path file, long size, String sha256) {
	}

	Path file(String id, String extension) {
		return this.folder.resolve(id + "." + extension);
	}

	/**
	 * Stores a file while it comes in.
	 * @throws TooLarge when it is longer than allowed; nothing of it stays
	 */
	Stored store(String id, String extension, InputStream content, long most) throws IOException {
		if (!Files.isDirectory(this.folder)) {
			PrivateFiles.createFolder(this.folder);
		}
		Path target = file(id, extension);
		try (FileChannel channel = PrivateFiles.create(target)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			OutputStream out = Channels.newOutputStream(channel);
			byte[] buffer = new byte[BUFFER];
			long size = 0;
			for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
				size += count;
				if (size > most) {
					throw new TooLarge();
				}
				digest.update(buffer, 0, count);
				out.write(buffer, 0, count);
			}
			channel.force(true);
			return new Stored(target, size, HexFormat.of().formatHex(digest.digest()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(target);
			throw ex;
		}
	}

	/** More bytes than allowed. */
	static final class TooLarge extends RuntimeException {

		TooLarge() {
			super("too large", null, false, false);
		}

	}

	/**
	 * Copies a waiting file to its place: written aside under a name that runs pass over,
	 * forced to the disk, then named in one step. It never replaces a file.
	 * @param waiting the file
	 * @param target the folder, made if it does not exist
	 * @param day how its name begins
	 * @param given names without their ending that other files had, wherever they are now
	 * @param extension how its name ends
	 * @return the file's name in the folder
	 */
	static String moveIn(Path waiting, Path target, String day, Set<String> given, String extension)
			throws IOException {
		Files.createDirectories(target);
		Path aside = Files.createTempFile(target, ".upload-", ".part");
		try {
			copy(waiting, aside);
			Set<String> taken = stems(target);
			for (int turn = 1; turn <= MOST_TURNS; turn++) {
				String stem = "%s-%04d".formatted(day, turn);
				Path named = target.resolve(stem + "." + extension);
				if (!taken.contains(stem) && !given.contains(stem) && name(aside, named)) {
					Durable.sync(target);
					return named.getFileName().toString();
				}
			}
			throw new FileAlreadyExistsException(target.toString());
		}
		finally {
			Files.deleteIfExists(aside);
		}
	}

	/** A turn belongs to one file, whatever its ending. */
	private static Set<String> stems(Path folder) throws IOException {
		try (Stream<Path> there = Files.list(folder)) {
			return there.map((file) -> file.getFileName().toString())
				.map((name) -> name.substring(0, Math.max(name.lastIndexOf('.'), 0)))
				.collect(Collectors.toSet());
		}
	}

	/** A link fails where a file is; a move would replace it. */
	private static boolean name(Path aside, Path named) throws IOException {
		try {
			Files.createLink(named, aside);
			return true;
		}
		catch (FileAlreadyExistsException ex) {
			return false;
		}
		catch (UnsupportedOperationException | FileSystemException ex) {
			if (Files.exists(named, LinkOption.NOFOLLOW_LINKS)) {
				return false;
			}
			Files.move(aside, named, StandardCopyOption.ATOMIC_MOVE);
			return true;
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
				FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
			long size = in.size();
			for (long copied = 0; copied < size;) {
				long count = in.transferTo(copied, size - copied, out);
				if (count <= 0) {
					throw new IOException("file became shorter");
				}
				copied += count;
			}
			out.force(true);
		}
		PrivateFiles.shareWithGroup(to);
	}

	/** The files that have lain since before a moment. */
	List<Path> olderThan(Instant moment) throws IOException {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> modified(file).isBefore(moment)).toList();
		}
	}

	private static Instant modified(Path file) {
		try {
			return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
		}
		catch (IOException ex) {
			return Instant.MAX;
		}
	}

}
