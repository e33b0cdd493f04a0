package io.rollcall.pipeline;

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
record RunContext(Run run, Campaign campaign, Messages messages) {

	static RunContext of(Run run) {
		try {
			Campaign campaign = JobFiles.parse(run.jobFile().getFileName().toString(), run.jobText());
			return new RunContext(run, campaign, Messages.of(campaign.language()));
		}
		catch (JobFileException ex) {
			throw new IllegalStateException("the job file kept with run " + run + " is no longer understood", ex);
		}
	}

	IntakeSettings intakeSettings() {
		return new IntakeSettings(this.campaign, this.run.date(), this.run.unmasked(), this.messages);
	}

}
