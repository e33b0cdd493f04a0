package io.rollcall.run;

import io.rollcall.intake.InputFile;

/**
 * A file of a run's frozen list.
 *
 * @param number its number in the run, from 1
 * @param input the file
 * @param status what became of it
 * @param reason the reason for machines, for a refused file
 * @param detail the sentence for people
 * @param read rows read
 * @param loaded rows loaded and not folded into others
 * @param duplicates rows folded into others
 * @param rejected rows refused
 * @param marks marks staged with it
 */
public record RunFile(int number, InputFile input, Status status, String reason, String detail, long read, long loaded,
		long duplicates, long rejected, long marks) {

	/** What became of a file. */
	public enum Status {

		/** On the list, not read yet. */
		LISTED,
		/** Its rows are staged. */
		LOADED,
		/** Refused as a whole. */
		REFUSED,
		/** Read as a code table. */
		CODE_TABLE,
		/** Passed over with a notice. */
		PASSED_OVER;

		/** The word in the database. */
		public String column() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

		/** The status by its word in the database. */
		public static Status of(String column) {
			return valueOf(column.toUpperCase(java.util.Locale.ROOT));
		}

	}

	/** A file as the frozen list has it, before anybody has read it. */
	public static RunFile listed(int number, InputFile input, Status status, String reason, String detail) {
		return new RunFile(number, input, status, reason, detail, 0, 0, 0, 0, 0);
	}

}
