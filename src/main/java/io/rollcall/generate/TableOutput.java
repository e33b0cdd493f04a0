package io.rollcall.generate;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file that is written row by row. */
interface TableOutput extends Closeable {

	/**
	 * Writes a row.
	 * @param cells its cells
	 * @throws IOException when it cannot be written
	 */
	void row(List<Entry> cells) throws IOException;

}
