package io.rollcall.pipeline;

import java.nio.file.Files;
import java.util.List;

import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import org.springframework.stereotype.Component;

/**
 * Whether this machine calls a run's folders by the names by which the run knows them:
 * another one may have them elsewhere, or something else under their names.
 */
@Component
class SameFolders {

	private final RunFileStore files;

	SameFolders(RunFileStore files) {
		this.files = files;
	}

	/**
	 * Whether a run can go on here.
	 * @return false when an earlier attempt has listed files of which this machine has
	 * not one, or wrote into a folder that it does not have
	 */
	boolean areHere(Run run) {
		List<RunFile> listed = this.files.all(run, RunContext.of(run).campaign());
		if (listed.isEmpty()) {
			return true;
		}
		return Files.isDirectory(run.output()) && listed.stream().anyMatch((file) -> Files.exists(file.input().file()));
	}

}
