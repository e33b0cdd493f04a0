package io.rollcall.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

import io.rollcall.Patience;

import static org.assertj.core.api.Assertions.assertThat;

/** Another Rollcall beside this one: opens a home, and closes it when told. */
final class OtherProcess implements AutoCloseable {

	private final Process process;

	private final BufferedReader output;

	private OtherProcess(Process process) {
		this.process = process;
		this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Starts it and waits until it has the database open.
	 * @param sql executed and committed before, may be empty
	 */
	static OtherProcess open(Path home, String sql) {
		try {
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
					OtherProcess.class.getName(), home.toString(), sql)
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			OtherProcess other = new OtherProcess(process);
			assertThat(other.output.readLine()).isEqualTo("open");
			return other;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lets it close the database and end. */
	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
			await();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As {@code kill -9} does. */
	void kill() {
		this.process.destroyForcibly();
		await();
	}

	/** As Ctrl-C or {@code systemctl stop} do. */
	void terminate() {
		this.process.destroy();
		await();
	}

	private void await() {
		try {
			Patience.await(this.process, () -> "nothing");
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The other process itself.
	 * @param arguments home and statement
	 */
	public static void main(String... arguments) throws Exception {
		try (Database database = Database.open(null, Path.of(arguments[0]))) {
			if (!arguments[1].isEmpty()) {
				try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
					statement.execute(arguments[1]);
				}
			}
			System.out.println("open");
			System.in.read();
		}
	}

}
