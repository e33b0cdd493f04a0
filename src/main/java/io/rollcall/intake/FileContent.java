package io.rollcall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * What identifies the content of a file at one moment.
 *
 * @param size bytes
 * @param modified the time stamp, to the microsecond: databases keep no more
 * @param sha256 the hash of the content, 64 hexadecimal digits; empty where it was not
 * looked at
 * @param checksum the CRC-32C of the content, which is made in a hundredth of the time;
 * empty where it was not kept
 */
public record FileContent(long size, Instant modified, String sha256, OptionalLong checksum) {

	private static final int BUFFER = 1 << 16;

	/**
	 * Looks at a file.
	 * @param file the file
	 * @return its size, time stamp, hash and checksum
	 * @throws IOException when it cannot be read or is no file
	 */
	public static FileContent of(Path file) throws IOException {
		BasicFileAttributes attributes = attributes(file);
		MessageDigest digest = digest();
		CRC32C sum = new CRC32C();
		read(file, (bytes, count) -> {
			digest.update(bytes, 0, count);
			sum.update(bytes, 0, count);
		});
		return new FileContent(attributes.size(), modified(attributes), HexFormat.of().formatHex(digest.digest()),
				OptionalLong.of(sum.getValue()));
	}

	/**
	 * Of a file that nobody opens.
	 * @param size bytes, as far as known
	 * @return a content without hash and time stamp
	 */
	public static FileContent unread(long size) {
		return new FileContent(size, Instant.EPOCH, "", OptionalLong.empty());
	}

	/**
	 * Whether a file seems to have this content, as far as can be told without opening
	 * it.
	 * @param file the file
	 * @return true when its size and time stamp are the same
	 */
	public boolean seemsToBeOf(Path file) {
		try {
			return isLike(attributes(file));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Whether a file has this content: size, time stamp and checksum are the same, or the
	 * hash where no checksum was kept.
	 */
	boolean isOf(Path file) throws IOException {
		if (!isLike(attributes(file))) {
			return false;
		}
		if (this.checksum.isEmpty()) {
			return of(file).sha256().equals(this.sha256);
		}
		CRC32C sum = new CRC32C();
		read(file, (bytes, count) -> sum.update(bytes, 0, count));
		return sum.getValue() == this.checksum.getAsLong();
	}

	private boolean isLike(BasicFileAttributes attributes) {
		return attributes.size() == this.size && modified(attributes).equals(this.modified);
	}

	private static BasicFileAttributes attributes(Path file) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		if (!attributes.isRegularFile()) {
			// A pipe would be waited for, and a device read, for ever.
			throw new FileSystemException(file.toString());
		}
		return attributes;
	}

	private static Instant modified(BasicFileAttributes attributes) {
		return attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
	}

	private static void read(Path file, Portion each) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] buffer = new byte[BUFFER];
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				each.take(buffer, count);
			}
		}
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Takes some bytes of a file. */
	@FunctionalInterface
	private interface Portion {

		void take(byte[] bytes, int count);

	}

}
