package io.rollcall.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Receives what a file holds, in the order of the file. */
public interface TableHandler {

	/**
	 * A table begins. CSV and DBF files have exactly one, spreadsheets one a visible
	 * sheet.
	 * @param sheet what is known of the table before its rows
	 */
	void startSheet(Sheet sheet);

	/**
	 * The next row of the table, blank rows of spreadsheets included when the file holds
	 * them.
	 * @param row the row
	 */
	void row(Row row);

	/**
	 * The table has ended.
	 * @param end what the file itself said of the table, for the row balance
	 */
	void endSheet(SheetEnd end);

	/**
	 * Something about the file that a person should know but that refuses nothing.
	 * @param notice the notice
	 */
	void notice(Notice notice);

	/**
	 * A table about to be read.
	 *
	 * @param name the sheet's name; empty for CSV and DBF
	 * @param header the field names where the format itself holds them (DBF), else null:
	 * then the header is among the rows
	 */
	record Sheet(String name, @Nullable Row header) {
	}

	/**
	 * A table read to its end.
	 *
	 * @param name the sheet's name; empty for CSV and DBF
	 * @param declaredRows the number of rows or records the file declares (DBF header),
	 * or -1 where the format declares none that can be trusted
	 * @param lastRow the number of the last row that was read
	 * @param merged the merged areas of several rows; most formats tell them behind the
	 * rows only
	 */
	record SheetEnd(String name, long declaredRows, long lastRow, List<MergedArea> merged) {

		public SheetEnd {
			merged = List.copyOf(merged);
		}

	}

	/**
	 * A notice.
	 *
	 * @param kind what it is about
	 * @param sheet the sheet's name or empty; of {@link Kind#FIELDS_NOT_READ} the fields,
	 * each with its type
	 * @param count how many (rows, records), or 0 where there is nothing to count
	 */
	record Notice(Kind kind, String sheet, long count) {

		/** Kinds of notices. */
		public enum Kind {

			/** A hidden sheet was passed over. */
			HIDDEN_SHEET,
			/** Records marked as deleted in a DBF file were passed over. */
			DELETED_RECORDS,
			/**
			 * The file ends in the middle: what was whole has been read, and a half row
			 * handed over as such.
			 */
			CUT_OFF,
			/** The file ends before the number of records that its header declares. */
			FEWER_RECORDS_THAN_DECLARED,
			/**
			 * The file holds more whole records than its header declares; all were read.
			 */
			MORE_RECORDS_THAN_DECLARED,
			/**
			 * The sheet holds exactly 65,536 or 1,048,576 rows: it was probably cut off.
			 */
			SHEET_FULL,
			/** Fields of a DBF file whose type cannot be read were left blank. */
			FIELDS_NOT_READ,
			/**
			 * Formulas whose results the file does not hold, because the program that
			 * wrote them never calculated them; their cells are blank.
			 */
			FORMULAS_WITHOUT_RESULT,
			/** The file's real format differs from what its name says. */
			OTHER_FORMAT_THAN_NAMED

		}

	}

}
