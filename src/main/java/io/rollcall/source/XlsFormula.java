package io.rollcall.source;

import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.ss.usermodel.FormulaError;

/**
 * The result that a formula record of BIFF3 to BIFF8 holds ([MS-XLS] 2.5.133,
 * FormulaValue).
 */
final class XlsFormula {

	private static final int NO_NUMBER = 0xFFFF;

	private static final int TEXT = 0;

	private static final int BOOLEAN = 1;

	private static final int ERROR = 2;

	private static final int EMPTY_TEXT = 3;

	/** The mark of formulas that are to be calculated when the workbook is opened. */
	private static final int CALCULATE_ON_LOAD = 2;

	private final long bits;

	private final int options;

	/**
	 * Reads a result.
	 * @param content a formula's record, behind row, column and style
	 */
	XlsFormula(RecordInputStream content) {
		this.bits = content.readLong();
		this.options = content.readUShort();
	}

	/** Whether the result is the text in the next record. */
	boolean isText() {
		return type() == TEXT;
	}

	/** Whether somebody calculated it for certain. */
	boolean isCalculated() {
		return type() != EMPTY_TEXT && !isStandIn();
	}

	/**
	 * Whether it was never calculated: 0 and the request to calculate, or an empty text,
	 * where the whole workbook holds no other result.
	 * @param calculated whether another formula of the workbook has a result
	 */
	boolean isWithoutResult(boolean calculated) {
		return !calculated && !isCalculated();
	}

	/** The result, but for texts. */
	Cell cell(boolean asDate, boolean epoch1904) {
		return switch (type()) {
			case BOOLEAN -> truth(value() != 0);
			case ERROR -> error((byte) value());
			case TEXT, EMPTY_TEXT -> Cell.BLANK;
			default -> Numbers.cell(Double.longBitsToDouble(this.bits), asDate, epoch1904);
		};
	}

	static Cell truth(boolean value) {
		return new Cell(value ? "TRUE" : "FALSE", Cell.Kind.BOOLEAN);
	}

	static Cell error(byte code) {
		return FormulaError.isValidCode(code) ? new Cell(FormulaError.forInt(code).getString(), Cell.Kind.ERROR)
				: RowBuffer.BROKEN;
	}

	private boolean isStandIn() {
		return this.bits == 0 && (this.options & CALCULATE_ON_LOAD) != 0;
	}

	/** The type of a result that is no number, or -1. */
	private int type() {
		return ((this.bits >>> 48) == NO_NUMBER) ? (int) (this.bits & 0xFF) : -1;
	}

	private int value() {
		return (int) (this.bits >>> 16) & 0xFF;
	}

}
