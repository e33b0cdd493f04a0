package io.rollcall.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

import io.rollcall.files.PrivateFiles;
import io.rollcall.intake.KeyedReferences;
import io.rollcall.intake.StudentKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The installation's key for pseudonymous references: 256 random bits in a file that only
 * its owner may read, made at the first start. The database keeps its fingerprint: with
 * another key every reference would silently change, and so would every finding's id.
 */
@Component
public class InstallationKey {

	private final JdbcClient jdbc;

	private final Path home;

	private KeyedReferences references;

	InstallationKey(JdbcClient jdbc, @Value("${rollcall.home}") Path home) {
		this.jdbc = jdbc;
		this.home = home;
	}

	/** The keys of students under the installation's key. */
	public StudentKeys studentKeys() {
		return new StudentKeys(references());
	}

	/**
	 * Makes references with the key.
	 * @return what makes them
	 * @throws RunFailure when the key is gone or another one than the database knows
	 */
	public synchronized KeyedReferences references() {
		if (this.references == null) {
			KeyedReferences made = made();
			remember(made.fingerprint());
			this.references = made;
		}
		return this.references;
	}

	/**
	 * Makes sure that this machine has the key that the database knows, and makes none. A
	 * database that knows none yet agrees with every key.
	 * @throws RunFailure when the key is not there, damaged, or another one
	 */
	public void check() {
		Path file = this.home.resolve(KeyedReferences.KEY_FILE);
		if (!Files.exists(file)) {
			throw new RunFailure("KEY_ABSENT", file);
		}
		List<String> known = fingerprints();
		if (!known.isEmpty() && !known.contains(made().fingerprint())) {
			throw new RunFailure("KEY_OTHER", file);
		}
	}

	private KeyedReferences made() {
		Path file = this.home.resolve(KeyedReferences.KEY_FILE);
		try {
			if (!Files.exists(file)) {
				create(file);
			}
			return KeyedReferences.ofFile(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (IllegalArgumentException ex) {
			throw new RunFailure("KEY_DAMAGED", file);
		}
	}

	private void create(Path file) throws IOException {
		if (!fingerprints().isEmpty()) {
			throw new RunFailure("KEY_MISSING", file);
		}
		byte[] key = new byte[KeyedReferences.KEY_BYTES];
		new SecureRandom().nextBytes(key);
		try {
			PrivateFiles.createFile(file);
			Files.writeString(file, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.SYNC);
		}
		catch (FileAlreadyExistsException ex) {
			// Another command of this installation was faster.
		}
	}

	private void remember(String fingerprint) {
		List<String> known = fingerprints();
		if (known.isEmpty()) {
			this.jdbc.sql("insert into reference_key values (?) on conflict do nothing").param(fingerprint).update();
		}
		else if (!known.contains(fingerprint)) {
			throw new RunFailure("KEY_OTHER", this.home.resolve(KeyedReferences.KEY_FILE));
		}
	}

	private List<String> fingerprints() {
		return this.jdbc.sql("select fingerprint from reference_key").query(String.class).list();
	}

}
