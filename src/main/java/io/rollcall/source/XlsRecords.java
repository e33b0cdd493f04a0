package io.rollcall.source;

import java.util.Map;
import java.util.TreeMap;

import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.util.RKUtil;

import io.rollcall.source.RefusedException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Hands over the sheets of a BIFF8 workbook: the globals first, then one substream a
 * sheet, in which charts may be nested. Cells are known by the records of every version
 * that programs write into such workbooks.
 */
final class XlsRecords {

	private static final int NUMBER = 0x0203;

	private static final int SHORT_NUMBER = 0x027E;

	private static final int SHORT_NUMBERS = 0x00BD;

	private static final int LABEL = 0x0204;

	private static final int RICH_LABEL = 0x00D6;

	private static final int SHARED_LABEL = 0x00FD;

	private static final int BOOLEAN_OR_ERROR = 0x0205;

	private static final int FORMULA = 0x0006;

	private static final int FORMULA_3 = 0x0206;

	private static final int FORMULA_4 = 0x0406;

	private static final int FORMULA_TEXT = 0x0207;

	private static final int MERGED = 0x00E5;

	private static final int SHORT_NUMBER_SIZE = 6;

	private final XlsBook book;

	private final ReadOptions options;

	private final Output out;

	private final RowBuffer cells;

	/** Rows whose cells come in another order; null where they come row by row. */
	private @Nullable Map<Integer, RowBuffer> rows;

	private int row = -1;

	private int textColumn = -1;

	XlsRecords(XlsBook book, ReadOptions options, Output out) {
		this.book = book;
		this.options = options;
		this.out = out;
		this.cells = new RowBuffer(out.limits());
	}

	/** Whether a record holds a cell and begins with its row. */
	static boolean isCell(int sid) {
		return switch (sid) {
			case NUMBER, SHORT_NUMBER, SHORT_NUMBERS, LABEL, RICH_LABEL, SHARED_LABEL, BOOLEAN_OR_ERROR, FORMULA,
					FORMULA_3, FORMULA_4 ->
				true;
			default -> false;
		};
	}

	static boolean isFormula(int sid) {
		return sid == FORMULA || sid == FORMULA_3 || sid == FORMULA_4;
	}

	/**
	 * Reads the sheets that are wanted.
	 * @param records the workbook's records, from the first one on
	 */
	void read(BiffStream records) {
		boolean found = this.book.sheets()
			.stream()
			.anyMatch((sheet) -> this.options.wants(sheet.getSheetname(), XlsBook.isHidden(sheet)));
		if (!found && !this.options.sheets().isEmpty()) {
			throw new Refusal(Problem.SHEET_MISSING, String.join(", ", this.options.sheets()));
		}
		int depth = 0;
		int substreams = 0;
		boolean reading = false;
		for (int sid = records.next(); sid >= 0 && (depth > 0 || sid == BiffStream.BOF); sid = records.next()) {
			if (sid == BiffStream.BOF && depth++ == 0) {
				reading = substreams > 0 && startSheet(substreams - 1, records.content());
				substreams++;
			}
			else if (sid == BiffStream.EOF && --depth == 0 && reading) {
				endSheet();
				reading = false;
			}
			else if (reading && depth == 1) {
				content(sid, records);
			}
		}
	}

	private boolean startSheet(int substream, RecordInputStream bof) {
		bof.readUShort();
		BoundSheetRecord sheet = this.book.sheet(substream);
		if (sheet == null || bof.readUShort() != XlsBook.WORKSHEET) {
			return false;
		}
		this.row = -1;
		this.textColumn = -1;
		this.rows = this.book.isByRows(substream) ? null : new TreeMap<>();
		boolean hidden = XlsBook.isHidden(sheet);
		boolean wanted = this.options.wants(sheet.getSheetname(), hidden);
		if (wanted) {
			this.out.startSheet(sheet.getSheetname());
		}
		else if (hidden) {
			this.out.hidden(sheet.getSheetname());
		}
		return wanted;
	}

	private void endSheet() {
		flush();
		if (this.rows != null) {
			this.rows.forEach((number, buffer) -> this.out.row(number + 1L, buffer.take()));
			this.rows = null;
		}
		this.out.endSheet(-1);
	}

	private void content(int sid, BiffStream records) {
		if (isCell(sid)) {
			this.textColumn = -1;
			cell(sid, records);
		}
		else if (sid == FORMULA_TEXT && this.textColumn >= 0) {
			buffer().set(this.textColumn, Cell.ofText(records.text()));
			this.textColumn = -1;
		}
		else if (sid == MERGED) {
			merged(records.content());
		}
	}

	private void cell(int sid, BiffStream records) {
		RecordInputStream content = records.content();
		row(content.readUShort());
		int column = content.readUShort();
		if (sid == SHORT_NUMBERS) {
			for (int next = column; content.remaining() >= SHORT_NUMBER_SIZE; next++) {
				int style = content.readUShort();
				buffer().set(next, number(RKUtil.decodeNumber(content.readInt()), style));
			}
			return;
		}
		int style = content.readUShort();
		buffer().set(column, switch (sid) {
			case NUMBER -> number(content.readDouble(), style);
			case SHORT_NUMBER -> number(RKUtil.decodeNumber(content.readInt()), style);
			case LABEL, RICH_LABEL -> Cell.ofText(records.text());
			case SHARED_LABEL -> this.book.string(content.readInt());
			case BOOLEAN_OR_ERROR -> {
				byte value = content.readByte();
				yield (content.readByte() == 0) ? XlsFormula.truth(value != 0) : XlsFormula.error(value);
			}
			default -> formula(new XlsFormula(content), column, style);
		});
	}

	private Cell formula(XlsFormula formula, int column, int style) {
		if (formula.isWithoutResult(this.book.isCalculated())) {
			return this.out.uncalculated();
		}
		if (formula.isText()) {
			this.textColumn = column;
		}
		return formula.cell(this.book.isDate(style), this.book.epoch1904());
	}

	private Cell number(double value, int style) {
		return Numbers.cell(value, this.book.isDate(style), this.book.epoch1904());
	}

	private void merged(RecordInputStream content) {
		for (int count = content.readUShort(); count > 0; count--) {
			int first = content.readUShort();
			int last = content.readUShort();
			int column = content.readUShort();
			content.readUShort();
			this.out.merged((last > first) ? new MergedArea(first + 1L, last + 1L, column) : null);
		}
	}

	private void row(int number) {
		if (number != this.row) {
			flush();
			this.row = number;
			this.out.at(number + 1L);
		}
	}

	private RowBuffer buffer() {
		return (this.rows == null) ? this.cells
				: this.rows.computeIfAbsent(this.row, (number) -> new RowBuffer(this.out.limits()));
	}

	private void flush() {
		if (this.row >= 0 && this.rows == null) {
			this.out.row(this.row + 1L, this.cells.take());
		}
		this.row = -1;
	}

}
