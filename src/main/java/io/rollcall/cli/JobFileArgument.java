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
			throw new UsageError(ex.sentence(messages));
		}
		catch (IOException ex) {
			throw new UsageError(messages.get("cli.jobFile.unreadable", file));
		}
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
		List<Path> found = List.of();
		if (Files.isDirectory(FOLDER)) {
			try (Stream<Path> files = Files.list(FOLDER)) {
				found = files.filter((file) -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
			}
			catch (IOException ex) {
				throw new UsageError(messages.get("cli.jobFile.unreadable", FOLDER));
			}
		}
		if (found.size() != 1) {
			throw new UsageError(found.isEmpty() ? messages.get("cli.jobFile.none") : messages
				.get("cli.jobFile.several", found.stream().map(Path::toString).collect(Collectors.joining(", "))));
		}
		return found.get(0);
	}

}
