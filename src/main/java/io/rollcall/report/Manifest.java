package io.rollcall.report;

import java.security.MessageDigest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.export.Outputs;
import io.rollcall.facts.RunFacts;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.Seals;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetRows;

/**
 * What tells, when a workbook comes back, that it is ours and that nobody changed what it
 * said: on a hidden sheet every case of the list to answer with the marks of its cells,
 * and on the summary a seal over all of it, made with the installation's key.
 */
final class Manifest {

	private final RunFacts run;

	private final String reader;

	private final SheetRows sheet;

	private final Seals seals = new Seals();

	private final MessageDigest digest = Outputs.sha256();

	private final StringBuilder marks = new StringBuilder();

	/** The places of the columns that are marked, once the list has begun. */
	private List<Integer> marked = List.of();

	private int rows;

	/**
	 * A manifest.
	 * @param reader the college that answers, {@link Seals#REGISTRAR} or
	 * {@link Seals#CORRECTIONS}
	 */
	Manifest(Book book, RunFacts run, String reader) {
		this.run = run;
		this.reader = reader;
		this.sheet = book.rows(book.hiddenSheet(Seals.SHEET));
		List<String> values = List.of(Seals.SCHEMA, run.campaign(), run.date().toString(), reader);
		for (int i = 0; i < values.size(); i++) {
			row(Seals.FACTS.get(i), values.get(i), "");
		}
		row(Seals.HEAD.get(0), Seals.HEAD.get(1), Seals.HEAD.get(2));
	}

	/**
	 * Enters a row of the list to answer.
	 * @param columns the list's columns
	 * @param shown the texts of the row's cells, one a column
	 * @param caseId the case
	 * @param field the canonical field that it is about, or empty
	 */
	<T> void add(List<SheetColumn<T>> columns, List<String> shown, String caseId, String field) {
		if (this.marked.isEmpty()) {
			List<String> keys = columns.stream().map(SheetColumn::key).toList();
			this.marked = Stream.of(Seals.COLUMNS, Seals.ANSWERS)
				.flatMap(
						(wanted) -> IntStream.range(0, keys.size()).filter((i) -> wanted.contains(keys.get(i))).boxed())
				.toList();
		}
		this.marks.setLength(0);
		for (int column : this.marked) {
			this.marks.append(Seals.mark(this.digest, caseId, columns.get(column).key(), shown.get(column)));
		}
		String all = this.marks.toString();
		row(caseId, all, field);
		this.seals.add(caseId, all, field);
	}

	/** What the seal is made over. */
	String sealed() {
		return this.seals.sealed(runName(), this.reader);
	}

	/** What the seal is made over where the run's number may not stand. */
	String sealedForDay() {
		return this.seals.sealed(dayName(), this.reader);
	}

	/** The run's campaign and date: of several runs of a day the last one counts. */
	String dayName() {
		return this.run.campaign() + "/" + this.run.date();
	}

	/** The run as people name it. */
	String runName() {
		return this.run.campaign() + "/" + this.run.date() + "-" + this.run.runNumber();
	}

	private void row(String name, String value, String field) {
		this.sheet.begin(this.rows++);
		this.sheet.text(0, name);
		this.sheet.text(1, value);
		if (!field.isEmpty()) {
			this.sheet.text(2, field);
		}
		this.sheet.end();
	}

}
