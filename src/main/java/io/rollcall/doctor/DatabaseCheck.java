package io.rollcall.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.rollcall.database.Database;
import io.rollcall.database.DatabaseException;
import io.rollcall.intake.KeyedReferences;
import org.jspecify.annotations.Nullable;

/**
 * The database: whether it answers, whose it is, how large it is, what its clock says.
 */
final class DatabaseCheck {

	/** Order of events of several machines is told by the database's clock. */
	private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

	private static final String QUESTION = """
			select current_setting('server_version'), pg_database_size(current_database()) >> 20, clock_timestamp(),
			       has_schema_privilege(current_schema(), 'CREATE'), has_database_privilege(current_database(), 'TEMPORARY'),
			       to_regclass('reference_key') is not null
			""";

	private final Diagnosis found;

	private final Path home;

	DatabaseCheck(Diagnosis found, Path home) {
		this.found = found;
		this.home = home;
	}

	void look(@Nullable String url) {
		try (Database database = Database.open(url, this.home);
				Connection connection = database.connect();
				Statement statement = connection.createStatement()) {
			boolean known;
			try (ResultSet row = statement.executeQuery(QUESTION)) {
				row.next();
				this.found.good("database", database, row.getString(1), row.getLong(2));
				rights(row.getBoolean(4), row.getBoolean(5));
				clock(row.getTimestamp(3).toInstant());
				known = row.getBoolean(6);
			}
			key(known ? fingerprint(statement) : Optional.empty());
		}
		catch (DatabaseException ex) {
			this.found.sentence(Diagnosis.State.BAD, ex.sentence(this.found.messages()));
		}
		catch (SQLException ex) {
			this.found.bad("database.failed", String.valueOf(ex.getSQLState()));
		}
	}

	private void rights(boolean tables, boolean temporary) {
		if (!temporary) {
			this.found.bad("database.temporary");
		}
		else if (!tables) {
			this.found.note("database.tables");
		}
	}

	private void clock(Instant there) {
		Duration apart = Duration.between(there, Instant.now()).abs();
		if (apart.compareTo(CLOCKS_APART) > 0) {
			this.found.bad("clock.apart", apart.toSeconds());
		}
	}

	/** With another key every reference would change; a run refuses to begin then. */
	private void key(Optional<String> known) {
		Path file = this.home.resolve(KeyedReferences.KEY_FILE);
		if (!Files.exists(file)) {
			known.ifPresentOrElse((any) -> this.found.bad("key.missing", file),
					() -> this.found.note("key.none", file));
			return;
		}
		try {
			String own = KeyedReferences.ofFile(file).fingerprint();
			known.ifPresent((told) -> {
				if (told.equals(own)) {
					this.found.good("key.same");
				}
				else {
					this.found.bad("key.other", file);
				}
			});
		}
		catch (IOException | IllegalArgumentException ex) {
			// HomeCheck has told that it is damaged.
		}
	}

	private static Optional<String> fingerprint(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery("select fingerprint from reference_key")) {
			return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
		}
	}

}
