package io.rollcall.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** Turns the driver's exceptions into sentences that quote nothing. */
final class SqlFailure {

	private SqlFailure() {
	}

	/**
	 * Why a connection could not be made, by the SQLSTATE (PostgreSQL, appendix A).
	 */
	static DatabaseException connecting(ConnectionSettings settings, SQLException ex) {
		String state = (ex.getSQLState() != null) ? ex.getSQLState() : "-";
		String key = switch (state) {
			case "28P01", "28000", "08004" -> "REFUSED";
			case "3D000" -> "NO_DATABASE";
			case "53300" -> "FULL";
			case "57P03" -> "STARTING";
			default -> state.startsWith("08") ? "UNREACHABLE" : "FAILED";
		};
		return new DatabaseException(ex, key, settings.place(), state);
	}

	/**
	 * What stopped a statement, when it was not the statement.
	 */
	static Optional<DatabaseException> using(SQLException ex) {
		String state = ex.getSQLState();
		if (ex instanceof SQLTransientConnectionException || (state != null && (state.startsWith("08")
				|| state.equals("57P01") || state.equals("57P02") || state.equals("57P03")))) {
			return Optional.of(new DatabaseException(ex, "DOWN", String.valueOf(state)));
		}
		return "53100".equals(state) ? Optional.of(new DatabaseException(ex, "DISK_FULL")) : Optional.empty();
	}

}
