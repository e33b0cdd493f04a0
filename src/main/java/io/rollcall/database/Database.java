package io.rollcall.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.flywaydb.core.Flyway;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The database in use, embedded or on a server. Closing it lets an embedded server stop
 * when nobody else uses it.
 */
public final class Database implements AutoCloseable {

	private final ConnectionSettings settings;

	private final ConnectionSettings superuser;

	private final Runnable onClose;

	private boolean closed;

	Database(ConnectionSettings settings, Runnable onClose) {
		this(settings, null, onClose);
	}

	/**
	 * A database.
	 * @param settings how Rollcall works with it
	 * @param superuser how its server is looked after, null where somebody else does
	 * @param onClose lets go of it
	 */
	private Database(ConnectionSettings settings, ConnectionSettings superuser, Runnable onClose) {
		this.settings = settings;
		this.superuser = superuser;
		this.onClose = onClose;
	}

	/**
	 * Opens the database and makes sure that Rollcall can work on it.
	 * @param url {@code jdbc:postgresql://...},
	 * {@code postgresql://user:password@host/db} or {@code postgres://...}; null for what
	 * the Spring Boot properties {@code spring.datasource.*} name, and for the embedded
	 * server when they name none
	 * @param home where the embedded server keeps its data, see {@link Home#path()}
	 * @return the open database
	 * @throws DatabaseException when it cannot be reached, is too old, does not hold
	 * Unicode or may not be written; the sentence says what to do
	 */
	public static Database open(String url, Path home) {
		return open(url, home, (opening) -> {
		});
	}

	/**
	 * As the other one, and tells what it is about.
	 * @param url as for {@link #open(String, Path)}
	 * @param home as for {@link #open(String, Path)}
	 * @param told hears of every part that takes a while, when it begins
	 * @return the open database
	 * @throws DatabaseException as {@link #open(String, Path)}
	 */
	public static Database open(String url, Path home, Consumer<Opening> told) {
		told.accept(Opening.STARTING);
		ConnectionSettings remote = SpringSettings.complete(url);
		if (remote != null) {
			ServerCheck.check(remote);
			return new Database(remote, () -> {
			});
		}
		EmbeddedServer server = EmbeddedServer.enter(home, told);
		try {
			ServerCheck.check(server.settings());
			return new Database(server.settings(), server.superuser(Cluster.DATABASE), server::leave);
		}
		catch (RuntimeException ex) {
			server.leave();
			throw ex;
		}
	}

	/**
	 * Lays the programs of the embedded server out beside the jar that runs, from where
	 * new homes take them.
	 * @throws DatabaseException when there are none for this platform, or no space
	 */
	public static void prepare() {
		PostgresBinaries.prepare();
	}

	/**
	 * Whether {@link #open} would start the embedded server, which other machines cannot
	 * reach.
	 * @param url as for {@link #open}
	 * @return true where nothing names a server
	 */
	public static boolean isEmbedded(String url) {
		return SpringSettings.complete(url) == null;
	}

	/**
	 * Opens the database for a process that serves. Several of them may share a server
	 * that somebody else runs, and one may serve from a home.
	 * @param url as for {@link #open(String, Path)}
	 * @param home as for {@link #open(String, Path)}
	 * @param told hears of every part that takes a while, when it begins
	 * @return the open database
	 * @throws DatabaseException as {@link #open(String, Path)}, and when another process
	 * serves from the home
	 */
	public static Database openToServe(String url, Path home, Consumer<Opening> told) {
		if (SpringSettings.complete(url) != null) {
			return open(url, home, told);
		}
		SoleServer sole = SoleServer.enter(home);
		try {
			Database database = open(url, home, told);
			return new Database(database.settings, database.superuser, () -> {
				database.close();
				sole.close();
			});
		}
		catch (RuntimeException ex) {
			sole.close();
			throw ex;
		}
	}

	/**
	 * The JDBC URL, without user and password.
	 * @return the URL
	 */
	public String jdbcUrl() {
		return this.settings.url();
	}

	/**
	 * The user.
	 * @return the user, or null for the driver's default
	 */
	public String user() {
		return this.settings.user();
	}

	/**
	 * The password. Never to be logged or shown.
	 * @return the password, or null for the driver's default
	 */
	public String password() {
		return this.settings.password();
	}

	/**
	 * What a pool of this process calls its sessions, the property
	 * {@code rollcall.sessions}.
	 * @return a name that nobody has to quote
	 */
	public String sessions() {
		return ThisProcess.sessions(ThisProcess.name());
	}

	/**
	 * Makes a Spring application context use this database, whatever other properties
	 * say. To be called from an initializer of the context.
	 * @param environment the context's environment
	 */
	public void configure(ConfigurableEnvironment environment) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("spring.datasource.url", jdbcUrl());
		properties.put("rollcall.sessions", sessions());
		// An empty user or password is not the driver's default; an absent one is.
		if (user() != null) {
			properties.put("spring.datasource.username", user());
		}
		if (password() != null) {
			properties.put("spring.datasource.password", password());
		}
		environment.getPropertySources().addFirst(new MapPropertySource("rollcall.database", properties));
	}

	/**
	 * Opens a new connection, outside of any pool.
	 * @return the connection, in auto-commit mode
	 * @throws SQLException when the database cannot be reached
	 */
	public Connection connect() throws SQLException {
		return this.settings.connect();
	}

	/**
	 * Brings the schema up to date with the migrations on the class path
	 * ({@code db/migration}) and the catalogue of fields; changes nothing when it is.
	 */
	public void migrate() {
		Flyway flyway = Flyway.configure().dataSource(jdbcUrl(), user(), password()).load();
		flyway.migrate();
		StagedFields.complete(flyway.getConfiguration().getDataSource());
	}

	/**
	 * Whether the schema is this program's: every migration on the class path has been
	 * applied and no other, and every field has its column. It takes a fraction of the
	 * time that {@link #migrate()} takes to find that out.
	 * @return false also where that cannot be told
	 */
	public boolean isCurrent() {
		try (Connection connection = connect()) {
			return Migrations.areApplied(connection) && StagedFields.missing(connection).isEmpty();
		}
		catch (SQLException | IOException ex) {
			return false;
		}
	}

	/**
	 * Has the embedded server throw away its write-ahead log, in which deleted rows lie
	 * on, and what it no longer needs of its statistics. Whoever runs another server sees
	 * to that himself.
	 * @throws SQLException when the server cannot be reached
	 */
	public void forgetDeleted() throws SQLException {
		if (this.superuser != null) {
			try (Connection connection = this.superuser.connect(); Statement statement = connection.createStatement()) {
				statement.execute("VACUUM (FULL) pg_statistic");
				statement.execute("SELECT pg_switch_wal()");
				statement.execute("CHECKPOINT");
			}
		}
	}

	/** Lets go of the database. A second call does nothing. */
	@Override
	public void close() {
		if (!this.closed) {
			this.closed = true;
			this.onClose.run();
		}
	}

	@Override
	public String toString() {
		return this.settings.place();
	}

}
