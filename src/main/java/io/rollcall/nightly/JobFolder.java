package io.rollcall.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.text.Messages;

/**
 * The job files of a folder: each is a campaign, and a wrong one keeps out its own only.
 */
public final class JobFolder {

	private final Path folder;

	/**
	 * A folder of job files.
	 * @param folder the folder, which is read anew every time
	 */
	public JobFolder(Path folder) {
		this.folder = folder;
	}

	/**
	 * A job file in force.
	 *
	 * @param file the file, absolute
	 * @param text its text
	 * @param campaign what it says
	 */
	public record Job(Path file, String text, Campaign campaign) {
	}

	/**
	 * The folder at one moment.
	 *
	 * @param jobs the campaigns by name
	 * @param wrong what is wrong with the other files, by file name
	 */
	public record Content(Map<String, Job> jobs, Map<String, Function<Messages, String>> wrong) {

		/**
		 * A campaign's job file.
		 * @param campaign the campaign's name
		 * @return the job, empty when there is none or it is wrong
		 */
		public Optional<Job> job(String campaign) {
			return Optional.ofNullable(this.jobs.get(campaign));
		}

	}

	/**
	 * Reads the folder.
	 * @return what is in it; nothing when it cannot be read
	 */
	public Content read() {
		Map<String, Job> jobs = new LinkedHashMap<>();
		Map<String, Function<Messages, String>> wrong = new LinkedHashMap<>();
		for (Path file : files()) {
			String name = file.getFileName().toString();
			try {
				Campaign campaign = JobFiles.load(file);
				String text = Files.readString(file);
				Job job = new Job(file, text.startsWith("\uFEFF") ? text.substring(1) : text, campaign);
				Job first = jobs.putIfAbsent(campaign.name(), job);
				if (first != null) {
					wrong.put(name, (messages) -> messages.get("run.SAME_CAMPAIGN", name, campaign.name(),
							first.file().getFileName()));
				}
			}
			catch (JobFileException ex) {
				wrong.put(name, ex::sentence);
			}
			catch (IOException ex) {
				wrong.put(name, (messages) -> messages.get("cli.jobFile.unreadable", file));
			}
		}
		return new Content(jobs, wrong);
	}

	private List<Path> files() {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.toAbsolutePath().normalize())
				.filter((file) -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
