package io.rollcall.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import io.rollcall.export.CellText;
import io.rollcall.export.Outputs;

/**
 * What makes a workbook ours, told once for who writes it and who reads it back: a mark
 * for every cell that nobody may change, and a text over all marks, of which the
 * installation makes the seal.
 */
public final class Seals {

	/** The hidden sheet that holds the marks. */
	public static final String SHEET = "_manifest";

	/** The layout of the workbook; a change of its columns makes it another one. */
	public static final String SCHEMA = "4";

	/** The names in the first column of the hidden sheet, before the findings. */
	public static final List<String> FACTS = List.of("schema", "campaign", "date", "reader");

	/** The head of the list on the hidden sheet. */
	public static final List<String> HEAD = List.of("case_id", "marks", "field");

	/** Who reads a workbook over all colleges. */
	public static final String REGISTRAR = "registrar";

	/** Whose workbook lists approved corrections, to be marked as handed in. */
	public static final String CORRECTIONS = "corrections";

	/** The columns of the list to answer whose cells nobody may change. */
	public static final List<String> COLUMNS = List.of("college", "title", "student-no", "name", "field", "roster",
			"platform", "admission", "claimed", "proposed", "state", "held.conclusion", "held.value", "held.evidence",
			"held.by", "held.on", "held.review", "held.review-note", "candidate-no", "replaced", "approved");

	/**
	 * The columns that people fill in: what comes back as it was written is no answer.
	 */
	public static final List<String> ANSWERS = List.of("answer.conclusion", "answer.review", "answer.correction",
			"answer.evidence", "answer.route", "answer.by", "answer.reviewer", "answer.date", "answer.review-date",
			"answer.remark", "answer.sent");

	/** How long the mark of one cell is. */
	public static final int MARK = 6;

	private static final String EMPTY = "0".repeat(MARK);

	private static final String SEPARATOR = "\u001F";

	private final MessageDigest all = Outputs.sha256();

	/**
	 * The mark of a cell. Blanks at the ends do not count: some programs add or drop
	 * them. All empty cells share one, which costs a workbook of many rows next to
	 * nothing.
	 * @param caseId the row's case
	 * @param column one of {@link #COLUMNS}
	 * @param shown the cell's text
	 * @return {@link #MARK} hexadecimal digits
	 */
	public static String mark(String caseId, String column, String shown) {
		return mark(Outputs.sha256(), caseId, column, shown);
	}

	/** The same with a SHA-256 at hand, for who marks many cells. */
	public static String mark(MessageDigest sha256, String caseId, String column, String shown) {
		if (shown.isEmpty()) {
			return EMPTY;
		}
		String text = CellText.seen(shown).strip();
		if (text.isEmpty()) {
			return EMPTY;
		}
		byte[] digest = sha256
			.digest((caseId + SEPARATOR + column + SEPARATOR + text).getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(digest, 0, MARK / 2);
	}

	/**
	 * Takes in the next case of the list, in the list's order.
	 * @param caseId the case
	 * @param marks the marks of its cells, one after the other
	 * @param field the canonical field that it is about, or empty
	 */
	public void add(String caseId, String marks, String field) {
		this.all.update((caseId + SEPARATOR + marks + SEPARATOR + field + "\n").getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * What the seal is made over. Ends the list.
	 * @param runName the run as people name it
	 * @param reader the college that answers, or {@link #REGISTRAR}
	 * @return a text that changes with every mark
	 */
	public String sealed(String runName, String reader) {
		return String.join(SEPARATOR, List.of(SCHEMA, runName, reader, HexFormat.of().formatHex(this.all.digest())));
	}

}
