package io.rollcall.sheet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.rollcall.export.CellText;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Writes a table into as many sheets as it takes.
 *
 * @param <T> what a row shows
 */
public final class TableWriter<T> {

	/**
	 * The most rows on one sheet; beyond, spreadsheets become slow to open and filter.
	 */
	public static final int ROWS_A_SHEET = 100_000;

	/**
	 * The most links on one sheet: Excel takes 65,530, and every one stays in memory
	 * until the workbook is written. Further rows name the place without a link.
	 */
	static final int LINKS_A_SHEET = 10_000;

	/** The sheet that links lead to. */
	public static final String DETAILS = "details";

	/** A row below the sentence of an empty sheet. */
	private static final int NOTHING = 3;

	private final Book book;

	private final SheetTable<T> table;

	private final int limit;

	private final BiConsumer<T, List<String>> copy;

	private final RowHeight letters;

	private XSSFSheet sheet;

	private String name = "";

	private SheetRows rows;

	private int sheets;

	private int rowsOnSheet;

	private int linksOnSheet;

	/**
	 * Writes one table; {@code limit} rows a sheet, each row told to {@code copy} with
	 * what its cells show.
	 */
	public TableWriter(Book book, SheetTable<T> table, int limit, BiConsumer<T, List<String>> copy) {
		this.copy = copy;
		this.book = book;
		this.table = table;
		this.limit = limit;
		this.letters = new RowHeight(table.small() ? WorkbookStyle.SMALL : WorkbookStyle.NORMAL);
	}

	/** Writes all rows and closes the stream; says so when there is none. */
	public static <T> long write(Book book, SheetTable<T> table, Stream<T> rows) {
		return write(book, table, rows, (row, texts) -> {
		});
	}

	/**
	 * Writes all rows and closes the stream; says so when there is none.
	 * @param copy is given every row with the texts of its cells
	 */
	public static <T> long write(Book book, SheetTable<T> table, Stream<T> rows, BiConsumer<T, List<String>> copy) {
		return new TableWriter<>(book, table, ROWS_A_SHEET, copy).write(rows);
	}

