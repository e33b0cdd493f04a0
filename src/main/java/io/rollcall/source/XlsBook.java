package io.rollcall.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;

import io.rollcall.source.RefusedException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a BIFF8 workbook before its cells are read: its globals, and of
 * every sheet whether its cells come row by row. Excel does not care; exports written
 * column by column are healthy.
 */
final class XlsBook {

	static final int WORKSHEET = 0x0010;

	private static final int VERSION = 0x0600;

	private static final int BOUND_SHEET = 0x0085;

	private static final int DATE_1904 = 0x0022;

	private static final int FORMAT = 0x041E;

	private static final int STYLE = 0x00E0;

	private static final int STRINGS = 0x00FC;

	private final List<BoundSheetRecord> sheets = new ArrayList<>();

	private BoundSheetRecord[] inFileOrder = {};

	private final Map<Integer, String> formats = new HashMap<>();

	private final List<Integer> styles = new ArrayList<>();

	private final List<Boolean> byRows = new ArrayList<>();

	private @Nullable Cell[] strings = {};

	private @Nullable SSTRecord sst;

	private boolean epoch1904;

	private boolean calculated;

	/**
	 * Goes through a workbook.
	 * @param records its records from the first one on
	 * @return what was found
	 * @throws Refusal when it is older than BIFF8, or stops before its end
	 */
	static XlsBook read(BiffStream records) {
		XlsBook book = new XlsBook();
		int depth = 0;
		int substreams = 0;
		XlsOrder order = new XlsOrder();
		for (int sid = records.next(); sid >= 0 && (depth > 0 || sid == BiffStream.BOF); sid = records.next()) {
			if (sid == BiffStream.BOF && depth++ == 0) {
				checkVersion(records.content());
				substreams++;
				order = new XlsOrder();
			}
			else if (sid == BiffStream.EOF && --depth == 0 && substreams > 1) {
				book.byRows.add(order.isByRows());
				book.calculated |= order.isCalculated();
			}
			else if (depth == 1 && substreams == 1) {
				book.global(sid, records);
			}
			else if (depth == 1) {
				order.look(sid, records.content());
			}
		}
		if (depth != 0 || substreams == 0 || substreams - 1 < book.sheets.size()) {
			throw new Refusal(Problem.TRUNCATED);
		}
		book.inFileOrder = BoundSheetRecord.orderByBofPosition(book.sheets);
		return book;
	}

	private static void checkVersion(RecordInputStream content) {
		if (content.readUShort() != VERSION) {
			throw new Refusal(Problem.SAVE_AS_XLSX, "Excel 5.0/95");
		}
	}

	private void global(int sid, BiffStream records) {
		RecordInputStream content = records.content();
		switch (sid) {
			case BOUND_SHEET -> this.sheets.add(new BoundSheetRecord(content));
			case DATE_1904 -> this.epoch1904 = content.readUShort() == 1;
			case FORMAT -> {
				FormatRecord format = new FormatRecord(content);
				this.formats.put(format.getIndexCode(), format.getFormatString());
			}
			case STYLE -> {
				content.readUShort();
				this.styles.add(content.readUShort());
			}
			case STRINGS -> {
				this.sst = new SSTRecord(content);
				this.strings = new Cell[this.sst.getNumUniqueStrings()];
			}
			default -> {
				// of no concern
			}
		}
	}

	/** The sheets in the order of their tabs. */
	List<BoundSheetRecord> sheets() {
		return this.sheets;
	}

	/** The sheet of a substream, counted from 0, or null when no tab belongs to it. */
	@Nullable BoundSheetRecord sheet(int substream) {
		return (substream < this.inFileOrder.length) ? this.inFileOrder[substream] : null;
	}

	/** Whether the cells of a substream come row by row. */
	boolean isByRows(int substream) {
		return this.byRows.get(substream);
	}

	/** Whether any formula has a result. */
	boolean isCalculated() {
		return this.calculated;
	}

	boolean epoch1904() {
		return this.epoch1904;
	}

	/** Whether cells of a style are dates. */
	boolean isDate(int style) {
		if (style >= this.styles.size()) {
			return false;
		}
		int format = this.styles.get(style);
		return XlsxStyles.isDateFormat(format, this.formats.get(format));
	}

	/** A shared string as a cell; broken when there is no such string. */
	Cell string(int index) {
		if (this.sst == null || index < 0 || index >= this.strings.length) {
			return RowBuffer.BROKEN;
		}
		if (this.strings[index] == null) {
			this.strings[index] = Cell.ofText(this.sst.getString(index).getString());
		}
		return this.strings[index];
	}

	static boolean isHidden(BoundSheetRecord sheet) {
		return sheet.isHidden() || sheet.isVeryHidden();
	}

}
