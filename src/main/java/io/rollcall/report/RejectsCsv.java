package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes {@code rejects.csv} as the contract (section 3) lays it out. */
public final class RejectsCsv {

	private RejectsCsv() {
	}

	/**
	 * Writes the file in the order given, forces it to the disk and closes the stream.
	 * @param target the file, replaced if it exists
	 * @param rows the refused rows and files
	 * @return how many were written
	 * @throws IOException when the file cannot be written
	 */
	public static long write(Path target, Stream<RejectRow> rows) throws IOException {
		throw new UnsupportedOperationException();
	}

}
