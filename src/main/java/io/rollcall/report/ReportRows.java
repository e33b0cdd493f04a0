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

}
