package io.rollcall.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import io.rollcall.run.InstallationKey;

/**
 * What stands for a case or a student in addresses and in the audit log: one block of
 * AES-128 under a key that follows from the installation's. It can be read back with that
 * key only, so no table has to keep it, and who holds a list of candidate numbers learns
 * nothing from it (a case's id and a plain hash can be undone with one).
 */
public final class PageReferences {

	/** The bytes of a case's id, and those that are kept of a student's hash. */
	private static final int ID_BYTES = 12;

	private static final int BLOCK_BYTES = 16;

	private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{32}");

	private static final Pattern CASE = Pattern.compile("[0-9a-f]{24}");

	private final InstallationKey key;

	/**
	 * References of an installation.
	 * @param key the installation's key, which is asked for when the first one is made
	 */
	public PageReferences(InstallationKey key) {
		this.key = key;
	}

	/**
	 * The reference of a case.
	 * @param caseId the case's id: 24 hexadecimal digits
	 * @return 32 hexadecimal digits
	 */
	public String ofCase(String caseId) {
		if (!CASE.matcher(caseId).matches()) {
			throw new IllegalArgumentException("not the id of a case");
		}
		return made("case", HexFormat.of().parseHex(caseId), new byte[BLOCK_BYTES - ID_BYTES]);
	}

	/**
	 * Reads a case's reference back.
	 * @param reference what an address says
	 * @return the case's id, empty for what this installation never made
	 */
	public Optional<String> caseId(String reference) {
		return read("case", reference, new byte[BLOCK_BYTES - ID_BYTES]);
	}

	/**
	 * The reference of a student.
	 * @param campaign the campaign's name: elsewhere the same student has another
	 * reference
	 * @param studentKey the student's key
	 * @return 32 hexadecimal digits
	 */
	public String ofStudent(String campaign, String studentKey) {
		return made("student", Arrays.copyOf(hash(studentKey), ID_BYTES), mark(campaign));
	}

	/**
	 * Reads a student's reference back.
	 * @param campaign the campaign's name
	 * @param reference what an address says
	 * @return what the database's {@code student_hash} makes of the student's key, empty
	 * for what this installation never made for the campaign
	 */
	public Optional<String> studentHash(String campaign, String reference) {
		return read("student", reference, mark(campaign));
	}

	private static byte[] mark(String campaign) {
		return Arrays.copyOf(hash(campaign), BLOCK_BYTES - ID_BYTES);
	}

	private String made(String kind, byte[] id, byte[] mark) {
		byte[] block = Arrays.copyOf(id, BLOCK_BYTES);
		System.arraycopy(mark, 0, block, ID_BYTES, mark.length);
		return HexFormat.of().formatHex(cipher(kind, Cipher.ENCRYPT_MODE, block));
	}

	private Optional<String> read(String kind, String reference, byte[] mark) {
		if (!REFERENCE.matcher(reference).matches()) {
			return Optional.empty();
		}
		byte[] block = cipher(kind, Cipher.DECRYPT_MODE, HexFormat.of().parseHex(reference));
		boolean ours = MessageDigest.isEqual(Arrays.copyOfRange(block, ID_BYTES, BLOCK_BYTES), mark);
		return ours ? Optional.of(HexFormat.of().formatHex(block, 0, ID_BYTES)) : Optional.empty();
	}

	/** A single block that never repeats needs no chaining. */
	private byte[] cipher(String kind, int mode, byte[] block) {
		try {
			byte[] secret = HexFormat.of().parseHex(this.key.references().of("page-reference", kind));
			Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
			cipher.init(mode, new SecretKeySpec(secret, "AES"));
			return cipher.doFinal(block);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform knows AES", ex);
		}
	}

	private static byte[] hash(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform knows SHA-256", ex);
		}
	}

}
