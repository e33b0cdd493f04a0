package io.rollcall.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;

import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.TableHandler.Notice;

/**
 * Puts the records of a BIFF8 workbook together again: globals first, then one substream
 * a sheet, in which charts may be nested.
 */
final class XlsRecords implements HSSFListener {

	private final ReadOptions options;

	private final Output out;

	private final List<BoundSheetRecord> sheets = new ArrayList<>();

	private BoundSheetRecord[] inFileOrder = {};

	private final Map<Integer, String> formats = new HashMap<>();

	private final List<Integer> styles = new ArrayList<>();

	private final RowBuffer cells;

	private final BitSet seen = new BitSet();

	private Cell[] strings = {};

	private SSTRecord sst;

	private boolean epoch1904;

	private int depth;

	private int substreams;

	private boolean reading;

	private int row = -1;

	private int formulaColumn = -1;

	XlsRecords(ReadOptions options, Output out) {
		this.options = options;
		this.out = out;
		this.cells = new RowBuffer(out.limits());
	}

	@Override
	public void processRecord(Record record) {
		this.out.deadline().check();
		if (record instanceof BOFRecord bof) {
			begin(bof);
		}
		else if (record instanceof EOFRecord) {
			end();
		}
		else if (this.substreams == 1) {
			global(record);
		}
		else if (this.reading && this.depth == 1) {
			content(record);
		}
	}

	/** Called after the last record: a workbook that stops before its end was cut off. */
	void finish() {
		if (this.depth != 0 || this.substreams == 0 || this.substreams - 1 < this.sheets.size()) {
			throw new Refusal(Problem.TRUNCATED);
		}
	}

	private void begin(BOFRecord bof) {
		if (this.depth++ > 0) {
			return;
		}
		if (bof.getVersion() != BOFRecord.VERSION) {
			throw new Refusal(Problem.SAVE_AS_XLSX, "Excel 5.0/95");
		}
		if (this.substreams++ == 0) {
			return;
		}
		if (this.substreams == 2) {
			checkWanted();
		}
		int index = this.substreams - 2;
		this.reading = bof.getType() == BOFRecord.TYPE_WORKSHEET && index < this.inFileOrder.length
				&& startSheet(this.inFileOrder[index]);
	}

	private void checkWanted() {
		this.inFileOrder = BoundSheetRecord.orderByBofPosition(this.sheets);
		boolean found = this.sheets.stream().anyMatch((s) -> this.options.wants(s.getSheetname(), isHidden(s)));
		if (!found && !this.options.sheets().isEmpty()) {
			throw new Refusal(Problem.SHEET_MISSING, String.join(", ", this.options.sheets()));
		}
	}

	private boolean startSheet(BoundSheetRecord sheet) {
		this.row = -1;
		this.seen.clear();
		boolean wanted = this.options.wants(sheet.getSheetname(), isHidden(sheet));
		if (wanted) {
			this.out.startSheet(sheet.getSheetname());
		}
		else if (isHidden(sheet)) {
			this.out.notice(Notice.Kind.HIDDEN_SHEET, sheet.getSheetname(), 0);
		}
		return wanted;
	}

	private void end() {
		if (--this.depth < 0) {
			throw new Refusal(Problem.DAMAGED);
		}
		if (this.depth == 0 && this.reading) {
			flush();
			this.reading = false;
			this.out.endSheet(-1);
		}
	}

	private void global(Record record) {
		if (record instanceof BoundSheetRecord sheet) {
			this.sheets.add(sheet);
		}
		else if (record instanceof DateWindow1904Record window) {
			this.epoch1904 = window.getWindowing() == 1;
		}
		else if (record instanceof FormatRecord format) {
			this.formats.put(format.getIndexCode(), format.getFormatString());
		}
		else if (record instanceof ExtendedFormatRecord style) {
			this.styles.add((int) style.getFormatIndex());
		}
		else if (record instanceof SSTRecord table) {
			this.sst = table;
			this.strings = new Cell[table.getNumUniqueStrings()];
		}
	}

	private void content(Record record) {
		if (record instanceof LabelSSTRecord label) {
			put(label, string(label.getSSTIndex()));
		}
		else if (record instanceof NumberRecord number) {
			put(number, Numbers.cell(number.getValue(), isDate(number), this.epoch1904));
		}
		else if (record instanceof FormulaRecord formula) {
			formula(formula);
		}
		else if (record instanceof StringRecord string && this.formulaColumn >= 0) {
			this.cells.set(this.formulaColumn, Cell.ofText(string.getString()));
			this.formulaColumn = -1;
		}
		else if (record instanceof BoolErrRecord value) {
			put(value, value.isBoolean() ? truth(value.getBooleanValue()) : error(value.getErrorValue()));
		}
		else if (record instanceof LabelRecord label) {
			put(label, Cell.ofText(label.getValue()));
		}
	}

	private void formula(FormulaRecord formula) {
		switch (formula.getCachedResultTypeEnum()) {
			case NUMERIC -> put(formula, Numbers.cell(formula.getValue(), isDate(formula), this.epoch1904));
			case BOOLEAN -> put(formula, truth(formula.getCachedBooleanValue()));
			case ERROR -> put(formula, error((byte) formula.getCachedErrorValue()));
			default -> {
				put(formula, Cell.BLANK);
				this.formulaColumn = formula.getColumn();
			}
		}
	}

	private void put(CellValueRecordInterface place, Cell cell) {
		this.formulaColumn = -1;
		if (place.getRow() != this.row) {
			flush();
			this.row = place.getRow();
			// Records of a row stand together; a row that comes back is damage.
			if (this.seen.get(this.row)) {
				throw new Refusal(Problem.DAMAGED);
			}
			this.seen.set(this.row);
		}
		this.cells.set(place.getColumn(), cell);
	}

	private void flush() {
		if (this.row >= 0) {
			this.out.row(this.row + 1L, this.cells.take());
		}
		this.row = -1;
	}

	private Cell string(int index) {
		if (this.sst == null || index < 0 || index >= this.strings.length) {
			return RowBuffer.BROKEN;
		}
		if (this.strings[index] == null) {
			this.strings[index] = Cell.ofText(this.sst.getString(index).getString());
		}
		return this.strings[index];
	}

	private boolean isDate(CellValueRecordInterface cell) {
		int style = cell.getXFIndex();
		if (style < 0 || style >= this.styles.size()) {
			return false;
		}
		int format = this.styles.get(style);
		return XlsxStyles.isDateFormat(format, this.formats.get(format));
	}

	private static boolean isHidden(BoundSheetRecord sheet) {
		return sheet.isHidden() || sheet.isVeryHidden();
	}

	private static Cell truth(boolean value) {
		return new Cell(value ? "TRUE" : "FALSE", Cell.Kind.BOOLEAN);
	}

	private static Cell error(byte code) {
		return FormulaError.isValidCode(code) ? new Cell(FormulaError.forInt(code).getString(), Cell.Kind.ERROR)
				: RowBuffer.BROKEN;
	}

}
