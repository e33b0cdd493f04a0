package io.rollcall.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Pseudonymous references: HMAC-SHA256 with the installation's key, the first 128 bits as
 * hexadecimal digits. A plain hash would not do: the ID numbers of a cohort can be
 * enumerated in minutes.
 */
public final class References {

	/** The length of the key in bytes. */
	public static final int KEY_BYTES = 32;

	private static final String ALGORITHM = "SHA-256";

	private static final int BLOCK_BYTES = 64;

	private static final byte INNER = 0x36;

	private static final byte OUTER = 0x5c;

	private static final int REFERENCE_BYTES = 16;

	/**
	 * The two hashes of RFC 2104 as they are when they have seen the key. Copies of them
	 * go on from there: that spares half of the work, and threads may share them.
	 */
	private final MessageDigest inner;

	private final MessageDigest outer;

	/**
	 * References made with a key.
	 * @param key random bytes, not more than a block of the hash has
	 * @throws IllegalArgumentException when there are none, or too many
	 */
	public References(byte[] key) {
		if (key.length == 0 || key.length > BLOCK_BYTES) {
			throw new IllegalArgumentException("a key of " + key.length + " bytes");
		}
		this.inner = started(key, INNER);
		this.outer = started(key, OUTER);
	}

	private static MessageDigest started(byte[] key, byte pad) {
		byte[] block = Arrays.copyOf(key, BLOCK_BYTES);
		for (int i = 0; i < block.length; i++) {
			block[i] ^= pad;
		}
		try {
			MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
			digest.update(block);
			return digest;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * References made with the key in a file.
	 * @param file the key file of an installation: hexadecimal digits
	 * @return the references
	 * @throws IOException when the file cannot be read
	 * @throws IllegalArgumentException when it holds no key
	 */
	public static References ofFile(Path file) throws IOException {
		return new References(HexFormat.of().parseHex(Files.readString(file).strip()));
	}

	/**
	 * The reference of a value.
	 * @param type what kind of value it is, so that equal texts of two kinds differ
	 * @param value the canonical value
	 * @return 32 hexadecimal digits
	 */
	public String of(String type, String value) {
		try {
			MessageDigest text = (MessageDigest) this.inner.clone();
			MessageDigest keyed = (MessageDigest) this.outer.clone();
			byte[] full = keyed.digest(text.digest((type + "|" + value).getBytes(StandardCharsets.UTF_8)));
			return HexFormat.of().formatHex(full, 0, REFERENCE_BYTES);
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
