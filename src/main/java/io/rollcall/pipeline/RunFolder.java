package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.rollcall.campaign.College;
import io.rollcall.export.ManifestJson;
import io.rollcall.export.Outputs;
import io.rollcall.facts.OutputRow;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunStore;
import org.springframework.stereotype.Service;

/**
 * The files of finished runs. Only what a run wrote down as its own is there: paths are
 * looked up in that list, not in the file system.
 */
@Service
public class RunFolder {

	private static final String MANIFEST = "manifest.json";

	private static final String SUMMARY = "summary.json";

	private final RunStore runs;

	RunFolder(RunStore runs) {
		this.runs = runs;
	}

	/**
	 * The files of a run.
	 * @param run a run
	 * @return what it wrote, in the order of paths; nothing unless it is finished, and
	 * little when its personal data were cleared away
	 */
	public List<OutputRow> files(Run run) {
		if (!run.isFinished()) {
			return List.of();
		}
		Path folder = run.folder();
		List<OutputRow> files = new ArrayList<>();
		try {
			if (Files.exists(folder.resolve(MANIFEST))) {
				files.addAll(ManifestJson.outputs(folder.resolve(MANIFEST)));
				files.add(Outputs.measure(folder, folder.resolve(MANIFEST), OptionalLong.empty()));
			}
			else if (Files.exists(folder.resolve(SUMMARY))) {
				files.add(Outputs.measure(folder, folder.resolve(SUMMARY), OptionalLong.empty()));
			}
		}
		catch (IOException ex) {
			return List.of();
		}
		return files;
	}

	/**
	 * One file of a run.
	 * @param run a run
	 * @param path its path below the run's folder, with slashes
	 * @return the file; empty when the run did not write it, or it is no longer there
	 */
	public Optional<Path> file(Run run, String path) {
		Optional<Path> found = there(run, path);
		// A held run may just have been published, and its folder moved.
		return (found.isPresent() || !run.isFinished()) ? found : there(this.runs.get(run.id()), path);
	}

	private static Optional<Path> there(Run run, String path) {
		if (!run.isFinished() || !isListed(run, path)) {
			return Optional.empty();
		}
		Path folder = run.folder();
		Path file = folder.resolve(path);
		try {
			boolean inside = file.toRealPath().startsWith(folder.toRealPath());
			return (inside && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) ? Optional.of(file)
					: Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static boolean isListed(Run run, String path) {
		Path manifest = run.folder().resolve(MANIFEST);
		if (path.equals(MANIFEST) || path.equals(SUMMARY)) {
			return true;
		}
		try {
			return Files.exists(manifest)
					&& ManifestJson.outputs(manifest).stream().anyMatch((output) -> output.path().equals(path));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Whose workbook a file is. Colleges are told by their names as of that run: whoever
	 * asks for a college that was renamed since resolves the name.
	 * @param run a run
	 * @param path a path below its folder
	 * @return the college's official name then; empty when it is no college's workbook
	 */
	public Optional<String> owner(Run run, String path) {
		RunContext context = RunContext.of(run);
		return context.campaign()
			.colleges()
			.all()
			.stream()
			.map(College::name)
			.filter((name) -> RunReports.file(context, name).equals(path))
			.findFirst();
	}

	/**
	 * The workbook of a college in a run.
	 * @param run a run
	 * @param college a college as somebody wrote it
	 * @return the path below the run's folder; empty when that run knows no such college
	 */
	public Optional<String> workbook(Run run, String college) {
		RunContext context = RunContext.of(run);
		return context.campaign().colleges().resolve(college).college().map((name) -> RunReports.file(context, name));
	}

}
