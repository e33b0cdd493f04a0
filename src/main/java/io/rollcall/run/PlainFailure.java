package io.rollcall.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.rollcall.database.DatabaseException;
import io.rollcall.database.StatementFailure;

/**
 * What went wrong without the words of libraries: Batch keeps the messages of exceptions
 * in its tables and its log, and those of databases and parsers quote values. The message
 * names the step, the classes, and where they are known the statement, the SQLSTATE and
 * the file; people and the log get the same.
 */
public final class PlainFailure extends RuntimeException {

	/** Messages of these classes hold nothing from a file or table. */
	private static final String OURS = "io.rollcall.";

	private PlainFailure(String words, Exception ex) {
		super(words);
		setStackTrace(ex.getStackTrace());
	}

	/**
	 * Does something whose exceptions Batch will see.
	 * @param where the step, or its part
	 * @param action what to do
	 */
	public static <T> T guard(String where, Callable<T> action) {
		try {
			return action.call();
		}
		catch (Exception ex) {
			throw of(where, ex);
		}
	}

	/**
	 * The same failure, safe to keep and to log.
	 * @param where the step, or its part
	 * @param ex what went wrong
	 * @return what has a sentence for people as it is, anything else as the names of its
	 * causes
	 */
	public static RuntimeException of(String where, Exception ex) {
		if (ex instanceof RunFailure known) {
			return known;
		}
		Optional<DatabaseException> database = DatabaseException.in(ex);
		if (database.isPresent()) {
			return database.get();
		}
		StringBuilder words = new StringBuilder(where);
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			words.append((cause == ex) ? ": " : " < ").append(cause.getClass().getSimpleName()).append(detail(cause));
		}
		return new PlainFailure(words.toString(), ex);
	}

	private static String detail(Throwable cause) {
		StringBuilder detail = new StringBuilder();
		if (cause instanceof SQLException sql) {
			detail.append(' ').append(sql.getSQLState());
		}
		else if (cause instanceof FileSystemException file && file.getFile() != null) {
			detail.append(' ').append(name(Path.of(file.getFile()).getFileName().toString()));
		}
		else if (cause.getClass().getName().startsWith(OURS) && cause.getMessage() != null) {
			detail.append(' ').append(cause.getMessage());
		}
		for (Throwable beside : cause.getSuppressed()) {
			if (beside instanceof StatementFailure statement) {
				detail.append(" (").append(statement.getMessage()).append(')');
			}
		}
		return detail.toString();
	}

	/** People name files after students: of such a name only the end is told. */
	private static String name(String file) {
		return file.replaceFirst("^.*[^A-Za-z._-][^.]*", "…");
	}

	/** Whether something could not be read or written, a full disk for instance. */
	public static boolean isFile(Throwable failure) {
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
