package io.rollcall.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.intake.IntakeSettings;
import io.rollcall.text.Messages;

/**
 * A run with what its job file says.
 *
 * @param run the run
 * @param campaign the campaign, as it was when the run was started
 * @param messages the texts of the campaign's language
 */
public record RunContext(Run run, Campaign campaign, Messages messages) {

	/** What a run needs to know, from the job text it keeps. */
	public static RunContext of(Run run) {
		try {
			Campaign campaign = JobFiles.parse(run.jobFile().getFileName().toString(), run.jobText());
			return new RunContext(run, campaign, Messages.of(campaign.language()));
		}
		catch (JobFileException ex) {
			throw new IllegalStateException("the job file kept with run " + run + " is no longer understood", ex);
		}
	}

	/**
	 * The same run as pages show it: also of one that shows numbers in its files they
	 * show none.
	 */
	public RunContext masked() {
		Run shown = this.run;
		return shown.unmasked()
				? new RunContext(
						new Run(shown.id(), shown.campaignId(), shown.campaign(), shown.date(), shown.number(),
								shown.status(), shown.reason(), shown.jobFile(), shown.jobText(), shown.input(),
								shown.output(), false, shown.startedAt(), shown.inputsOf(), shown.origin()),
						this.campaign, this.messages)
				: this;
	}

	/**
	 * What opens the workbooks: the first line of a file beside the job file, so that the
	 * password is neither in the job file nor in the database.
	 */
	public Optional<String> workbookPassword() {
		return workbookPassword(this.run.jobFile(), this.campaign);
	}

	/** The password that workbooks are locked with, from the file beside the job file. */
	public static Optional<String> workbookPassword(Path jobFile, Campaign campaign) {
		return campaign.workbookPasswordFile().map((name) -> password(jobFile.resolveSibling(name)));
	}

	private static String password(Path file) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.findFirst()
				.map(String::strip)
				.filter((line) -> !line.isEmpty())
				.orElseThrow(() -> new RunFailure("PASSWORD_FILE", file));
		}
		catch (IOException | UncheckedIOException ex) {
			throw new RunFailure("PASSWORD_FILE", file);
		}
	}

	/** What reading depends on. */
	public IntakeSettings intakeSettings() {
		return new IntakeSettings(this.campaign, this.run.date(), this.run.unmasked(), this.messages);
	}

}
