package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes {@code findings.csv} as the contract (section 3) lays it out. */
public final class FindingsCsv {

	private FindingsCsv() {
	}

	/**
	 * Writes the file in the order given, forces it to the disk and closes the stream.
	 * @param target the file, replaced if it exists
	 * @param rows the findings
	 * @return the counts of what was written
	 * @throws IOException when the file cannot be written
	 */
	public static Tally write(Path target, Stream<FindingRow> rows) throws IOException {
		throw new UnsupportedOperationException();
	}

}
