package io.rollcall.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

import io.rollcall.campaign.Campaign;
import io.rollcall.review.CheckedValues;
import io.rollcall.review.KnownCase;
import io.rollcall.review.KnownRun;
import io.rollcall.review.ReturnedWorkbook;
import io.rollcall.review.ReviewReader;
import io.rollcall.review.ReviewSettings;
import io.rollcall.review.Reviewer;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.source.RefusedException;
import io.rollcall.text.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads workbooks that came back, with all that the database knows of runs and cases. */
@Component
public class ReturnReader {

	private final JdbcClient jdbc;

	private final InstallationKey key;

	private final Path home;

	ReturnReader(JdbcClient jdbc, InstallationKey key, @Value("${rollcall.home}") Path home) {
		this.jdbc = jdbc;
		this.key = key;
		this.home = home;
	}

	/**
	 * For which campaign, and as of which day, workbooks are read.
	 *
	 * @param campaign what its job file says
	 * @param campaignId its key in the database
	 * @param date the business date; no answer can be from later
	 * @param password opens the campaign's workbooks; empty when they have none
	 * @param messages the texts of the sentences
	 */
	public record Reading(Campaign campaign, long campaignId, LocalDate date, Optional<String> password,
			Messages messages) {

		/**
		 * The reading of workbooks of a job file.
		 * @param jobFile the job file, beside which the password lies
		 * @param campaign what it says
		 * @param campaignId its key in the database
		 * @param date the business date
		 * @param messages the texts of the sentences
		 * @return the reading
		 * @throws RunFailure when the password cannot be read
		 */
		public static Reading of(Path jobFile, Campaign campaign, long campaignId, LocalDate date, Messages messages) {
			return new Reading(campaign, campaignId, date, RunContext.workbookPassword(jobFile, campaign), messages);
		}

		@Override
		public String toString() {
			return this.campaign.name() + " " + this.date;
		}

	}

	/**
	 * Reads a workbook.
	 * @param reading for which campaign
	 * @param file the file; it is opened for reading only
	 * @param sender who hands it in; a college may hand in its own workbook only
	 * @return what came back
	 * @throws RefusedException when the file is damaged, hostile or too large
	 * @throws IOException when the temporary folder cannot be used
	 */
	public ReturnedWorkbook read(Reading reading, Path file, Reviewer sender) throws RefusedException, IOException {
		String name = reading.campaign().name();
		Path temporary = Files.createDirectories(this.home.resolve("temporary").resolve(name));
		ReviewSettings settings = new ReviewSettings(name, reading.date(),
				(text) -> this.key.references().of("workbook", text), reading.password(), temporary);
		return new ReviewReader(settings, reading.messages(), (campaign, date, number) -> find(reading, date, number),
				(known, one) -> find(reading.campaignId(), known, one), new CheckedValues(reading.campaign().fields(),
						reading.campaign().colleges(), reading.date(), reading.messages()))
			.read(file, sender);
	}

	private Optional<KnownRun> find(Reading reading, LocalDate date, int number) {
		String campaign = reading.campaign().name();
		Optional<String> newest = this.jdbc.sql("""
				select business_date || '-' || number from run
				 where campaign_id = ? and status = 'published' order by business_date desc, number desc limit 1
				""").param(reading.campaignId()).query(String.class).optional();
		return this.jdbc
			.sql("""
					select number from run
					 where campaign_id = :campaign and business_date = :date and (number = :number or :number = 0) and status = 'published'
					 order by number desc limit 1
					""")
			.param("campaign", reading.campaignId())
			.param("date", date)
			.param("number", number)
			.query(Integer.class)
			.optional()
			.map((found) -> new KnownRun(campaign, date, found,
					newest.filter((name) -> !name.equals(date + "-" + found)).map((name) -> campaign + "/" + name)));
	}

	/** Whether the values are still those is judged later, with those of tonight. */
	private Optional<KnownCase> find(long campaign, KnownRun known, String one) {
		return this.jdbc.sql("""
				select c.college from run_case c join run r using (campaign_id, run_id)
				 where r.campaign_id = ? and r.business_date = ? and r.number = ? and c.case_id = ?
				""")
			.params(campaign, known.date(), known.number(), one)
			.query((row, index) -> new KnownCase(one, row.getString(1)))
			.optional();
	}

}
