package io.rollcall.database;

/**
 * Tells which statement failed; what it was about, the server's words say, and those
 * quote rows. Stands among the suppressed exceptions of the one that was thrown, or for
 * itself.
 */
public final class StatementFailure extends RuntimeException {

	/**
	 * A failure.
	 * @param statement the statement's name
	 */
	StatementFailure(String statement) {
		super(statement);
	}

}
