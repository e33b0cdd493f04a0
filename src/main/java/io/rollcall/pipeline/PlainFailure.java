package io.rollcall.pipeline;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.rollcall.database.DatabaseException;

/**
 * Tells what went wrong without the words of libraries: Batch keeps the messages of
 * exceptions in its tables and its log, and those of databases and parsers quote values.
 */
final class PlainFailure {

	private PlainFailure() {
	}

	/** Does something whose exceptions Batch will see. */
	static <T> T guard(Callable<T> action) {
		try {
			return action.call();
		}
		catch (Exception ex) {
			throw of(ex);
		}
	}

	/**
	 * The same failure, safe to keep and to log.
	 * @param ex what went wrong
	 * @return what has a sentence for people as it is, anything else as the names of its
	 * classes
	 */
	static RuntimeException of(Exception ex) {
		if (ex instanceof RunFailure known) {
			return known;
		}
		Optional<DatabaseException> database = DatabaseException.in(ex);
		if (database.isPresent()) {
			return database.get();
		}
		StringBuilder words = new StringBuilder(ex.getClass().getSimpleName());
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			words.append((cause == ex) ? "" : " < " + cause.getClass().getSimpleName());
			if (cause instanceof SQLException sql) {
				words.append(' ').append(sql.getSQLState());
			}
		}
		IllegalStateException plain = new IllegalStateException(words.toString());
		plain.setStackTrace(ex.getStackTrace());
		return plain;
	}

	/** Whether something could not be read or written, a full disk for instance. */
	static boolean isFile(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException) {
				return false;
			}
			if (cause instanceof IOException) {
				return true;
			}
		}
		return false;
	}

}
