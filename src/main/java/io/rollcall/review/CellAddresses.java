package io.rollcall.review;

import java.util.regex.Pattern;

import org.apache.poi.ss.util.CellReference;

/** Cells as people name them. */
final class CellAddresses {

	/** Names that spreadsheets write without quotes. */
	private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");

	private CellAddresses() {
	}

	/**
	 * The address of a cell.
	 * @param sheet the sheet's name
	 * @param column the column from 0
	 * @param row the row from 1
	 */
	static String of(String sheet, int column, long row) {
		String quoted = PLAIN.matcher(sheet).matches() ? sheet : "'" + sheet.replace("'", "''") + "'";
		return quoted + "!" + CellReference.convertNumToColString(column) + row;
	}

}
