package io.rollcall.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * What tells, when a workbook comes back, that it is ours and that nobody changed what it
 * said: on a hidden sheet every finding of the list to answer with a digest of its
 * values, and on the summary a seal over all of it, made with the installation's key.
 */
final class Manifest {

	/** The hidden sheet. */
	static final String SHEET = "_manifest";

	/** The layout of the workbook; a change of its columns makes it another one. */
	static final String SCHEMA = "1";

	private static final int DIGEST_DIGITS = 16;

	private static final String SEPARATOR = "\u001F";

	private final RunFacts run;

	private final String reader;

	private final SXSSFSheet sheet;

	private final MessageDigest all = Outputs.sha256();

	private int rows;

	/**
	 * A manifest.
	 * @param reader the college that answers, or {@code registrar}
	 */
	Manifest(Book book, RunFacts run, String reader) {
		this.run = run;
		this.reader = reader;
		this.sheet = book.hiddenSheet(SHEET);
		row("schema", SCHEMA);
		row("campaign", run.campaign());
		row("date", run.date().toString());
		row("reader", reader);
		row("finding_id", "digest");
	}

	/** Enters a row of the list to answer, as it is shown. */
	void add(FindingRow finding) {
		String digest = digest(finding);
		row(finding.findingId(), digest);
		this.all.update((finding.findingId() + SEPARATOR + digest + "\n").getBytes(StandardCharsets.UTF_8));
	}

	/** What stands in the cells of a finding that nobody may change. */
	static String digest(FindingRow finding) {
		String shown = Stream
			.of(finding.code(), finding.studentNo(), finding.candidateNo(), finding.name(), finding.field(),
					finding.rosterValue(), finding.platformValue(), finding.admissionValue())
			.map(CellText::free)
			.collect(Collectors.joining(SEPARATOR));
		return Outputs.sha256(shown.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_DIGITS);
	}

	/** What the seal is made over. */
	String sealed() {
		return String.join(SEPARATOR,
				List.of(SCHEMA, runName(), this.reader, HexFormat.of().formatHex(this.all.digest())));
	}

	/** The run as people name it. */
	String runName() {
		return this.run.campaign() + "/" + this.run.date() + "-" + this.run.runNumber();
	}

	private void row(String name, String value) {
		SXSSFRow row = this.sheet.createRow(this.rows++);
		row.createCell(0).setCellValue(name);
		row.createCell(1).setCellValue(value);
	}

}
