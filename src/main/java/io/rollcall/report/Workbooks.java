package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.rollcall.text.Messages;

/** Writes the workbooks that people read. */
public final class Workbooks {

	private final Messages messages;

	private final Legend legend;

	private final Path temporary;

	/**
	 * A writer of workbooks.
	 * @param messages the texts, in the readers' language
	 * @param legend the words for codes and fields
	 * @param temporary an existing folder that only this account may enter; rows of
	 * people lie there in clear while a workbook is being written
	 */
	public Workbooks(Messages messages, Legend legend, Path temporary) {
		this.messages = Objects.requireNonNull(messages);
		this.legend = Objects.requireNonNull(legend);
		this.temporary = Objects.requireNonNull(temporary);
	}

	/**
	 * Writes one college's workbook, also when there is nothing to report.
	 * @param target the file, replaced if it exists
	 * @param run the run
	 * @param college the college
	 * @param findings opens the college's findings, most severe first; opened several
	 * times, in the same order, and closed each time
	 * @return how many findings were written
	 * @throws IOException when the file cannot be written
	 * @throws IllegalArgumentException when a finding belongs to another college
	 */
	public long college(Path target, RunFacts run, CollegeFacts college, Supplier<Stream<FindingRow>> findings)
			throws IOException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Writes the registrar's workbook over all colleges.
	 * @param target the file, replaced if it exists
	 * @param run the run
	 * @param findings opens all findings, most severe first; opened several times, in the
	 * same order, and closed each time
	 * @param rejects opens the refused rows and files
	 * @return how many findings were written
	 * @throws IOException when the file cannot be written
	 */
	public long registrar(Path target, RunFacts run, Supplier<Stream<FindingRow>> findings,
			Supplier<Stream<RejectRow>> rejects) throws IOException {
		throw new UnsupportedOperationException();
	}

}
