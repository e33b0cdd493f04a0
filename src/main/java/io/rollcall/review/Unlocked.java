package io.rollcall.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import io.rollcall.source.Limits;
import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.RefusedException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens a workbook that has a password, into a file that only this account can read. */
final class Unlocked {

	/** The most rounds that Excel makes; more would only keep us busy. */
	private static final int MOST_ROUNDS = 10_000_000;

	private static final int BUFFER = 1 << 16;

	private Unlocked() {
	}

	/**
	 * Writes a workbook without its password.
	 * @param file the encrypted workbook
	 * @param target the file to write
	 * @return false when the password is wrong
	 * @throws RefusedException when the file cannot be read
	 */
	static boolean unlock(Path file, String password, Path target, Limits limits) throws RefusedException {
		try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
			EncryptionInfo info = new EncryptionInfo(container);
			if (info.getVerifier().getSpinCount() > MOST_ROUNDS) {
				throw new RefusedException(Problem.DAMAGED);
			}
			Decryptor decryptor = Decryptor.getInstance(info);
			if (!decryptor.verifyPassword(password)) {
				return false;
			}
			try (InputStream in = decryptor.getDataStream(container);
					OutputStream out = Files.newOutputStream(target)) {
				copy(in, out, limits);
			}
			return true;
		}
		catch (IOException | GeneralSecurityException | RuntimeException ex) {
			throw new RefusedException(Problem.DAMAGED);
		}
	}

	private static void copy(InputStream in, OutputStream out, Limits limits) throws IOException, RefusedException {
		byte[] buffer = new byte[BUFFER];
		long copied = 0;
		for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
			copied += length;
			if (copied > limits.fileBytes()) {
				throw new RefusedException(Problem.FILE_SIZE, limits.fileBytes() >> 20, copied >> 20);
			}
			out.write(buffer, 0, length);
		}
	}

}
