package io.rollcall.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * References of values, as the function {@code case_value_ref} of the database makes
 * them.
 */
final class CaseReferences {

	private static final int DIGITS = 16;

	private CaseReferences() {
	}

	static String ofValue(String value, String salt) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest((salt + "value" + value).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash).substring(0, DIGITS);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform knows SHA-256", ex);
		}
	}

}