	/** Writes all rows and counts them. */
	public long write(Stream<T> rows) {
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

	/** The name of the sheet that continues another one. */
	public static String partName(String name, long part) {
		return name + " (" + part + ")";
	}

	private void begin() {
		String whole = this.book.text("sheet." + this.table.key());
		this.sheets++;
		this.name = (this.sheets == 1) ? whole : partName(whole, this.sheets);
		this.sheet = this.book.sheet(this.name);
		this.rowsOnSheet = 0;
		this.linksOnSheet = 0;
		this.book.style().setUp(this.sheet);
		this.sheet.createFreezePane(this.table.frozen(), 1);
		for (int i = 0; i < this.table.columns().size(); i++) {
			this.sheet.setColumnWidth(i, this.table.columns().get(i).width() * WorkbookStyle.CHARACTER);
		}
		this.rows = this.book.rows(this.sheet);
		head();
	}

	private void head() {
		this.rows.begin(0);
		int lines = 1;
		for (int i = 0; i < this.table.columns().size(); i++) {
			SheetColumn<T> column = this.table.columns().get(i);
			String head = this.book.text("column." + column.key());
			lines = Math.max(lines, this.letters.lines(head, column.width()));
			this.rows.text(i, style(column.kind().isAnswer() ? CellLook.ANSWER_HEADER : CellLook.HEADER), head);
		}
		this.rows.end(this.letters.height(lines) + 4);
	}

	private void end() {
		int lastColumn = this.table.columns().size() - 1;
		this.sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, this.rowsOnSheet), 0, lastColumn));
		print();
		if (this.table.locked()) {
			this.book.style().protect(this.sheet);
		}
		this.book.places().sheet(this.table.key(), this.name, this.rowsOnSheet);
		if (this.rowsOnSheet > 0) {
			this.table.extra().add(new SheetTable.Filled(this.book, this.name, this.rowsOnSheet));
		}
	}

	/**
	 * What goes onto paper: the leading columns, as many as stay legible on one page's
	 * width. A sheet without rows prints an empty cell, which is no page.
	 */
	private void print() {
		int index = this.sheet.getWorkbook().getSheetIndex(this.sheet);
		if (this.rowsOnSheet == 0) {
			this.sheet.getWorkbook().setPrintArea(index, 0, 0, NOTHING, NOTHING);
			return;
		}
		this.sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
		this.sheet.getWorkbook().setPrintArea(index, 0, this.table.onPaper() - 1, 0, this.rowsOnSheet);
	}

	private void add(T value) {
		if (this.rowsOnSheet == this.limit) {
			end();
			begin();
		}
		this.rows.begin(++this.rowsOnSheet);
		boolean total = this.table.total().test(value);
		int lines = 1;
		List<String> texts = new ArrayList<>(this.table.columns().size());
		for (int i = 0; i < this.table.columns().size(); i++) {
			SheetColumn<T> column = this.table.columns().get(i);
			texts.add(column.value().apply(value));
			String shown = shown(column.kind(), texts.get(i));
			CellLook look = look(column, value, shown);
			fill(i, style(total ? look.total() : look), column.kind(), shown);
			if (column.kind().isWrapped()) {
				// Bold letters are wider.
				lines = Math.max(lines,
						this.letters.lines(shown, look.bold() ? column.width() * 9 / 10 : column.width()));
			}
		}
		this.rows.end(this.letters.height(Math.min(lines, this.table.mostLines())));
		this.copy.accept(value, texts);
		remember(value);
	}

	private XSSFCellStyle style(CellLook look) {
		return this.table.small() ? this.book.style().small(look) : this.book.style().of(look);
	}

	private void remember(T value) {
		for (String kind : this.table.kinds().apply(value)) {
			this.book.places().kind(kind, this.name, this.rowsOnSheet + 1);
		}
	}

	private void note(String text) {
		this.rows.begin(1);
		this.rows.text(0, this.book.style().of(CellLook.NOTE), text);
		this.rows.end();
	}

	private static String shown(SheetColumn.Kind kind, String value) {
		return kind == SheetColumn.Kind.TEXT ? CellText.free(value) : CellText.whole(value);
	}

	private void fill(int column, XSSFCellStyle style, SheetColumn.Kind kind, String shown) {
		if (shown.isEmpty()) {
			this.rows.empty(column, style);
			return;
		}
		switch (kind) {
			case NUMBER, DECIMAL, PERCENT -> number(column, style, shown);
			case SEVERITY -> this.rows.text(column, style, this.book.word("severity", shown));
			case LINK -> link(column, style, Integer.parseInt(shown));
			default -> this.rows.text(column, style, shown);
		}
	}

	private void number(int column, XSSFCellStyle style, String value) {
		if (Character.isDigit(value.charAt(value.length() - 1))) {
			this.rows.number(column, style, Double.parseDouble(value));
		}
		else {
			this.rows.text(column, style, value);
		}
	}

	private void link(int column, XSSFCellStyle style, int number) {
		this.rows.number(column, style, number);
		if (this.linksOnSheet++ < LINKS_A_SHEET) {
			this.rows.link(this.rowsOnSheet, column, details(number).address());
		}
	}

	/** The long texts stand in the order of their numbers. */
	private SheetPlaces.Place details(int number) {
		String name = this.book.text("sheet." + DETAILS);
		int part = (number - 1) / this.limit + 1;
		return new SheetPlaces.Place((part == 1) ? name : partName(name, part), (number - 1) % this.limit + 2);
	}

	private static <T> CellLook look(SheetColumn<T> column, T row, String value) {
		return switch (column.kind()) {
			case TEXT -> column.marked().test(row) ? CellLook.ODD : CellLook.TEXT;
			case LONG -> CellLook.TEXT;
			case LINE -> CellLook.LINE;
			case CENTERED -> CellLook.CENTERED;
			case DIGITS -> CellLook.DIGITS;
			case NUMBER -> CellLook.NUMBER;
			case DECIMAL -> CellLook.DECIMAL;
			case PERCENT -> CellLook.PERCENT;
			case SEVERITY -> CellLook.ofSeverity(value);
			case LINK -> CellLook.LINK;
			case ANSWER -> CellLook.ANSWER;
			case ANSWER_DATE -> CellLook.ANSWER_DATE;
		};
	}

}
