package io.rollcall.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real databases for tests: one embedded server of each test process under
 * {@code target/}, shared by all its test classes and stopped at its end; every test gets
 * a database of its own.
 */
public final class TestDatabase {

	/** The home of the shared server. */
	public static final Path HOME = Path.of("target", "test-home-" + System.getProperty("rollcall.fork", "1"))
		.toAbsolutePath();

	/** Nothing in it has to outlive a power cut. */
	private static final List<String> SETTINGS = List.of("ALTER SYSTEM SET fsync = off",
			"ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()");

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static EmbeddedServer server;

	private TestDatabase() {
	}

	/**
	 * A new database with nothing in it.
	 * @return the database, owned by the user that it names; closing it is optional
	 */
	public static synchronized Database fresh() {
		return create("template0");
	}

	/**
	 * A new database with all migrations applied; faster than migrating a fresh one.
	 * @return the database; closing it is optional
	 */
	public static synchronized Database migrated() {
		start();
		String template = prefix() + "template";
		if (!names(template).contains(template)) {
			execute("CREATE DATABASE " + template + " OWNER " + Cluster.USER + " TEMPLATE template0");
			connectTo(template).migrate();
		}
		return create(template);
	}

	/**
	 * The same database for somebody who may work with the tables and not change them, as
	 * docs/operations.md sets it up.
	 * @param owned a migrated database
	 * @return the database, opened as another role
	 */
	public static synchronized Database withLeastRights(Database owned) {
		String role = prefix() + "run" + COUNT.incrementAndGet();
		execute("CREATE ROLE " + role + " LOGIN PASSWORD 'least'");
		String name = owned.jdbcUrl().replaceFirst(".*/(t\\d+_\\d+)\\?.*", "$1");
		execute("GRANT TEMPORARY ON DATABASE " + name + " TO " + role);
		try (Connection connection = owned.connect(); Statement statement = connection.createStatement()) {
			statement.execute("GRANT USAGE ON SCHEMA public TO " + role);
			statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + role);
			statement.execute("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO " + role);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		ConnectionSettings settings = new ConnectionSettings(owned.jdbcUrl(), role, "least");
		ServerCheck.check(settings);
		return new Database(settings, () -> {
		});
	}

	private static Database create(String template) {
		start();
		String name = prefix() + COUNT.incrementAndGet();
		execute("CREATE DATABASE " + name + " OWNER " + Cluster.USER + " TEMPLATE " + template);
		return connectTo(name);
	}

	private static Database connectTo(String name) {
		ConnectionSettings own = server.settings();
		return new Database(new ConnectionSettings(own.url().replace("/" + Cluster.DATABASE + "?", "/" + name + "?"),
				own.user(), own.password()), () -> {
				});
	}

	private static void start() {
		if (server == null) {
			server = EmbeddedServer.enter(HOME, (opening) -> {
			});
			SETTINGS.forEach(TestDatabase::execute);
			for (String name : names("t%")) {
				long pid = Long.parseLong(name.replaceFirst("^t(\\d+)_.*", "$1"));
				if (ProcessHandle.of(pid).isEmpty() || pid == ProcessHandle.current().pid()) {
					execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
				}
			}
		}
	}

	private static String prefix() {
		return "t" + ProcessHandle.current().pid() + "_";
	}

	private static List<String> names(String pattern) {
		List<String> names = new ArrayList<>();
		try (Connection connection = server.superuser("postgres").connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database WHERE datname ~ '^t\\d+_'"
						+ " AND datname LIKE '" + pattern + "'")) {
			while (rows.next()) {
				names.add(rows.getString(1));
			}
			return names;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void execute(String sql) {
		try (Connection connection = server.superuser("postgres").connect();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
