package io.rollcall.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

import org.postgresql.PGConnection;

/**
 * Rows for one table, sent by {@code COPY} in blocks on the caller's connection, so that
 * they belong to its transaction.
 */
public final class CopyBuffer {

	/**
	 * Characters kept before a block is sent: large enough that round trips do not count.
	 */
	private static final int BLOCK = 1 << 20;

	private final Connection connection;

	private final String command;

	private final StringBuilder block = new StringBuilder();

	private boolean firstColumn = true;

	private long rows;

	/**
	 * A buffer for one table.
	 * @param connection the connection of the caller's transaction
	 * @param table the table
	 * @param columns its columns, in the order in which values will be added
	 */
	public CopyBuffer(Connection connection, String table, String... columns) {
		this.connection = connection;
		this.command = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
	}

	/**
	 * Adds a value to the current row.
	 * @param value the value, or null
	 * @return this
	 */
	public CopyBuffer add(Object value) {
		if (!this.firstColumn) {
			this.block.append('\t');
		}
		this.firstColumn = false;
		if (value == null) {
			this.block.append("\\N");
		}
		else {
			escape(value.toString());
		}
		return this;
	}

	/** Ends the current row. */
	public void endRow() {
		this.block.append('\n');
		this.firstColumn = true;
		this.rows++;
	}

	/**
	 * The number of rows ended so far.
	 * @return rows
	 */
	public long rows() {
		return this.rows;
	}

	/**
	 * Whether it is time to send.
	 * @return true when a block is full
	 */
	public boolean isFull() {
		return this.block.length() >= BLOCK;
	}

	/**
	 * Sends what has been added.
	 * @throws SQLException when the server refuses it; its message may hold data and must
	 * not be shown
	 */
	public void send() throws SQLException {
		if (this.block.isEmpty()) {
			return;
		}
		try {
			this.connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn(this.command, new StringReader(this.block.toString()));
			this.block.setLength(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** PostgreSQL text cannot hold U+0000, and a lone surrogate is no UTF-8. */
	private void escape(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			switch (c) {
				case '\0' -> {
				}
				case '\\' -> this.block.append("\\\\");
				case '\t' -> this.block.append("\\t");
				case '\n' -> this.block.append("\\n");
				case '\r' -> this.block.append("\\r");
				default -> this.block.append(isLoneSurrogate(value, i) ? '\uFFFD' : c);
			}
		}
	}

	private static boolean isLoneSurrogate(String value, int i) {
		char c = value.charAt(i);
		if (Character.isHighSurrogate(c)) {
			return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
		}
		return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
	}

}
