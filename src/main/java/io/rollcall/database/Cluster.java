package io.rollcall.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.rollcall.files.Durable;
import io.rollcall.files.WholeFolders;
import io.rollcall.launch.OperatingSystem;

/**
 * The files of the embedded database: its data directory, its settings and its password.
 */
final class Cluster {

	static final String SUPERUSER = "postgres";

	static final String USER = "rollcall";

	static final String DATABASE = "rollcall";

	private static final String CREATE_DATABASE = "CREATE DATABASE " + DATABASE + " OWNER " + USER;

	/** PostgreSQL's programs hand paths to each other through a shell. */
	private static final Pattern SHELL_ACTIVE = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

	private static final Pattern CMD_ACTIVE = Pattern.compile("[\"%\\p{Cntrl}]");

	/**
	 * Locales by which Chinese characters are letters: Linux knows the first, a Mac the
	 * second, Windows the third. By the last one none is.
	 */
	private static final List<String> CHARACTER_TYPES = List.of("C.UTF-8", "en_US.UTF-8", "en-US", "C");

	private static final long SHARED_MEMORY_WANTED = 512L << 20;

	private final Path home;

	private final Programs programs;

	private final Secret secret;

	Cluster(Path home, Programs programs) {
		this.home = home;
		this.programs = programs;
		this.secret = new Secret(home.resolve("database.secret"));
	}

	Path data() {
		return this.home.resolve("database");
	}

	Path log() {
		return this.home.resolve("postgres.log");
	}

	/** The password of both roles, readable by this user only. */
	String password() {
		return this.secret.read();
	}

	/**
	 * Makes the data directory if it is not there yet: aside first, so that a process
	 * killed half-way leaves nothing that looks finished.
	 */
	void create(Consumer<Opening> told) {
		if (Files.isDirectory(data())) {
			checkVersion();
			return;
		}
		checkName();
		told.accept(Opening.CREATING);
		Path aside = this.home.resolve("database.new");
		try {
			WholeFolders.delete(aside);
			this.secret.create();
			initialise(aside);
			Durable.move(aside, data());
		}
		catch (IOException ex) {
			throw Home.unusable(this.home, ex);
		}
	}

	private void checkName() {
		boolean windows = this.programs.system() == OperatingSystem.WINDOWS;
		if ((windows ? CMD_ACTIVE : SHELL_ACTIVE).matcher(this.home.toString()).find()) {
			throw new DatabaseException("HOME_NAME", this.home);
		}
		Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
		if (windows && !names.newEncoder().canEncode(this.home.toString())) {
			throw new DatabaseException("HOME_LETTERS", this.home, names);
		}
	}

	private void initialise(Path aside) {
		// Order and case by the built-in rules, which never change with the system's
		// libraries and so never corrupt an index. Which characters are letters is still
		// the C library's business (pg_trgm asks it): without C.UTF-8 no Chinese
		// character would be one.
		Programs.Result result = null;
		for (String characterType : CHARACTER_TYPES) {
			result = initdb(aside, characterType);
			if (result.status() == 0 || !result.output().contains("invalid locale name")) {
				break;
			}
		}
		if (result.status() != 0) {
			throw new DatabaseException("PROGRAM_FAILED", "initdb", result.reason());
		}
		if (this.programs.system() == OperatingSystem.LINUX) {
			singleUser(aside, createRole() + "\n" + CREATE_DATABASE + "\n");
		}
	}

	private String createRole() {
		return "CREATE ROLE " + USER + " LOGIN PASSWORD '" + password() + "'";
	}

	/**
	 * Makes the role and the database where no server without connections could: it alone
	 * does not give up the rights of an administrator.
	 * @param port of the running server
	 */
	void complete(int port) {
		ConnectionSettings superuser = ConnectionSettings.embedded(port, SUPERUSER, SUPERUSER, password());
		try (Connection connection = superuser.connect(); Statement statement = connection.createStatement()) {
			if (isEmpty(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + USER + "'")) {
				statement.execute(createRole());
			}
			if (isEmpty(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
				statement.execute(CREATE_DATABASE);
			}
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex, "PROGRAM_FAILED", "postgres", String.valueOf(ex.getSQLState()));
		}
	}

	private static boolean isEmpty(Statement statement, String query) throws SQLException {
		try (ResultSet rows = statement.executeQuery(query)) {
			return !rows.next();
		}
	}

	private Programs.Result initdb(Path aside, String characterType) {
		return this.programs.run("", "initdb", "-D", this.programs.name(aside), "-U", SUPERUSER, "-E", "UTF8",
				"--locale=C", "--lc-ctype=" + characterType, "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
				"--auth=scram-sha-256", "--pwfile=" + this.programs.name(this.secret.file()), "--no-instructions");
	}

	/**
	 * Makes a lost password anew, while no server runs.
	 */
	void restorePassword() {
		if (this.secret.exists()) {
			return;
		}
		this.secret.create();
		String password = password();
		singleUser(data(), "ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'\n" + "ALTER ROLE " + USER
				+ " PASSWORD '" + password + "'\n");
	}

	private void singleUser(Path folder, String statements) {
		Programs.Result result = this.programs.run(statements, "postgres", "--single", "-D", this.programs.name(folder),
				"-c", "log_min_error_statement=panic", SUPERUSER);
		// In this mode a failed statement does not change the exit status.
		if (result.status() != 0 || result.output().contains("ERROR:")) {
			throw new DatabaseException("PROGRAM_FAILED", "postgres", result.reason());
		}
	}

	private void checkVersion() {
		try {
			String found = Files.readString(data().resolve("PG_VERSION")).strip();
			String own = this.programs.run("", "postgres", "--version").output().replaceAll("\\D*(\\d+).*\\s*", "$1");
			if (!found.equals(own)) {
				throw new DatabaseException("OTHER_MAJOR", data(), found, own);
			}
		}
		catch (IOException ex) {
			throw Home.unusable(data(), ex);
		}
	}

	/**
	 * Writes the settings, at every start, so that a newer Rollcall brings its own.
	 */
	void configure() {
		try {
			if (this.programs.system() == OperatingSystem.WINDOWS) {
				copy("postgresql.conf", "postgresql.conf", "windows.conf");
			}
			else {
				copy("postgresql.conf", "postgresql.conf");
			}
			copy("pg_hba.conf", "pg_hba.conf");
		}
		catch (IOException ex) {
			throw Home.unusable(data(), ex);
		}
	}

	private void copy(String name, String... parts) throws IOException {
		Path aside = data().resolve(name + ".new");
		try (OutputStream out = Files.newOutputStream(aside)) {
			for (String part : parts) {
				try (InputStream in = Cluster.class.getResourceAsStream(part)) {
					in.transferTo(out);
				}
			}
		}
		Files.move(aside, data().resolve(name), StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Where parallel queries exchange rows, on Linux. Containers often give /dev/shm 64
	 * MB, where a large join ends with "could not resize shared memory segment".
	 */
	static String sharedMemoryType() {
		try {
			Path device = Path.of("/dev/shm");
			boolean roomy = Files.isWritable(device)
					&& Files.getFileStore(device).getUsableSpace() > SHARED_MEMORY_WANTED;
			return roomy ? "posix" : "mmap";
		}
		catch (IOException ex) {
			return "mmap";
		}
	}

}
