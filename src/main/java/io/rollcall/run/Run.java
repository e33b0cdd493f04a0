package io.rollcall.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A run as the database knows it.
 *
 * @param id the run's key
 * @param campaignId the campaign's key
 * @param campaign the campaign's name
 * @param date the business date
 * @param number the number on that date
 * @param status where it stands
 * @param reason why it was started, or empty
 * @param jobFile the job file it was started with
 * @param jobText that file's text at the start
 * @param input the input folder
 * @param output the output folder
 * @param unmasked whether outputs show ID numbers in full
 * @param startedAt when it was first started
 * @param inputsOf the run whose inputs it takes, empty when it lists the folder itself
 * @param origin what made it begin
 */
public record Run(long id, long campaignId, String campaign, LocalDate date, int number, Status status, String reason,
		Path jobFile, String jobText, Path input, Path output, boolean unmasked, Instant startedAt,
		Optional<Long> inputsOf, RunOrigin origin) {

	/** Where a run stands. */
	public enum Status {

		/** In line: nobody works on it yet, or its process ended in order. */
		WAITING,
		/** Being worked on, or its process died. */
		RUNNING,
		/** Its reports are being moved into place. */
		PUBLISHING,
		/** Finished, its reports are in place. */
		PUBLISHED,
		/** Finished, its reports held back. */
		HELD,
		/** Was held back, and set aside for good. */
		DROPPED,
		/** Somebody stopped it. */
		STOPPED,
		/** Ended without reports. */
		FAILED;

		/**
		 * The word for machines.
		 * @return as in {@code summary.json} and the database
		 */
		public String column() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

		/** The status by its word in the database. */
		public static Status of(String column) {
			return valueOf(column.toUpperCase(java.util.Locale.ROOT));
		}

	}

	/**
	 * The run's name without its campaign, which is also the name of its folder.
	 * @return {@code <date>-<n>}
	 */
	public String name() {
		return new RunRef(Optional.empty(), this.date, this.number).toString();
	}

	/**
	 * The folder of the campaign's published runs.
	 * @return {@code <output>/<campaign>}
	 */
	public Path campaignFolder() {
		return this.output.resolve(this.campaign);
	}

	/**
	 * The folder of this run once it is finished.
	 * @return {@code <output>/<campaign>/<date>-<n>}, for a run that was held back
	 * {@link #heldFolder()}
	 */
	public Path folder() {
		boolean aside = this.status == Status.HELD || this.status == Status.DROPPED;
		return aside ? heldFolder() : publishedFolder();
	}

	/**
	 * Whether there are reports, wherever they lie.
	 * @return false for a run that waits, is being worked on, or ended without reports
	 */
	public boolean isFinished() {
		return this.status == Status.PUBLISHED || this.status == Status.HELD || this.status == Status.DROPPED;
	}

	/** The folder of this run when it is published. */
	public Path publishedFolder() {
		return campaignFolder().resolve(name());
	}

	/** The folder of this run when it is held back. */
	public Path heldFolder() {
		return campaignFolder().resolve("held").resolve(name());
	}

	/**
	 * Where the run's reports are written before they are moved into place. It lies
	 * beside the final folder, because only a rename on one file system is atomic.
	 * @return {@code <output>/<campaign>/.<date>-<n>.part}
	 */
	public Path workFolder() {
		return campaignFolder().resolve("." + name() + ".part");
	}

	@Override
	public String toString() {
		return this.campaign + "/" + name();
	}

}
