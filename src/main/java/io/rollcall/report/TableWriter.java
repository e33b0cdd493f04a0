package io.rollcall.report;

import java.util.Iterator;
import java.util.stream.Stream;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * Writes a table into as many sheets as it takes.
 *
 * @param <T> what a row shows
 */
final class TableWriter<T> {

	/**
	 * The most rows on one sheet; beyond, spreadsheets become slow to open and filter.
	 */
	static final int ROWS_A_SHEET = 100_000;

	private static final int CHARACTER = 256;

	private final Book book;

	private final Table<T> table;

	private final int limit;

	private SXSSFSheet sheet;

	private int sheets;

	private int rowsOnSheet;

	TableWriter(Book book, Table<T> table, int limit) {
		this.book = book;
		this.table = table;
		this.limit = limit;
	}

	/** Writes all rows and closes the stream; says so when there is none. */
	static <T> long write(Book book, Table<T> table, Stream<T> rows) {
		return new TableWriter<>(book, table, ROWS_A_SHEET).write(rows);
	}

	long write(Stream<T> rows) {
		long written = 0;
		begin();
		try (rows) {
			for (Iterator<T> all = rows.iterator(); all.hasNext(); written++) {
				add(all.next());
			}
		}
		if (written == 0) {
			note(this.book.text("sheet." + this.table.key() + ".empty"));
		}
		end();
		return written;
	}

	private void begin() {
		String name = this.book.text("sheet." + this.table.key());
		this.sheets++;
		this.sheet = this.book.sheet(this.sheets == 1 ? name : name + " (" + this.sheets + ")");
		this.rowsOnSheet = 0;
		this.book.style().setUp(this.sheet);
		SXSSFRow row = this.sheet.createRow(0);
		row.setHeightInPoints(24);
		for (int i = 0; i < this.table.columns().size(); i++) {
			Column<T> column = this.table.columns().get(i);
			this.sheet.setColumnWidth(i, column.width() * CHARACTER);
			SXSSFCell cell = row.createCell(i);
			cell.setCellStyle(this.book.style().of(WorkbookStyle.Look.HEADER));
			cell.setCellValue(this.book.text("column." + column.key()));
		}
	}

	private void end() {
		int lastColumn = this.table.columns().size() - 1;
		CellRangeAddress header = CellRangeAddress.valueOf("1:1");
		this.sheet.setRepeatingRows(header);
		this.sheet.createFreezePane(0, 1);
		this.sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, this.rowsOnSheet), 0, lastColumn));
		int index = this.sheet.getWorkbook().getSheetIndex(this.sheet);
		this.sheet.getWorkbook().setPrintArea(index, 0, this.table.printed() - 1, 0, Math.max(1, this.rowsOnSheet));
	}

	private void add(T value) {
		if (this.rowsOnSheet == this.limit) {
			end();
			begin();
		}
		SXSSFRow row = this.sheet.createRow(++this.rowsOnSheet);
		int lines = 1;
		for (int i = 0; i < this.table.columns().size(); i++) {
			Column<T> column = this.table.columns().get(i);
			String shown = shown(column.kind(), column.value().apply(value));
			fill(row.createCell(i), column.kind(), shown);
			if (column.kind() == Column.Kind.TEXT) {
				lines = Math.max(lines, RowHeight.lines(shown, column.width()));
			}
		}
		row.setHeightInPoints(RowHeight.of(lines));
	}

	private void note(String text) {
		SXSSFCell cell = this.sheet.createRow(1).createCell(0);
		cell.setCellStyle(this.book.style().of(WorkbookStyle.Look.NOTE));
		cell.setCellValue(text);
	}

	private static String shown(Column.Kind kind, String value) {
		return kind == Column.Kind.TEXT ? CellText.free(value) : CellText.whole(value);
	}

	private void fill(SXSSFCell cell, Column.Kind kind, String shown) {
		cell.setCellStyle(this.book.style().of(look(kind, shown)));
		switch (kind) {
			case NUMBER -> number(cell, shown);
			case SEVERITY -> cell.setCellValue(this.book.word("severity", shown));
			case TEXT, LINE, DIGITS -> cell.setCellValue(shown);
		}
	}

	private static void number(SXSSFCell cell, String value) {
		if (!value.isEmpty()) {
			cell.setCellValue(Long.parseLong(value));
		}
	}

	private static WorkbookStyle.Look look(Column.Kind kind, String value) {
		return switch (kind) {
			case TEXT -> WorkbookStyle.Look.TEXT;
			case LINE -> WorkbookStyle.Look.LINE;
			case DIGITS -> WorkbookStyle.Look.DIGITS;
			case NUMBER -> WorkbookStyle.Look.NUMBER;
			case SEVERITY -> WorkbookStyle.Look.ofSeverity(value);
		};
	}

}
