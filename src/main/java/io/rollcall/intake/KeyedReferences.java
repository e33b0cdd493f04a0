package io.rollcall.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonymous references: HMAC-SHA256 with the installation's key, the first 128 bits as
 * hexadecimal digits. A plain hash would not do: the ID numbers of a cohort can be
 * enumerated in minutes.
 */
public final class KeyedReferences {

	/** The name of the key file in an installation's home. */
	public static final String KEY_FILE = "reference.key";

	/** The length of the key in bytes. */
	public static final int KEY_BYTES = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private static final int REFERENCE_BYTES = 16;

	/** Holds the key; a copy of it makes each reference, so that threads may share it. */
	private final Mac keyed;

	/**
	 * References made with a key.
	 * @param key random bytes
	 */
	public KeyedReferences(byte[] key) {
		try {
			this.keyed = Mac.getInstance(ALGORITHM);
			this.keyed.init(new SecretKeySpec(key, ALGORITHM));
		}
		catch (GeneralSecurityException ex) {
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
	public static KeyedReferences ofFile(Path file) throws IOException {
		return new KeyedReferences(HexFormat.of().parseHex(Files.readString(file).strip()));
	}

	/**
	 * What tells one key from another without telling the key.
	 * @return 32 hexadecimal digits
	 */
	public String fingerprint() {
		return of("fingerprint", "rollcall");
	}

	/**
	 * The reference of a value.
	 * @param type what kind of value it is, so that equal texts of two kinds differ
	 * @param value the canonical value
	 * @return 32 hexadecimal digits
	 */
	public String of(String type, String value) {
		try {
			Mac mac = (Mac) this.keyed.clone();
			byte[] full = mac.doFinal((type + "|" + value).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(full, 0, REFERENCE_BYTES);
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
