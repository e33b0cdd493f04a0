package io.rollcall.pipeline;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

import io.rollcall.database.Database;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** What an older version left in its database. */
final class Dump {

	private Dump() {
	}

	/** Where the files of a version lie. */
	static Path folder(String version) {
		return Path.of("src/test/resources/database/version-" + version);
	}

	/**
	 * Makes an empty database one of an older version with its rows.
	 * @param version the number of that version's last migration
	 * @param place the folder of the installation
	 */
	static void load(Database database, String version, Path place) throws Exception {
		Flyway.configure()
			.dataSource(database.jdbcUrl(), database.user(), database.password())
			.target(version)
			.load()
			.migrate();
		String all = Files.readString(folder(version).resolve("tables.copy")).replace("{folder}", place.toString());
		try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(),
				database.password()); Statement statement = connection.createStatement()) {
			for (String table : all.substring(2, all.length() - 1).split("\n> ")) {
				int end = table.indexOf('\n');
				connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn("copy " + table.substring(0, end) + " from stdin",
							new StringReader(table.substring(end + 1) + "\n"));
			}
			statement.execute("select setval(pg_get_serial_sequence('run', 'run_id'), (select max(run_id) from run)),"
					+ " setval(pg_get_serial_sequence('campaign', 'campaign_id'), (select max(campaign_id) from campaign))");
		}
	}

}
