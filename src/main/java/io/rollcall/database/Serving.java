package io.rollcall.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows that this process serves from a home, and hears when another asks it to end. A
 * signal would do the same, but Windows has none, and a service's process may have no
 * console. Who may write into the home may ask.
 */
public final class Serving implements AutoCloseable {

	private static final long MILLIS_BETWEEN_LOOKS = 500;

	private final Path home;

	private final FileChannel channel;

	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "stop-watch");
		thread.setDaemon(true);
		return thread;
	});

	private Serving(Path home, FileChannel channel) {
		this.home = home;
		this.channel = channel;
	}

	/** What became of a request to end. */
	public enum Outcome {

		/** Nobody served. */
		NOBODY,
		/** Whoever served has ended. */
		ENDED,
		/** Somebody is still ending. */
		STILL_ENDING

	}

	/**
	 * Shows this process as serving until it is closed or gone. Several may serve from a
	 * home.
	 * @param home the home
	 * @param end called once when somebody asks that it end
	 * @return to be closed last of all
	 * @throws DatabaseException when the home cannot be written
	 */
	public static Serving begin(Path home, Runnable end) {
		try {
			Serving serving = new Serving(home, open(home));
			serving.channel.lock(0, Long.MAX_VALUE, true);
			String earlier = request(home);
			serving.watch.scheduleWithFixedDelay(() -> serving.look(earlier, end), 0, MILLIS_BETWEEN_LOOKS,
					TimeUnit.MILLISECONDS);
			return serving;
		}
		catch (IOException ex) {
			throw Home.unusable(home, ex);
		}
	}

	private void look(String earlier, Runnable end) {
		try {
			if (!request(this.home).equals(earlier)) {
				this.watch.shutdown();
				end.run();
			}
		}
		catch (IOException ex) {
			// It is being written; the next look sees it.
		}
	}

	/**
	 * Asks all that serve from a home to end, and waits for it.
	 * @param home the home
	 * @param longest how long to wait
	 * @return what became of it
	 * @throws DatabaseException when the home cannot be written
	 */
	public static Outcome end(Path home, Duration longest) {
		if (!Files.isDirectory(home)) {
			return Outcome.NOBODY;
		}
		try (FileChannel channel = open(home)) {
			if (isFree(channel)) {
				return Outcome.NOBODY;
			}
			Files.writeString(requestFile(home), UUID.randomUUID().toString());
			for (long giveUp = System.nanoTime() + longest.toNanos(); System.nanoTime() < giveUp;) {
				Pause.millis(MILLIS_BETWEEN_LOOKS / 5);
				if (isFree(channel)) {
					return Outcome.ENDED;
				}
			}
			return Outcome.STILL_ENDING;
		}
		catch (IOException ex) {
			throw Home.unusable(home, ex);
		}
	}

	private static boolean isFree(FileChannel channel) throws IOException {
		try (FileLock alone = channel.tryLock()) {
			return alone != null;
		}
	}

	private static FileChannel open(Path home) throws IOException {
		Path file = home.resolve("serving.lock");
		Home.createFile(file);
		return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
	}

	private static Path requestFile(Path home) {
		return home.resolve("serve.stop");
	}

	private static String request(Path home) throws IOException {
		try {
			return Files.readString(requestFile(home));
		}
		catch (NoSuchFileException ex) {
			return "";
		}
	}

	@Override
	public void close() {
		this.watch.shutdownNow();
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// The lock goes with the process.
		}
	}

}
