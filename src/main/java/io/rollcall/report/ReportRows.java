package io.rollcall.report;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.RejectRow;
import io.rollcall.facts.Tally;

/** Opens the rows of one workbook. Every stream is closed by who reads it. */
public interface ReportRows {

	/**
	 * Opens a part of the findings.
	 * @param slice the part
	 * @return its findings in its order; the same ones each time
	 */
	Stream<FindingRow> findings(Slice slice);

	/**
	 * Counts the findings.
	 * @return the counts of all of them
	 */
	default Tally tally() {
		return Tally.of(findings(Slice.ALL));
	}

	/**
	 * Opens the findings that may show a day, for who must know of all of them before the
	 * first is shown.
	 * @return at least every finding with a birth date in it, in no order
	 */
	default Stream<FindingRow> dated() {
		return findings(Slice.ALL);
	}

	/**
	 * Opens the refused rows, and for the registrar the refused files.
	 * @return what was refused, in the order of the files
	 */
	Stream<RejectRow> rejects();

	/**
	 * Opens the cases that wait for somebody: duplicates and matters of several key
	 * fields first, one student's cases together, and after everything else those who
	 * have not looked at their record, who would bury the rest.
	 * @return the list to answer; the same each time. What the findings say of themselves
	 * may be left out
	 */
	Stream<CaseRow> toDo();

	/**
	 * Opens those of the list to answer of which there is more to say.
	 * @return the cases that are {@link CaseTable#isExplained explained}, in the list's
	 * order, with what their findings say
	 */
	default Stream<CaseRow> explained() {
		return toDo().filter(CaseTable::isExplained);
	}

	/**
	 * Opens the cases whose correction was handed in and is not yet seen at the platform.
	 * @return the longest waiting first
	 */
	Stream<CaseRow> sent();

	/**
	 * Opens the cases of both lists that may show a day, for who has read the findings
	 * already.
	 * @return the cases in no order; what their findings say may be left out
	 */
	default Stream<CaseRow> datedCases() {
		return Stream.concat(toDo(), sent());
	}

	/**
	 * Opens what this run changed of cases: new, answered, lapsed, sent, closed and
	 * reopened ones.
	 * @return the changes, by college and student
	 */
	Stream<CaseEventRow> changes();

	/**
	 * Opens what happened to cases, the newest first.
	 * @return the changes of this run and of earlier ones, without new cases
	 */
	Stream<CaseEventRow> events();

	/**
	 * The same rows with a change to each.
	 * @param finding changes a finding
	 * @param reject changes a refused row
	 * @param aCase changes a case
	 * @param event changes an event
	 * @return the changed rows
	 */
	default ReportRows map(UnaryOperator<FindingRow> finding, UnaryOperator<RejectRow> reject,
			UnaryOperator<CaseRow> aCase, UnaryOperator<CaseEventRow> event) {
		ReportRows rows = this;
		return new ReportRows() {

			@Override
			public Stream<FindingRow> findings(Slice slice) {
				return rows.findings(slice).map(finding);
			}

			@Override
			public Tally tally() {
				return rows.tally();
			}

			@Override
			public Stream<FindingRow> dated() {
				return rows.dated().map(finding);
			}

			@Override
			public Stream<RejectRow> rejects() {
				return rows.rejects().map(reject);
			}

			@Override
			public Stream<CaseRow> toDo() {
				return rows.toDo().map(aCase);
			}

			@Override
			public Stream<CaseRow> explained() {
				return rows.explained().map(aCase);
			}

			@Override
			public Stream<CaseRow> sent() {
				return rows.sent().map(aCase);
			}

			@Override
			public Stream<CaseRow> datedCases() {
				return rows.datedCases().map(aCase);
			}

			@Override
			public Stream<CaseEventRow> changes() {
				return rows.changes().map(event);
			}

			@Override
			public Stream<CaseEventRow> events() {
				return rows.events().map(event);
			}

		};
	}

}
