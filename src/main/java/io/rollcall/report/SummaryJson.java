package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;

/** Writes {@code summary.json}, the counts for machines. */
public final class SummaryJson {

	private SummaryJson() {
	}

	/**
	 * Writes the file and forces it to the disk.
	 * @param target the file, replaced if it exists
	 * @param run the run, finished
	 * @param findings the counts of its findings
	 * @throws IOException when the file cannot be written
	 * @throws java.util.NoSuchElementException when the run has no finishing time
	 */
	public static void write(Path target, RunFacts run, Tally findings) throws IOException {
		throw new UnsupportedOperationException();
	}

}
