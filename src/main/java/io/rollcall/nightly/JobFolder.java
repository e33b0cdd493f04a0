package io.rollcall.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.InputFolders;
import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.text.Messages;

/**
 * The job files of a folder: each is a campaign, and a wrong one keeps out its own only.
 * Of two with one name the first file holds, and of two schools' campaigns that share an
 * input folder the first by name.
 */
public final class JobFolder {

	/** A school's code in a job file that is not understood as a whole. */
	private static final Pattern CODE = Pattern.compile("\\bcode:\\s*[\"']?(\\d{5})\\b");

	/** As exactly as file systems tell when a file was changed. */
	private static final Duration MOMENT = Duration.ofSeconds(3);

	/** Beyond these lines nobody tells what school it is. */
	private static final int LINES = 1_000;

	private final Path folder;

	private final Map<Path, Reading> known = new ConcurrentHashMap<>();

	private final AtomicReference<Look> last = new AtomicReference<>();

	/**
	 * A folder of job files.
	 * @param folder the folder; a file that has changed is read anew every time
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

		private String name() {
			return this.file.getFileName().toString();
		}

	}

	/**
	 * A job file that is kept out.
	 *
	 * @param school the code of its school, empty where it does not tell
	 * @param sentence why, in words that tell nothing of another school
	 */
	public record Wrong(String school, Function<Messages, String> sentence) {
	}

	/**
	 * The folder at one moment.
	 *
	 * @param jobs the campaigns by name
	 * @param wrong what is wrong with the other files, by file name
	 */
	public record Content(Map<String, Job> jobs, Map<String, Wrong> wrong) {

		public Content {
			jobs = Collections.unmodifiableMap(jobs);
			wrong = Collections.unmodifiableMap(wrong);
		}

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
		List<Reading> readings = files().stream().map(this::reading).toList();
		Look look = this.last.get();
		if (look == null || !look.readings().equals(readings)) {
			look = new Look(readings, content(readings));
			this.last.set(look);
		}
		return look.content();
	}

	private static Content content(List<Reading> readings) {
		Map<String, Job> jobs = new LinkedHashMap<>();
		Map<String, Wrong> wrong = new LinkedHashMap<>();
		for (Reading reading : readings) {
			reading.job().ifPresent((job) -> {
				Job first = jobs.putIfAbsent(job.campaign().name(), job);
				if (first != null) {
					wrong.put(job.name(), sameName(job, first));
				}
			});
			reading.wrong().ifPresent((why) -> wrong.put(reading.file().getFileName().toString(), why));
		}
		sharing(jobs.values()).keySet().forEach((job) -> {
			jobs.remove(job.campaign().name());
			wrong.put(job.name(), new Wrong(job.campaign().school().code(),
					(messages) -> messages.get("run.SHARED_INPUT", job.name(), job.campaign().name())));
		});
		return new Content(jobs, wrong);
	}

	/** A hundred files are looked at every few seconds, and seldom changed. */
	private Reading reading(Path file) {
		Reading last = this.known.get(file);
		Optional<FileTime> modified = modified(file);
		if (last == null || !last.isOf(modified)) {
			last = Reading.of(file, modified);
			this.known.put(file, last);
		}
		return last;
	}

	private static Optional<FileTime> modified(Path file) {
		try {
			return Optional.of(Files.getLastModifiedTime(file));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A look into the folder.
	 *
	 * @param readings its files in their order
	 * @param content what they say beside one another
	 */
	private record Look(List<Reading> readings, Content content) {
	}

	/**
	 * A file as it was read.
	 *
	 * @param file the file
	 * @param modified when it was changed last, empty where that cannot be told
	 * @param at when it was read
	 * @param job what it says
	 * @param wrong or why it is kept out
	 */
	private record Reading(Path file, Optional<FileTime> modified, Instant at, Optional<Job> job,
			Optional<Wrong> wrong) {

		static Reading of(Path file, Optional<FileTime> modified) {
			Instant at = Instant.now();
			try {
				Campaign campaign = JobFiles.load(file);
				String text = Files.readString(file);
				return new Reading(file, modified, at,
						Optional.of(new Job(file, text.startsWith("\uFEFF") ? text.substring(1) : text, campaign)),
						Optional.empty());
			}
			catch (JobFileException ex) {
				return new Reading(file, modified, at, Optional.empty(),
						Optional.of(new Wrong(school(file), ex::sentence)));
			}
			catch (IOException ex) {
				return new Reading(file, modified, at, Optional.empty(),
						Optional.of(new Wrong("", (messages) -> messages.get("cli.jobFile.unreadable", file))));
			}
		}

		/** Of a file that was changed just before it was read nobody knows. */
		boolean isOf(Optional<FileTime> now) {
			return now.isPresent() && now.equals(this.modified)
					&& now.get().toInstant().isBefore(this.at.minus(MOMENT));
		}

	}

	/**
	 * The campaign of another school for whose sake a campaign is kept out, because both
	 * would read the same files.
	 * @param file the campaign's job file, absolute
	 * @return the other campaign's job; empty where nothing is shared, or this one holds
	 */
	public Optional<Job> sharedWith(Path file) {
		List<Job> jobs = files().stream().map(this::reading).flatMap((reading) -> reading.job().stream()).toList();
		return sharing(jobs).entrySet()
			.stream()
			.filter((entry) -> entry.getKey().file().equals(file))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	/** Who is kept out for whose sake. */
	private static Map<Job, Job> sharing(Collection<Job> jobs) {
		Map<Job, InputFolders> held = new LinkedHashMap<>();
		Map<Job, Job> out = new LinkedHashMap<>();
		jobs.stream()
			.sorted(Comparator.comparing((Job job) -> job.campaign().name()).thenComparing(Job::name))
			.forEach((job) -> {
				InputFolders folders = InputFolders.of(job.campaign());
				held.entrySet()
					.stream()
					.filter((other) -> folders.meet(other.getValue()))
					.map(Map.Entry::getKey)
					.findFirst()
					.ifPresentOrElse((other) -> out.put(job, other), () -> held.put(job, folders));
			});
		return out;
	}

	private static Wrong sameName(Job job, Job first) {
		String campaign = job.campaign().name();
		String school = job.campaign().school().code();
		return new Wrong(school,
				first.campaign().school().code().equals(school)
						? (messages) -> messages.get("run.SAME_CAMPAIGN", job.name(), campaign, first.name())
						: (messages) -> messages.get("run.NAME_OF_ANOTHER", job.name(), campaign));
	}

	private static String school(Path file) {
		try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
			return lines.limit(LINES)
				.map(CODE::matcher)
				.filter(Matcher::find)
				.map((code) -> code.group(1))
				.findFirst()
				.orElse("");
		}
		catch (IOException | UncheckedIOException ex) {
			return "";
		}
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
