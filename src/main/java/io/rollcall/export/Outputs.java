package io.rollcall.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;

import io.rollcall.facts.OutputRow;

/** Measures written files for the manifest. */
public final class Outputs {

	private Outputs() {
	}

	/**
	 * Measures one file.
	 * @param folder the run's folder
	 * @param file the file below it
	 * @param rows the data rows in it; empty for files that hold no rows
	 * @return the manifest's line
	 * @throws IOException when the file cannot be read
	 */
	public static OutputRow measure(Path folder, Path file, OptionalLong rows) throws IOException {
		String path = folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
		MessageDigest digest = sha256();
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
			long size = in.transferTo(OutputStream.nullOutputStream());
			return new OutputRow(path, HexFormat.of().formatHex(digest.digest()), size, rows);
		}
	}

	/**
	 * The SHA-256 of a few bytes.
	 * @param content the bytes
	 * @return 64 hexadecimal digits
	 */
	public static String sha256(byte[] content) {
		return HexFormat.of().formatHex(sha256().digest(content));
	}

	/** A SHA-256 to be fed bit by bit. */
	public static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform knows SHA-256", ex);
		}
	}

}
