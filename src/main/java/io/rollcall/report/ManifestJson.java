package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code manifest.json}: what went in, what came out, and what it was made with.
 */
public final class ManifestJson {

	private ManifestJson() {
	}

	/**
	 * Writes the file and forces it to the disk.
	 * @param target the file, replaced if it exists
	 * @param run the run, finished
	 * @param provenance what it was made with
	 * @param outputs the files written, the manifest itself left out
	 * @throws IOException when the file cannot be written
	 * @throws java.util.NoSuchElementException when the run has no finishing time
	 */
	public static void write(Path target, RunFacts run, Provenance provenance, List<OutputRow> outputs)
			throws IOException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Renews the line of one output that was written anew, and leaves all else as it is.
	 * The manifest is replaced in one move.
	 * @param manifest the manifest of a published run
	 * @param output the file as it is now
	 * @throws IOException when the manifest cannot be read or written
	 */
	public static void renew(Path manifest, OutputRow output) throws IOException {
		throw new UnsupportedOperationException();
	}

}
