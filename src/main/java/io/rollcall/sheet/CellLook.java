package io.rollcall.sheet;

import static io.rollcall.sheet.WorkbookStyle.INK;
import static io.rollcall.sheet.WorkbookStyle.QUIET;

/** What a cell is for. */
public enum CellLook {

	/** The title of a page. */
	TITLE(16, "1F3B57", true, null),
	/** A figure that is seen from afar. */
	FIGURE(20, "1F3B57", true, "F1F4F8"),
	/** What a figure counts. */
	CAPTION(10, QUIET, false, "F1F4F8"),
	/** A line under the title. */
	NOTE(10, QUIET, false, null),
	/** The heading of a block. */
	HEADING(12, "1F3B57", true, null),
	/** The name of a fact. */
	LABEL(10, QUIET, false, null),
	/** Running text on a page. */
	PARAGRAPH(10, INK, false, null),
	/** The verdict when all is well. */
	GOOD(12, "24613B", true, "E6F3EA"),
	/** The verdict when there is something to do. */
	ATTENTION(12, "8A4B08", true, "FDF1DD"),
	/** The head of a table's column. */
	HEADER(10, "1F3B57", true, "E3EAF2"),
	/** A table's cell that may take several lines. */
	TEXT(10, INK, false, null),
	/** A table's cell on one line. */
	LINE(10, INK, false, null),
	/** A day or another short text in the middle of its cell. */
	CENTERED(10, INK, false, null),
	/** Digits that are a name, not a number. */
	DIGITS(10, INK, false, null),
	/** A count. */
	NUMBER(10, INK, false, null),
	/** A number with one decimal. */
	DECIMAL(10, INK, false, null),
	/** Severity E. */
	ERROR(10, "9C2A1F", true, "FBE5E2"),
	/** Severity W. */
	WARNING(10, "7A5200", true, "FFF3D6"),
	/** Severity I. */
	INFORMATION(10, "3B5B7A", false, "EAF1F8"),
	/** A share. */
	PERCENT(10, INK, false, null),
	/** A value that is the odd one out. */
	ODD(10, "9C2A1F", true, "FDEBD3"),
	/** A way to another place of the workbook. */
	LINK(10, "1F5FA8", false, null),
	/** The head of a column that the reader fills in. */
	ANSWER_HEADER(10, "4A5A10", true, "EEF3D2"),
	/** A cell that the reader fills in. */
	ANSWER(10, INK, false, "FCFDF3"),
	/** A cell that takes a day. */
	ANSWER_DATE(10, INK, false, "FCFDF3"),
	/** A text in a row that sums up others. */
	TOTAL_TEXT(10, INK, true, "F1F4F8"),
	/** A count in a row that sums up others. */
	TOTAL_NUMBER(10, INK, true, "F1F4F8"),
	/** A number with one decimal in a row that sums up others. */
	TOTAL_DECIMAL(10, INK, true, "F1F4F8"),
	/** A share in a row that sums up others. */
	TOTAL_PERCENT(10, INK, true, "F1F4F8");

	private final int size;

	private final String ink;

	private final boolean bold;

	private final String fill;

	CellLook(int size, String ink, boolean bold, String fill) {
		this.size = size;
		this.ink = ink;
		this.bold = bold;
		this.fill = fill;
	}

	/** The size of its letters in points. */
	int size() {
		return this.size;
	}

	/** The colour of its letters. */
	String ink() {
		return this.ink;
	}

	boolean bold() {
		return this.bold;
	}

	/** The colour behind its letters, or null. */
	String fill() {
		return this.fill;
	}

	/** The same in a row that sums up others. */
	CellLook total() {
		return switch (this) {
			case NUMBER -> TOTAL_NUMBER;
			case DECIMAL -> TOTAL_DECIMAL;
			case PERCENT -> TOTAL_PERCENT;
			default -> TOTAL_TEXT;
		};
	}

	/** The look of a severity's word. */
	static CellLook ofSeverity(String severity) {
		return switch (severity) {
			case "E" -> ERROR;
			case "W" -> WARNING;
			default -> INFORMATION;
		};
	}

}
