package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Measures written files for the manifest. */
public final class Outputs {

	private Outputs() {
	}

	/**
	 * Measures one file.
	 * @param folder the run's folder
	 * @param file the file below it
	 * @param rows the data rows in it; empty for files that hold no rows
	 * @return the manifest's line
	 * @throws IOException when the file cannot be read
	 */
	public static OutputRow measure(Path folder, Path file, OptionalLong rows) throws IOException {
		throw new UnsupportedOperationException();
	}

}
