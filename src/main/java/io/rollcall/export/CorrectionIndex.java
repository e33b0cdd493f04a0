package io.rollcall.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes the index of the issues of the corrections. */
public final class CorrectionIndex {

	private static final CsvTable<Issue> TABLE = new CsvTable<Issue>().column("date", (row) -> row.date().toString())
		.column("run", (row) -> String.valueOf(row.run()))
		.column("file", Issue::file)
		.column("to_hand_in", (row) -> String.valueOf(row.open()))
		.column("new", (row) -> String.valueOf(row.fresh()))
		.column("handed_in", (row) -> String.valueOf(row.sent()));

	private CorrectionIndex() {
	}

	/**
	 * One issue.
	 *
	 * @param date the business date of its run
	 * @param run the run's number for that date
	 * @param open how many corrections it lists to be handed in
	 * @param fresh how many of these its run approved
	 * @param sent how many had been handed in and were not seen at the platform
	 */
	public record Issue(LocalDate date, int run, long open, long fresh, long sent) {

		public Issue {
			Objects.requireNonNull(date);
		}

		/**
		 * The file that holds it.
		 * @return its name beside the index
		 */
		public String file() {
			return this.date + "-" + this.run + ".xlsx";
		}

	}

	/**
	 * Writes the index in the order given.
	 * @param target the file, replaced if it exists
	 * @param issues the issues; the stream is closed
	 * @throws IOException when the file cannot be written
	 */
	public static void write(Path target, Stream<Issue> issues) throws IOException {
		TABLE.write(target, issues);
	}

}
