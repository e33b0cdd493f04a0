package io.rollcall.facts;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * One file that the run wrote.
 *
 * @param path the path below the run's folder, with {@code /}
 * @param sha256 the content's SHA-256 in hexadecimal
 * @param size the size in bytes
 * @param rows the data rows in it; empty for files that hold no rows
 */
public record OutputRow(String path, String sha256, long size, OptionalLong rows) {

	public OutputRow {
		Objects.requireNonNull(path);
		Objects.requireNonNull(sha256);
		Objects.requireNonNull(rows);
	}

}
