package io.rollcall.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Finds out before a run what would otherwise break it half-way. */
final class ServerCheck {

	private static final int OLDEST = 15;

	private static final int VERSION_FACTOR = 10_000;

	/** Where somebody else made the tables, the right to make some is not needed. */
	private static final String QUESTION = """
			SELECT current_setting('server_version_num')::int, current_setting('server_encoding'),
			       pg_is_in_recovery(), coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
			         or to_regclass('flyway_schema_history') is not null
			""";

	private ServerCheck() {
	}

	/**
	 * Checks a database.
	 * @param settings how to reach it
	 * @throws DatabaseException when Rollcall cannot work on it
	 */
	static void check(ConnectionSettings settings) {
		try (Connection connection = settings.connect();
				Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery(QUESTION)) {
			answer.next();
			judge(answer.getInt(1) / VERSION_FACTOR, answer.getString(2), answer.getBoolean(3), answer.getBoolean(4));
		}
		catch (SQLException ex) {
			throw SqlFailure.connecting(settings, ex);
		}
	}

	static void judge(int version, String encoding, boolean standby, boolean mayCreate) {
		if (version < OLDEST) {
			throw new DatabaseException("TOO_OLD", version, OLDEST);
		}
		if (!"UTF8".equals(encoding)) {
			throw new DatabaseException("NOT_UNICODE", encoding);
		}
		if (standby) {
			throw new DatabaseException("STANDBY");
		}
		if (!mayCreate) {
			throw new DatabaseException("NO_PRIVILEGE");
		}
	}

}
