package io.rollcall.database;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A {@code COPY} that begins with the first block and may be ended and begun again. */
final class CopyStream implements AutoCloseable {

	private final Connection connection;

	private final String command;

	/** What takes blocks, or null while nothing has been written. */
	private @Nullable CopyIn copy;

	CopyStream(Connection connection, String command) {
		this.connection = connection;
		this.command = command;
	}

	/** Hands a block over without waiting for what comes of it. */
	void write(byte[] block, int size) throws SQLException {
		if (this.copy == null) {
			this.copy = this.connection.unwrap(PGConnection.class).getCopyAPI().copyIn(this.command);
		}
		this.copy.writeToCopy(block, 0, size);
	}

	/** Waits until all that was written is in the table. */
	void end() throws SQLException {
		if (this.copy != null) {
			this.copy.endCopy();
		}
	}

	/** Gives up what was not ended; the connection is free in any case. */
	@Override
	public void close() throws SQLException {
		CopyIn begun = this.copy;
		this.copy = null;
		if (begun != null && begun.isActive()) {
			begun.cancelCopy();
		}
	}

}
