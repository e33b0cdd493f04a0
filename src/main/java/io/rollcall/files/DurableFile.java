package io.rollcall.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file and forces it to the disk. A run is published by moving its folder; after
 * a power cut the moved folder must not hold empty files.
 */
public final class DurableFile {

	private static final int BUFFER = 1 << 16;

	private DurableFile() {
	}

	/** Writes what belongs into a file. */
	@FunctionalInterface
	public interface Content {

		void writeTo(OutputStream out) throws IOException;

	}

	public static void write(Path target, Content content) throws IOException {
		Files.createDirectories(target.toAbsolutePath().getParent());
		try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
			OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
			content.writeTo(out);
			out.flush();
			channel.force(true);
		}
	}

}
