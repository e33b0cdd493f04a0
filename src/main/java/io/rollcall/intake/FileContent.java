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

/**
 * What identifies the content of a file at one moment.
 *
 * @param size bytes
 * @param modified the time stamp, to the microsecond: databases keep no more
 * @param sha256 the hash of the content, 64 hexadecimal digits
 */
public record FileContent(long size, Instant modified, String sha256) {

	private static final int BUFFER = 1 << 16;

	/**
	 * Looks at a file.
	 * @param file the file
	 * @return its size, time stamp and hash
	 * @throws IOException when it cannot be read or is no file
	 */
	public static FileContent of(Path file) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		if (!attributes.isRegularFile()) {
			// A pipe would be waited for, and a device read, for ever.
			throw new FileSystemException(file.toString());
		}
		try (InputStream in = Files.newInputStream(file)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			byte[] buffer = new byte[BUFFER];
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				digest.update(buffer, 0, count);
			}
			return new FileContent(attributes.size(), modified(attributes), HexFormat.of().formatHex(digest.digest()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether a file seems to be what was listed, as far as can be told without opening
	 * it.
	 * @param file the listed file
	 * @return true when its size and time stamp are the same
	 */
	public static boolean looksLike(InputFile file) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file.file(), BasicFileAttributes.class);
			return attributes.isRegularFile() && attributes.size() == file.size()
					&& modified(attributes).equals(file.modified());
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Instant modified(BasicFileAttributes attributes) {
		return attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
	}

	boolean matches(InputFile file) {
		return this.size == file.size() && this.modified.equals(file.modified()) && this.sha256.equals(file.sha256());
	}

}
