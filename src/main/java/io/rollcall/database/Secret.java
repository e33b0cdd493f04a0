package io.rollcall.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

import io.rollcall.files.PrivateFiles;

/** A random password in a file that only its owner may read (mode 0600). */
final class Secret {

	private static final int BYTES = 24;

	private final Path file;

	Secret(Path file) {
		this.file = file;
	}

	Path file() {
		return this.file;
	}

	boolean exists() {
		return Files.exists(this.file);
	}

	/** Makes a new password, unless there is one. */
	void create() {
		if (exists()) {
			return;
		}
		byte[] random = new byte[BYTES];
		new SecureRandom().nextBytes(random);
		Path aside = this.file.resolveSibling(this.file.getFileName() + ".new");
		try {
			Files.deleteIfExists(aside);
			try (FileChannel channel = PrivateFiles.create(aside)) {
				channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII)));
				channel.force(true);
			}
			Files.move(aside, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw Home.unusable(this.file, ex);
		}
	}

	String read() {
		try {
			return Files.readString(this.file).strip();
		}
		catch (IOException ex) {
			throw Home.unusable(this.file, ex);
		}
	}

}
