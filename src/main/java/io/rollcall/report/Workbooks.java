package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.rollcall.facts.CaseRow;
import io.rollcall.facts.CollegeFacts;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.SchoolFacts;
import io.rollcall.facts.SelfCheckRow;
import io.rollcall.facts.Tally;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.Seals;
import io.rollcall.sheet.SheetTable;
import io.rollcall.sheet.TableWriter;
import io.rollcall.text.Messages;

/** Writes the workbooks that people read. */
public final class Workbooks {

	private final Messages messages;

	private final Legend legend;

	private final Path temporary;

	private final UnaryOperator<String> seal;

	private final Optional<String> password;

	private final PlainWords words;

	/**
	 * A writer of workbooks.
	 * @param messages the texts, in the readers' language
	 * @param legend the words for codes and fields
	 * @param temporary an existing folder that only this account may enter; rows of
	 * people lie there in clear while a workbook is being written
	 * @param seal makes of a text a seal that only this installation can make
	 * @param password opens the workbooks; empty for workbooks that open without one
	 */
	public Workbooks(Messages messages, Legend legend, Path temporary, UnaryOperator<String> seal,
			Optional<String> password) {
		this.messages = Objects.requireNonNull(messages);
		this.legend = Objects.requireNonNull(legend);
		this.temporary = Objects.requireNonNull(temporary);
		this.seal = Objects.requireNonNull(seal);
		this.password = Objects.requireNonNull(password);
		this.words = new PlainWords(messages);
	}

	/**
	 * Writes one college's workbook, also when there is nothing to report.
	 * @param target the file, replaced if it exists
	 * @param run the run
	 * @param college the college
	 * @param read opens the college's rows
	 * @return how many findings were written
	 * @throws IOException when the file cannot be written
	 * @throws IllegalArgumentException when a finding or a case belongs to another
	 * college
	 */
	public long college(Path target, RunFacts run, CollegeFacts college, ReportRows read) throws IOException {
		ReportRows rows = this.words.of(read)
			.map((row) -> belonging(row, row.findingId(), row.college(), college), UnaryOperator.identity(),
					(row) -> belonging(row, row.caseId(), row.student().college(), college), UnaryOperator.identity());
		Tally tally = rows.tally();
		BirthDateGuard guard = new BirthDateGuard(run.date(), run.unmasked());
		guard.see(rows);
		String reader = college.unassigned() ? this.messages.get("report.unassigned") : college.college();
		write(target, run, reader, (book) -> {
			SummaryPage summary = new SummaryPage(book, this.legend, run, tally, college.standing());
			Manifest manifest = new Manifest(book, run, college.college());
			ReportRows guarded = guard.guard(rows);
			toDo(book, run, guarded, manifest, false);
			findings(book, guarded::findings, false);
			cases(book, guarded, false);
			ListTables lists = new ListTables(book, this.legend, false);
			TableWriter.write(book, lists.rejects(), rows.rejects());
			List<SelfCheckRow> checks = new ArrayList<>(college.selfCheck());
			checks.add(SelfCheckTable.total(college.selfCheck()));
			TableWriter.write(book, new SelfCheckTable(book, run).byClass(),
					college.selfCheck().isEmpty() ? Stream.empty() : checks.stream());
			TableWriter.write(book, lists.legend(), this.legend.codes().stream());
			summary.ofCollege(college, seal(manifest));
		});
		return tally.total();
	}

	/**
	 * Writes the registrar's workbook over all colleges.
	 * @param target the file, replaced if it exists
	 * @param run the run
	 * @param school what there is to say of the school
	 * @param read opens all rows
	 * @return how many findings were written
	 * @throws IOException when the file cannot be written
	 */
	public long registrar(Path target, RunFacts run, SchoolFacts school, ReportRows read) throws IOException {
		ReportRows rows = this.words.of(read);
		Tally tally = rows.tally();
		write(target, run, this.messages.get("report.all-colleges"), (book) -> {
			SummaryPage summary = new SummaryPage(book, this.legend, run, tally, school.standing());
			new DeanPage(book, run, school, tally).write();
			RegistrarTables tables = new RegistrarTables(book, run, school);
			Manifest manifest = new Manifest(book, run, Seals.REGISTRAR);
			tables.league();
			toDo(book, run, rows, manifest, true);
			findings(book, rows::findings, true);
			cases(book, rows, true);
			ListTables lists = new ListTables(book, this.legend, true);
			TableWriter.write(book, lists.rejects(), rows.rejects());
			List<SelfCheckRow> checks = new ArrayList<>(school.selfChecks().byCollege());
			checks.add(SelfCheckTable.total(checks));
			TableWriter.write(book, new SelfCheckTable(book, run).byCollege(), checks.stream());
			tables.trend();
			FileTable.write(book, run);
			TableWriter.write(book, lists.legend(), this.legend.codes().stream());
			tables.technical();
			summary.ofRegistrar(school, seal(manifest));
		});
		return tally.total();
	}

	private void write(Path target, RunFacts run, String reader, Book.Content content) throws IOException {
		String title = this.messages.get("report.title", run.title(), reader) + " " + run.date();
		Book.write(target, this.temporary, this.messages, title, run.date(), this.password, content);
	}

	private String seal(Manifest manifest) {
		return manifest.runName() + " " + this.seal.apply(manifest.sealed());
	}

	/** The list to answer, its long texts, and what was handed in. */
	private void toDo(Book book, RunFacts run, ReportRows rows, Manifest manifest, boolean registrar) {
		CaseTable tables = new CaseTable(book, this.legend, registrar);
		SheetTable<CaseRow> toDo = tables.toDo();
		TableWriter.write(book, toDo, rows.toDo(),
				(row, shown) -> manifest.add(toDo.columns(), shown, row.caseId(), row.problem().field()));
		TableWriter.write(book, tables.details(), rows.explained());
		TableWriter.write(book, tables.sent(run.date(), run.sentDays()), rows.sent());
	}

	private void cases(Book book, ReportRows rows, boolean registrar) {
		SubmissionTables tables = new SubmissionTables(book, this.legend, registrar);
		TableWriter.write(book, tables.changes(), rows.changes());
		TableWriter.write(book, tables.cases(), rows.events());
	}

	private void findings(Book book, Function<Slice, Stream<FindingRow>> rows, boolean registrar) {
		TableWriter.write(book, new GroupTable(book, this.legend, registrar).table(), rows.apply(Slice.GROUPS));
		ListTables lists = new ListTables(book, this.legend, registrar);
		TableWriter.write(book, lists.missing(), rows.apply(Slice.MISSING));
		TableWriter.write(book, lists.unchecked(), rows.apply(Slice.UNCHECKED));
		SubmissionTables submissions = new SubmissionTables(book, this.legend, registrar);
		TableWriter.write(book, submissions.claims(), rows.apply(Slice.CLAIMS));
		TableWriter.write(book, submissions.accounts(), rows.apply(Slice.ACCOUNTS));
		TableWriter.write(book, submissions.reviews(), rows.apply(Slice.REVIEWS));
		TableWriter.write(book, new FindingTable(book, this.legend, registrar).information(),
				rows.apply(Slice.INFORMATION));
	}

	/** A mistake in routing must stop the run before it shows a student to strangers. */
	private static <T> T belonging(T row, String id, String owner, CollegeFacts college) {
		if (!owner.equals(college.college())) {
			throw new IllegalArgumentException(id + " belongs to another college");
		}
		return row;
	}

}
