package io.rollcall.database;

import java.sql.SQLException;

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

}
