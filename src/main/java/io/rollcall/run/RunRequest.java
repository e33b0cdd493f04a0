package io.rollcall.run;

import java.nio.file.Path;
import java.time.LocalDate;

import io.rollcall.campaign.Campaign;

/**
 * What somebody asks for when starting a run.
 *
 * @param jobFile the job file, as an absolute path
 * @param jobText the job file's text, kept with the run
 * @param campaign what the job file says
 * @param date the business date
 * @param input the folder with one folder a role, as an absolute path
 * @param output the folder that gets one folder a campaign, as an absolute path
 * @param reason why, in the person's words; empty for the nightly run
 * @param unmasked whether outputs show ID numbers in full
 * @param origin what made it begin
 */
public record RunRequest(Path jobFile, String jobText, Campaign campaign, LocalDate date, Path input, Path output,
		String reason, boolean unmasked, RunOrigin origin) {

	/**
	 * A request from the command line.
	 * @param jobFile the job file
	 * @param jobText its text
	 * @param campaign what it says
	 * @param date the business date
	 * @param input the input folder
	 * @param output the output folder
	 * @param reason why, or empty
	 * @param unmasked whether outputs show ID numbers in full
	 */
	public RunRequest(Path jobFile, String jobText, Campaign campaign, LocalDate date, Path input, Path output,
			String reason, boolean unmasked) {
		this(jobFile, jobText, campaign, date, input, output, reason, unmasked, RunOrigin.command());
	}

}
