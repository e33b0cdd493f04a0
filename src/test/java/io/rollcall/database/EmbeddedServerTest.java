package io.rollcall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.rollcall.Patience;
import io.rollcall.launch.OperatingSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The life of the embedded server, with real processes. One home serves all tests, as one
 * home serves an installation for years; its name is such as people choose.
 */
class EmbeddedServerTest {

	private static final Path HOME = Path.of("target", "test homes", "学籍 核对").toAbsolutePath();

	@BeforeEach
	void borrowThePrograms() throws IOException {
		TestDatabase.fresh();
		Files.createDirectories(HOME);
		try (var folders = Files.newDirectoryStream(TestDatabase.HOME, "postgres-*")) {
			for (Path folder : folders) {
				if (!Files.exists(HOME.resolve(folder.getFileName()))) {
					Files.createSymbolicLink(HOME.resolve(folder.getFileName()), folder);
				}
			}
		}
	}

	@AfterEach
	void leavesNothingRunning() {
		assertThat(pidFile()).doesNotExist();
	}

	@Test
	void processesShareOneServerAndTheLastOneStopsIt() throws IOException {
		OtherProcess first = OtherProcess.open(HOME, "");
		long server = serverPid();
		OtherProcess second = OtherProcess.open(HOME, "");
		assertThat(serverPid()).isEqualTo(server);
		first.close();
		assertThat(serverPid()).isEqualTo(server);
		second.close();
		assertThat(pidFile()).doesNotExist();
	}

	@Test
	void oneProcessMayOpenItTwice() throws Exception {
		Database first = Database.open(null, HOME);
		Database second = Database.open(null, HOME);
		first.close();
		first.close();
		assertThat(answer(second, "SELECT 1")).isEqualTo("1");
		second.close();
	}

	@Test
	void aKilledStarterLeavesServerAndRowsToTheNext() throws Exception {
		OtherProcess starter = OtherProcess.open(HOME,
				"DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
		long orphan = serverPid();
		starter.kill();
		try (Database next = Database.open(null, HOME)) {
			assertThat(serverPid()).isEqualTo(orphan);
			assertThat(answer(next, "SELECT count(*) FROM kept")).isEqualTo("1000");
		}
	}

	@Test
	void aKilledServerIsRecovered() throws Exception {
		try (Database database = Database.open(null, HOME); Connection connection = database.connect()) {
			execute(connection, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT generate_series(1, 500) AS n");
			// A busy backend does not notice that its server is gone, and holds on to its
			// memory.
			Thread busy = new Thread(() -> assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> answer(database, "SELECT count(*) FROM generate_series(1, 10000000000) n")));
			busy.start();
			Patience.await("busy backend",
					() -> answer(database,
							"SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%00000000%'"
									+ " AND state = 'active' AND pid <> pg_backend_pid()")
						.equals("1"),
					() -> answer(database, "SELECT string_agg(state, ' ') FROM pg_stat_activity"));
			long killed = serverPid();
			ProcessHandle.of(killed).orElseThrow().destroyForcibly();
			ProcessHandle.of(killed)
				.ifPresent(
						(process) -> process.onExit().orTimeout(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS).join());
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(connection, "SELECT 1"));
			try (Database again = Database.open(null, HOME)) {
				assertThat(serverPid()).isNotEqualTo(killed);
				assertThat(answer(again, "SELECT count(*) FROM kept")).isEqualTo("500");
			}
			busy.join();
		}
	}

