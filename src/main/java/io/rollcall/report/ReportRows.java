package io.rollcall.report;

import java.util.stream.Stream;

/** Opens the rows of one workbook. Every stream is closed by who reads it. */
public interface ReportRows {

	/**
	 * Opens a part of the findings.
	 * @param slice the part
	 * @return its findings in its order; the same ones each time
	 */
	Stream<FindingRow> findings(Slice slice);

	/**
	 * Opens the refused rows, and for the registrar the refused files.
	 * @return what was refused, in the order of the files
	 */
	Stream<RejectRow> rejects();

	/**
	 * Opens what happened to cases, the newest first.
	 * @return the changes of this run and of earlier ones; none where cases are not
	 * followed
	 */
	default Stream<CaseRow> cases() {
		return Stream.empty();
	}

}
