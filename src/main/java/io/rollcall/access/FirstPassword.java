package io.rollcall.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.rollcall.files.PrivateFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The file in the home with the one-time password of the first account. Only the owner of
 * the home may read it, and it goes when the password is used or replaced.
 */
@Component
public class FirstPassword {

	/** The account that is there first. */
	static final String ACCOUNT = "registrar";

	private final Path file;

	FirstPassword(@Value("${rollcall.home}") Path home) {
		this.file = home.resolve("first-password");
	}

	/**
	 * Writes the file.
	 * @param password the one-time password
	 * @throws UncheckedIOException when it cannot be written
	 */
	public void write(String password) {
		Path aside = this.file.resolveSibling("first-password.part");
		try {
			Files.deleteIfExists(aside);
			PrivateFiles.createFile(aside);
			Files.writeString(aside, password + System.lineSeparator());
			Files.move(aside, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the file is.
	 * @return its path
	 */
	public Path file() {
		return this.file;
	}

	/** Removes the file, if it is there, once an account's password is of no more use. */
	void forget(String account) {
		if (account.equals(ACCOUNT)) {
			try {
				Files.deleteIfExists(this.file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
