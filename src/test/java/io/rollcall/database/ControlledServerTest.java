package io.rollcall.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.rollcall.Patience;
import io.rollcall.launch.OperatingSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The embedded server as it is run where there is neither {@code /proc} nor
 * {@code setsid}: here on Linux, whose PostgreSQL can be led in that way as well.
 */
class ControlledServerTest {

	@TempDir
	private Path home;

	private final List<Opening> told = new ArrayList<>();

	private Cluster cluster;

	private Postmaster postmaster;

	@BeforeEach
	void prepare() throws Exception {
		// Its own programs: by them a home's server is told from others.
		Programs programs = new Programs(this.home, PostgresBinaries.unpack(this.home, this.told::add),
				OperatingSystem.MAC);
		this.cluster = new Cluster(this.home, programs);
		this.postmaster = new Postmaster(this.cluster, programs);
		this.cluster.create(this.told::add);
	}

	@AfterEach
	void stop() {
		this.postmaster.stop();
		assertThat(pidFile()).doesNotExist();
	}

	@Test
	void whatTakesAWhileIsTold() {
		assertThat(this.told).containsExactly(Opening.UNPACKING, Opening.CREATING);
	}

	@Test
	void itIsSetUpFoundRecoveredAndStopped() throws Exception {
		int port = this.postmaster.start();
		this.cluster.complete(port);
		this.cluster.complete(port);
		assertThat(this.postmaster.findRunning()).contains(port);
		execute(port, "CREATE TABLE kept AS SELECT 1 AS n");
		ProcessHandle server = ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).get(0).strip()))
			.orElseThrow();
		server.destroyForcibly();
		server.onExit().get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
		assertThat(this.postmaster.findRunning()).isEmpty();
		int next = this.postmaster.start();
		execute(next, "INSERT INTO kept VALUES (2)");
		assertThat(greatest(next)).isEqualTo("2");
	}

	private String greatest(int port) throws SQLException {
		try (Connection connection = connect(port);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT max(n) FROM kept")) {
			row.next();
			return row.getString(1);
		}
	}

	private void execute(int port, String sql) throws SQLException {
		try (Connection connection = connect(port); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private Connection connect(int port) throws SQLException {
		return ConnectionSettings.embedded(port, Cluster.DATABASE, Cluster.USER, this.cluster.password()).connect();
	}

	private Path pidFile() {
		return this.cluster.data().resolve("postmaster.pid");
	}

}
