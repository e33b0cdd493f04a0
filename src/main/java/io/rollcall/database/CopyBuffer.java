package io.rollcall.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Rows for one table, sent by {@code COPY} in blocks on the caller's connection, so that
 * they belong to its transaction. While the server works on a block that was passed on,
 * the next one is filled; until {@link #send} or {@link #close} nobody else may use the
 * connection then.
 */
public final class CopyBuffer implements AutoCloseable {

	/** Bytes kept before a block is passed on. */
	private static final int BLOCK = 1 << 16;

	/** Most tables get a few rows. */
	private static final int FIRST_SIZE = 1 << 13;

	private static final byte[] NULL = { '\\', 'N' };

	/** Bytes that a character takes at most: in UTF-8, or as an escape of JSON. */
	private static final int LONGEST = 7;

	private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	private final CopyStream stream;

	private byte[] block = new byte[FIRST_SIZE];

	private int size;

	private boolean firstColumn = true;

	private long rows;

	/**
	 * A buffer for one table.
	 * @param connection the connection of the caller's transaction
	 * @param table the table
	 * @param columns its columns, in the order in which values will be added
	 */
	public CopyBuffer(Connection connection, String table, String... columns) {
		this.stream = new CopyStream(connection, "copy " + table + " (" + String.join(", ", columns) + ") from stdin");
	}

	/**
	 * Adds a value to the current row.
	 * @param value the value, or null
	 * @return this
	 */
	public CopyBuffer add(Object value) {
		begin();
		if (value == null) {
			bytes(NULL);
		}
		else if (value instanceof Long || value instanceof Integer) {
			digits(((Number) value).longValue());
		}
		else {
			text(value.toString(), false);
		}
		return this;
	}

	/**
	 * Adds values that {@link #encoded} has written for every row alike.
	 * @param columns one or more columns with tabs between them
	 * @return this
	 */
	public CopyBuffer add(byte[] columns) {
		begin();
		bytes(columns);
		return this;
	}

	/**
	 * Begins an object of JSON as a value of the current row.
	 * @return this
	 */
	public CopyBuffer beginObject() {
		begin();
		return one('{');
	}

	/**
	 * Adds a member to the object that was begun.
	 * @param start what {@link #member} made of its name
	 * @param value its value
	 * @return this
	 */
	public CopyBuffer addMember(byte[] start, String value) {
		ensure(start.length + 1);
		if (this.block[this.size - 1] != '{') {
			one(',');
		}
		bytes(start);
		text(value, true);
		return one('"');
	}

	/**
	 * Ends the object that was begun.
	 * @return this
	 */
	public CopyBuffer endObject() {
		return one('}');
	}

	/**
	 * The beginning of a member of an object.
	 * @param name its name, a word
	 * @return for {@link #addMember}
	 */
	public static byte[] member(String name) {
		return ('"' + name + "\":\"").getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Columns that are the same in many rows.
	 * @param values their values
	 * @return for {@link #add(byte[])}
	 */
	public static byte[] encoded(Object... values) {
		CopyBuffer buffer = new CopyBuffer(null, "");
		for (Object value : values) {
			buffer.add(value);
		}
		return Arrays.copyOf(buffer.block, buffer.size);
	}

	/** Ends the current row. */
	public void endRow() {
		one('\n');
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
	 * Whether it is time to pass on.
	 * @return true when a block is full
	 */
	public boolean isFull() {
		return this.size >= BLOCK;
	}

	/**
	 * Passes on what has been added, without waiting for what comes of it.
	 * @throws SQLException when the server refuses what was passed on before; its message
	 * may hold data and must not be shown
	 */
	public void pass() throws SQLException {
		if (this.size > 0) {
			this.stream.write(this.block, this.size);
			this.size = 0;
		}
	}

	/**
	 * Sends what has been added and waits until it is in the table.
	 * @throws SQLException when the server refuses it; its message may hold data and must
	 * not be shown
	 */
	public void send() throws SQLException {
		try {
			pass();
			this.stream.end();
		}
		finally {
			close();
		}
	}

	/**
	 * Gives up what was passed on and not sent, and with it the transaction back to its
	 * last savepoint; after {@link #send} it does nothing.
	 * @throws SQLException when the server cannot be told
	 */
	@Override
	public void close() throws SQLException {
		this.stream.close();
	}

	/** What has not been sent, as text. It may be a person's record. */
	String unsent() {
		return new String(this.block, 0, this.size, StandardCharsets.UTF_8);
	}

	/**
	 * Throws away what has not been sent, and counts anew.
	 * @throws SQLException as {@link #close}
	 */
	public void clear() throws SQLException {
		close();
		this.size = 0;
		this.rows = 0;
		this.firstColumn = true;
	}

	private void begin() {
		if (!this.firstColumn) {
			one('\t');
		}
		this.firstColumn = false;
	}

	private CopyBuffer one(char c) {
		ensure(1);
		this.block[this.size++] = (byte) c;
		return this;
	}

	private void bytes(byte[] bytes) {
		ensure(bytes.length);
		System.arraycopy(bytes, 0, this.block, this.size, bytes.length);
		this.size += bytes.length;
	}

	private void ensure(int more) {
		if (this.size + more > this.block.length) {
			this.block = Arrays.copyOf(this.block, Math.max(this.size + more, this.block.length * 2));
		}
	}

	private void digits(long value) {
		if (value < 0) {
			text(Long.toString(value), false);
			return;
		}
		int length = 1;
		for (long rest = value; rest > 9; rest /= 10) {
			length++;
		}
		ensure(length);
		long rest = value;
		for (int i = length - 1; i >= 0; i--) {
			this.block[this.size + i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.size += length;
	}

	/**
	 * Encodes and escapes in one go, for {@code COPY} and, in an object, for JSON first.
	 * PostgreSQL text cannot hold U+0000, and a lone surrogate is no UTF-8.
	 */
	private void text(String value, boolean json) {
		ensure(value.length() * LONGEST);
		byte[] out = this.block;
		int at = this.size;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c >= ' ' && c < 0x80 && c != '\\' && (c != '"' || !json)) {
				out[at++] = (byte) c;
			}
			else if (c < 0x80) {
				at = escape(c, json, out, at);
			}
			else if (c < 0x800) {
				out[at++] = (byte) (0xC0 | c >> 6);
				out[at++] = (byte) (0x80 | c & 0x3F);
			}
			else if (Character.isHighSurrogate(c) && i + 1 < value.length()
					&& Character.isLowSurrogate(value.charAt(i + 1))) {
				int point = Character.toCodePoint(c, value.charAt(++i));
				out[at++] = (byte) (0xF0 | point >> 18);
				out[at++] = (byte) (0x80 | point >> 12 & 0x3F);
				out[at++] = (byte) (0x80 | point >> 6 & 0x3F);
				out[at++] = (byte) (0x80 | point & 0x3F);
			}
			else {
				char whole = Character.isSurrogate(c) ? '\uFFFD' : c;
				out[at++] = (byte) (0xE0 | whole >> 12);
				out[at++] = (byte) (0x80 | whole >> 6 & 0x3F);
				out[at++] = (byte) (0x80 | whole & 0x3F);
			}
		}
		this.size = at;
	}

	private static int escape(char c, boolean json, byte[] out, int from) {
		int at = from;
		if (c == '\\' || c == '"') {
			// Of JSON's own backslash, COPY wants two.
			for (int i = (json && c == '\\') ? 3 : json ? 2 : 1; i > 0; i--) {
				out[at++] = '\\';
			}
			out[at++] = (byte) c;
		}
		else if (c == 0) {
			return at;
		}
		else if (json) {
			for (char each : new char[] { '\\', '\\', 'u', '0', '0' }) {
				out[at++] = (byte) each;
			}
			out[at++] = HEX[c >> 4];
			out[at++] = HEX[c & 15];
		}
		else if (c == '\t' || c == '\n' || c == '\r') {
			out[at++] = '\\';
			out[at++] = (byte) ((c == '\t') ? 't' : (c == '\n') ? 'n' : 'r');
		}
		else {
			out[at++] = (byte) c;
		}
		return at;
	}

}
