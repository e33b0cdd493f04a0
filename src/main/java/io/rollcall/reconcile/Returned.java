package io.rollcall.reconcile;

import java.util.List;

import io.rollcall.cases.ReturnOutcome;
import io.rollcall.cases.ReturnedRow;

/**
 * Tells what became of returned workbooks and of answers on pages: a finding for every
 * answer, a refused row for every refusal, and the balance of their files. What a later
 * answer of the same desk stands in the place of is no finding any longer and counts as a
 * duplicate (contract, ruling 36).
 */
final class Returned {

	private final Statements statements;

	Returned(Statements statements) {
		this.statements = statements;
	}

	void tell(List<ReturnOutcome> outcomes) {
		if (outcomes.isEmpty()) {
			return;
		}
		ReportedRows reported = new ReportedRows(this.statements.with("role", "reviews"));
		outcomes.stream().filter((outcome) -> !outcome.ended()).map(Returned::finding).forEach(reported::add);
		reported.send();
		// An answer on a page is a row of no file and is not counted as one.
		this.statements.table("returned_row",
				"file_no integer, record_no bigint, sheet text, row_no bigint, code text, detail text, ended boolean",
				(buffer) -> outcomes.stream()
					.filter((outcome) -> !outcome.row().isPage())
					.forEach((outcome) -> buffer.add(outcome.row().file())
						.add(outcome.row().record())
						.add(outcome.row().sheet())
						.add(outcome.row().row())
						.add(outcome.code())
						.add(outcome.detail())
						.add(outcome.ended())
						.endRow()),
				"file_no", "record_no", "sheet", "row_no", "code", "detail", "ended");
		this.statements.run("returned");
	}

	/** A finding about an answer; one about the whole file where no case is known. */
	private static Reported finding(ReturnOutcome outcome) {
		ReturnedRow row = outcome.row();
		ReturnedRow.Whom whom = row.about();
		boolean nobody = whom.key().isEmpty();
		Subject subject = nobody ? new Subject(null, "F:reviews:" + row.path(), whom.college(), "", "", "", "", "")
				: new Subject(null, whom.key(), whom.college(), whom.studentNo(), whom.candidateNo(), whom.name(), "",
						"");
		return new Reported(outcome.code(), subject, nobody ? "" : whom.field()).at(List.of(row.place()))
			.detail(outcome.detail())
			.suggest(outcome.todo())
			.of(row.caseId().isEmpty() ? whom.storedCase() : row.caseId());
	}

}
