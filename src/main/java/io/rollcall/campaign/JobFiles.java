package io.rollcall.campaign;

import java.nio.file.Path;

/** Reads job files. */
public final class JobFiles {

	private JobFiles() {
	}

	/**
	 * Reads and checks a job file.
	 * @param file the file, {@code <campaign>.yml}
	 * @return the campaign
	 * @throws JobFileException when the file cannot be read or a setting is not valid
	 */
	public static Campaign load(Path file) throws JobFileException {
		throw new UnsupportedOperationException();
	}

}
