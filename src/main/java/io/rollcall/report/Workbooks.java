package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
		Tally tally = new Tally();
		BirthDateGuard guard = new BirthDateGuard(run.date());
		survey(findings, tally, run.unmasked() ? (row) -> belongs(row, college) : (row) -> {
			belongs(row, college);
			guard.see(row);
		});
		Book.write(target, this.temporary, this.messages, run.date(), (book) -> {
			new SummaryPage(book, this.legend, run, tally).ofCollege(college);
			findings(book, () -> findings.get().map(guard::guard), false);
		});
		return tally.total();
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
		Tally tally = Tally.of(findings.get());
		Book.write(target, this.temporary, this.messages, run.date(), (book) -> {
			new SummaryPage(book, this.legend, run, tally).ofRegistrar();
			findings(book, findings, true);
			TableWriter.write(book, RejectTable.of(word(book, "role"), word(book, "reason")), rejects.get());
			FileTable.write(book, run);
		});
		return tally.total();
	}

	private void findings(Book book, Supplier<Stream<FindingRow>> findings, boolean withCollege) {
		UnaryOperator<String> state = word(book, "state");
		TableWriter.write(book, FindingTable.of(FindingTable.TO_DO, this.legend, state, withCollege),
				findings.get().filter(FindingRow::toDo));
		TableWriter.write(book, FindingTable.of(FindingTable.INFORMATION, this.legend, state, withCollege),
				findings.get().filter((row) -> !row.toDo()));
	}

	private static void survey(Supplier<Stream<FindingRow>> findings, Tally tally, Consumer<FindingRow> each) {
		try (Stream<FindingRow> rows = findings.get()) {
			rows.peek(tally::add).forEach(each);
		}
	}

	/** A mistake in routing must stop the run before it shows a student to strangers. */
	private static void belongs(FindingRow row, CollegeFacts college) {
		if (!row.college().equals(college.college())) {
			throw new IllegalArgumentException("Finding " + row.findingId() + " belongs to another college");
		}
	}

	private static UnaryOperator<String> word(Book book, String area) {
		return (value) -> book.word(area, value);
	}

}
