package io.rollcall.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to serve from a home whose database is the embedded one. The operating system
 * frees it when the process ends, however it ends.
 */
final class SoleServer implements AutoCloseable {

	private final FileChannel channel;

	private SoleServer(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Takes the right.
	 * @param home the home
	 * @return the right, to be given back
	 * @throws DatabaseException when another process serves from this home
	 */
	static SoleServer enter(Path home) {
		Path file = home.resolve("serve.lock");
		try {
			Home.createFile(file);
			FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
			FileLock lock = tryLock(channel);
			if (lock == null) {
				channel.close();
				throw new DatabaseException("HOME_SERVED", home);
			}
			return new SoleServer(channel);
		}
		catch (IOException ex) {
			throw Home.unusable(file, ex);
		}
	}

	private static FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// The lock goes with the process.
		}
	}

}
