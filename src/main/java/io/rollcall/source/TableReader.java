package io.rollcall.source;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one format. Implementations keep no state between files. */
interface TableReader {

	/**
	 * Reads a file whose content has been recognised as this format.
	 * @param file the file, opened for reading only
	 * @param options what the caller knows about it
	 * @param out takes tables, rows and notices
	 * @throws IOException when the file cannot be read or is damaged
	 * @throws Refusal with the exact problem where it is known
	 */
	void read(Path file, ReadOptions options, Output out) throws IOException;

}