	@Test
	void theMarkOfAnotherProcessIsNotTakenForTheServer() throws Exception {
		Database.open(null, HOME).close();
		Files.write(pidFile(), List.of(Long.toString(ProcessHandle.current().pid()),
				HOME.resolve("database").toString(), "1600000000", "5432", "", "127.0.0.1", "  1  2", "ready   "));
		try (Database database = Database.open(null, HOME)) {
			assertThat(serverPid()).isNotEqualTo(ProcessHandle.current().pid());
			assertThat(answer(database, "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void aTerminatedProcessStopsTheServerButCtrlCDoesNotReachIt() throws IOException {
		OtherProcess starter = OtherProcess.open(HOME, "");
		String session = Files.readString(Path.of("/proc", Long.toString(serverPid()), "stat")).split(" ")[5];
		assertThat(session).isEqualTo(Long.toString(serverPid()));
		starter.terminate();
		assertThat(pidFile()).doesNotExist();
	}

	@Test
	void onlyTheOwnerOfTheSecretGetsIn() throws Exception {
		try (Database database = Database.open(null, HOME)) {
			Path secret = HOME.resolve("database.secret");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HOME.resolve("database"))))
				.isEqualTo("rwx------");
			for (String guess : new String[] { null, "", "rollcall", "postgres" }) {
				for (String user : List.of(Cluster.USER, Cluster.SUPERUSER)) {
					ConnectionSettings guessed = new ConnectionSettings(database.jdbcUrl(), user, guess);
					assertThatExceptionOfType(SQLException.class).isThrownBy(guessed::connect);
				}
			}
			assertThat(answer(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(Files.readString(HOME.resolve("postgres.log"))).doesNotContain("Unix socket");
		}
	}

	@Test
	void aLostSecretIsMadeAnew() throws Exception {
		Database.open(null, HOME).close();
		Files.delete(HOME.resolve("database.secret"));
		try (Database database = Database.open(null, HOME)) {
			assertThat(answer(database, "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void committedRowsAreOnTheDisk() throws Exception {
		try (Database database = Database.open(null, HOME)) {
			for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
				assertThat(answer(database, "SHOW " + setting)).as(setting).isEqualTo("on");
			}
		}
	}

	@Test
	void chineseNamesAreLettersAndOrderDependsOnNoLibrary() throws Exception {
		try (Database database = Database.open(null, HOME)) {
			assertThat(answer(database, "SELECT datlocprovider::text || datlocale FROM pg_database"
					+ " WHERE datname = current_database()"))
				.isEqualTo("bC.UTF-8");
			assertThat(answer(database, "SELECT '张三' ~ '^[[:alpha:]]+$'")).isEqualTo("t");
			try (Connection connection = database.connect()) {
				execute(connection, "CREATE EXTENSION IF NOT EXISTS pg_trgm");
			}
			assertThat(answer(database, "SELECT similarity('欧阳娜娜', '欧阳娜') > 0.3")).isEqualTo("t");
		}
	}

	@Test
	void theLogQuotesNoValues() throws Exception {
		try (Database database = Database.open(null, HOME); Connection connection = database.connect()) {
			execute(connection, "DROP TABLE IF EXISTS person; CREATE TABLE person (id_no text PRIMARY KEY, n int)");
			execute(connection, "INSERT INTO person VALUES ('610101200102030017', 1)");
			for (String bad : List.of("INSERT INTO person VALUES ('610101200102030017', 1)",
					"INSERT INTO person VALUES ('x', '王小明'::int)", "SELECT '王小明'::date", "SELEC '王小明'",
					"DO $$ BEGIN RAISE WARNING '王小明'; END $$")) {
				try {
					execute(connection, bad);
				}
				catch (SQLException ex) {
					assertThat(ex.toString()).doesNotContain("610101200102030017");
				}
			}
		}
		assertThat(Files.readString(HOME.resolve("postgres.log"))).isNotEmpty()
			.doesNotContain("610101200102030017", "王小明", "person");
	}

	@Test
	void theLogStaysSmall(@TempDir Path folder) throws IOException {
		Path log = folder.resolve("postgres.log");
		Files.write(log, new byte[(int) ServerLog.LIMIT + 1]);
		assertThat(ServerLog.trim(log)).isZero();
		assertThat(folder.resolve("postgres.log.1")).hasSize(ServerLog.LIMIT);
	}

	@Test
	void aServerThatCannotBeSeenFromHereIsNotDoubled() throws Exception {
		OtherProcess other = OtherProcess.open(HOME, "");
		try {
			Path place = HOME.resolve("server.place");
			String here = Files.readString(place);
			Path hidden = HOME.resolve("hidden.pid");
			Files.move(pidFile(), hidden);
			Files.writeString(place, "another-boot pid:[1]");
			assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> Database.open(null, HOME))
				.extracting(DatabaseException::key)
				.isEqualTo("HOME_ELSEWHERE");
			Files.move(hidden, pidFile());
			Files.writeString(place, here);
		}
		finally {
			other.close();
		}
	}

	@Test
	void whatIsInTheWayIsSaid(@TempDir Path folder) throws IOException {
		Path file = Files.createFile(folder.resolve("file"));
		assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> Database.open(null, file.resolve("home")))
			.withMessageContaining(file.toString())
			.withMessageContaining("--database");
		assertThatExceptionOfType(DatabaseException.class)
			.isThrownBy(() -> cluster("/tmp/a$b", OperatingSystem.LINUX).create((opening) -> {
			}))
			.withMessageContaining("ROLLCALL_HOME");
		assertThatExceptionOfType(DatabaseException.class)
			.isThrownBy(() -> cluster("/tmp/a%b", OperatingSystem.WINDOWS).create((opening) -> {
			}))
			.withMessageContaining("ROLLCALL_HOME");
		Path old = Files.createDirectories(folder.resolve("old").resolve("database"));
		Files.writeString(old.resolve("PG_VERSION"), "9\n");
		Path link = Files.createSymbolicLink(old.resolveSibling("postgres-18.6.0"),
				TestDatabase.HOME.resolve("postgres-18.6.0"));
		assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> Database.open(null, old.getParent()))
			.extracting(DatabaseException::key)
			.isEqualTo("OTHER_MAJOR");
		Files.delete(link);
	}

	private static Cluster cluster(String home, OperatingSystem system) {
		return new Cluster(Path.of(home), new Programs(Path.of(home), Path.of(home), system));
	}

	private static Path pidFile() {
		return HOME.resolve("database").resolve("postmaster.pid");
	}

	private static long serverPid() throws IOException {
		return Long.parseLong(Files.readAllLines(pidFile()).get(0));
	}

	private static String answer(Database database, String sql) throws SQLException {
		try (Connection connection = database.connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
