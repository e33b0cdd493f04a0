package io.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.intake.InputPaths;
import io.rollcall.nightly.JobFolder;
import io.rollcall.text.Messages;

/**
 * A job file that was named, or the only one in {@code jobs/}.
 *
 * @param file the file, absolute
 * @param text its text
 * @param campaign what it says
 */
record JobFileArgument(Path file, String text, Campaign campaign) {

	private static final Path FOLDER = Path.of("jobs");

	static JobFileArgument of(Path named, Messages messages) {
		Path file = ((named != null) ? named : only(messages)).toAbsolutePath().normalize();
		try {
			Campaign campaign = JobFiles.load(file);
			String text = Files.readString(file);
			return new JobFileArgument(file, text.startsWith("\uFEFF") ? text.substring(1) : text, campaign);
		}
		catch (JobFileException ex) {
			throw new UsageError(Files.exists(file) ? ex.sentence(messages) : absent(named, ex, messages));
		}
		catch (IOException ex) {
			throw new UsageError(messages.get("cli.jobFile.unreadable", file));
		}
	}

	/** The name under which a job file is looked for. */
	static String shown(Path named) {
		return (named != null && named.getFileName() != null) ? InputPaths.shown(named) : FOLDER.toString();
	}

	/** Campaigns are called by their names too, and typed without the folder. */
	private static String absent(Path named, JobFileException ex, Messages messages) {
		List<String> meant = (named != null) ? Slips.alike(named.toString(), all(messages)) : List.of();
		return meant.isEmpty() ? ex.sentence(messages)
				: messages.get("cli.jobFile.meant", named, String.join(messages.get("cli.comma"), meant));
	}

	/**
	 * As the other one, of a campaign that is to be run: one that would read the files of
	 * another school's campaign beside it is refused.
	 */
	static JobFileArgument inForce(Path named, Messages messages) {
		JobFileArgument job = of(named, messages);
		new JobFolder(job.file().getParent()).sharedWith(job.file()).ifPresent((other) -> {
			throw new UsageError(messages.get("cli.jobFile.shared", job.file(), other.campaign().name(),
					other.file().getFileName()));
		});
		return job;
	}

	private static Path only(Messages messages) {
		List<Path> found = all(messages);
		if (found.size() != 1) {
			throw new UsageError(found.isEmpty() ? messages.get("cli.jobFile.none") : messages
				.get("cli.jobFile.several", found.stream().map(Path::toString).collect(Collectors.joining(", "))));
		}
		return found.get(0);
	}

	private static List<Path> all(Messages messages) {
		if (!Files.isDirectory(FOLDER)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter((file) -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UsageError(messages.get("cli.jobFile.unreadable", FOLDER));
		}
	}

}
