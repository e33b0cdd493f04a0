package io.rollcall.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.campaign.Role;
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
			this.found.bad("jobs.none", jobs);
		}
		content.jobs().forEach((name, job) -> this.found.good("job", name, job.file()));
		content.wrong()
			.values()
			.forEach((why) -> this.found.sentence(Diagnosis.State.BAD, why.apply(this.found.messages())));
		if (!Files.isDirectory(this.input)) {
			this.found.bad("input.none", this.input);
			return;
		}
		Stream.of(Role.values()).forEach(this::folder);
		long compared = Stream.of(Role.values()).filter((role) -> role.isCompared() && !files(role).isEmpty()).count();
		if (compared < 2) {
			this.found.note("input.single", this.input);
		}
	}

	private void folder(Role role) {
		List<Path> files = files(role);
		if (files.isEmpty()) {
			return;
		}
		String name = this.found.messages().get("run.role." + role.word());
		Instant newest = files.stream().map(CampaignCheck::modified).max(Instant::compareTo).orElse(Instant.EPOCH);
		long days = Math.max(0, Duration.between(newest, Instant.now()).toDays());
		if (role.isCompared() && days >= OLD.toDays()) {
			this.found.note("folder.old", name, files.size(), days);
		}
		else {
			this.found.good("folder", name, files.size(), days);
		}
	}

	private List<Path> files(Role role) {
		return InputFolder.records(this.input.resolve(role.word()), role);
	}

	private static Instant modified(Path file) {
		try {
			return Files.getLastModifiedTime(file).toInstant();
		}
		catch (IOException ex) {
			return Instant.EPOCH;
		}
	}

}
