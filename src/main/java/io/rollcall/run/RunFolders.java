package io.rollcall.run;

import java.nio.file.Path;

/** Where the folders of a run are on this machine. */
public interface RunFolders {

	/** Where they were when the run was started. */
	RunFolders AS_NOTED = new RunFolders() {
	};

	/**
	 * The input folder.
	 * @param noted its path on the machine on which the run was started
	 * @return its path here
	 */
	default Path input(Path noted) {
		return noted;
	}

	/**
	 * The output folder.
	 * @param noted its path on the machine on which the run was started
	 * @return its path here
	 */
	default Path output(Path noted) {
		return noted;
	}

}
