package io.rollcall.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.InputFile;
import io.rollcall.intake.InputFolder;
import io.rollcall.nightly.JobFolder;

/** The job files, and what lies in the input folders. */
final class CampaignCheck {

	/** Exports are taken every night; one of last week is somebody's mistake. */
	private static final Duration OLD = Duration.ofDays(7);

	private final Diagnosis found;

	private final Path input;

	CampaignCheck(Diagnosis found, Path input) {
		this.found = found;
		this.input = input;
	}

	void look(Path jobs) {
		JobFolder.Content content = new JobFolder(jobs).read();
		if (content.jobs().isEmpty() && content.wrong().isEmpty()) {
			boolean closed = Files.isDirectory(jobs) && !Files.isReadable(jobs);
			this.found.bad(closed ? "jobs.closed" : "jobs.none", jobs);
		}
		content.jobs().forEach((name, job) -> this.found.good("job", name, job.file()));
		content.wrong()
			.values()
			.forEach((why) -> this.found.sentence(Diagnosis.State.BAD, why.sentence().apply(this.found.messages())));
		if (!Files.isDirectory(this.input)) {
			this.found.bad("input.none", this.input);
			return;
		}
		content.jobs().values().forEach((job) -> sources(job.campaign()));
	}

	/** What a run of the campaign would read, wherever its job file says that it lies. */
	private void sources(Campaign campaign) {
		List<InputFolder.Listed> all = new InputFolder(this.input, campaign, this.found.messages()).list();
		closed(all);
		Map<SourceRole, List<InputFile>> files = all.stream()
			.filter((listed) -> listed.use() == InputFolder.Use.RECORDS)
			.map(InputFolder.Listed::file)
			.collect(
					Collectors.groupingBy(InputFile::role, () -> new EnumMap<>(SourceRole.class), Collectors.toList()));
		files.forEach(this::source);
		if (files.keySet().stream().filter(SourceRole::isCompared).count() < 2) {
			this.found.note("input.single", campaign.name(), this.input);
		}
	}

	private void closed(List<InputFolder.Listed> all) {
		Map<SourceRole, List<InputFile>> closed = all.stream()
			.map(InputFolder.Listed::file)
			.filter((file) -> !Files.isReadable(file.file()))
			.collect(
					Collectors.groupingBy(InputFile::role, () -> new EnumMap<>(SourceRole.class), Collectors.toList()));
		closed.forEach((role, files) -> this.found.bad("folder.closed",
				this.found.messages().get("run.role." + role.word()), files.size(), files.get(0).file()));
	}

	private void source(SourceRole role, List<InputFile> files) {
		String name = this.found.messages().get("run.role." + role.word());
		Instant newest = files.stream().map(InputFile::modified).max(Instant::compareTo).orElseThrow();
		long days = Math.max(0, Duration.between(newest, Instant.now()).toDays());
		if (role.isCompared() && days >= OLD.toDays()) {
			this.found.note("folder.old", name, files.size(), days);
		}
		else {
			this.found.good("folder", name, files.size(), days);
		}
	}

}
