package io.rollcall.intake;

import java.util.List;

/** Receives the rows of one file, in their order. */
public interface IntakeSink {

	/**
	 * A row that became a record.
	 * @param row the record
	 * @param marks what the row rules say of it
	 */
	void record(ParsedRow row, List<Mark> marks);

	/**
	 * A row that was refused.
	 * @param reject the row and why
	 */
	void reject(Reject reject);

	/**
	 * Throws away every row received so far: the file is refused, or all its rows come
	 * once more, because its end told something that they depend on.
	 */
	void forget();

}
