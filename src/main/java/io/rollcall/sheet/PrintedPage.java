package io.rollcall.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.rollcall.export.CellText;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A sheet that is read from top to bottom like a letter. */
public final class PrintedPage {

	/** Column widths in half-width characters: a name, four counts, two texts. */
	private static final int[] WIDTHS = { 28, 11, 11, 11, 11, 38, 38 };

	private static final float FIGURE_HEIGHT = 32;

	/** How many rows of one line landscape A4 takes with letters of 8 points. */
	private static final int ROWS_A_PAGE = 35;

	private final Book book;

	private final int[] widths;

	private final XSSFSheet sheet;

	private final List<PageRow> rows = new ArrayList<>();

	/** A page on a new sheet. */
	public PrintedPage(Book book, String name) {
		this(book, name, WIDTHS);
	}

	/**
	 * A page with columns of its own.
	 * @param widths their widths in half-width characters
	 */
	public PrintedPage(Book book, String name, int... widths) {
		this.book = book;
		this.widths = widths.clone();
		this.sheet = book.sheet(name);
		this.sheet.setDisplayGridlines(false);
		book.style().setUp(this.sheet);
		for (int i = 0; i < widths.length; i++) {
			this.sheet.setColumnWidth(i, widths[i] * WorkbookStyle.CHARACTER);
		}
	}

	/** A line of one look over the whole width. */
	public void line(CellLook look, String text, float height) {
		PageRow row = row(height);
		for (int i = 0; i < this.widths.length; i++) {
			row.blank(i, look);
		}
		row.text(0, look, CellText.free(text));
	}

	/** A heading over what follows. */
	public void heading(String text) {
		gap();
		line(CellLook.HEADING, text, 22);
	}

	/** An empty row. */
	public void gap() {
		row(8);
	}

	/** Figures beside each other, each with what it counts below it. */
	public void figures(List<String> figures, List<String> captions) {
		PageRow large = row(FIGURE_HEIGHT);
		PageRow small = row(PageRow.USUAL);
		int span = this.widths.length / figures.size();
		for (int i = 0; i < figures.size(); i++) {
			for (int column = i * span; column < (i + 1) * span; column++) {
				large.blank(column, CellLook.FIGURE);
				small.blank(column, CellLook.CAPTION);
			}
			large.text(i * span, CellLook.FIGURE, figures.get(i));
			small.text(i * span, CellLook.CAPTION, captions.get(i));
			for (PageRow row : List.of(large, small)) {
				this.sheet
					.addMergedRegion(new CellRangeAddress(row.index(), row.index(), i * span, (i + 1) * span - 1));
			}
		}
	}

	/** Prints everything so far on one upright page, which holds no personal data. */
	public void onOneUprightPage() {
		this.sheet.getPrintSetup().setLandscape(false);
		this.sheet.getHeader().setRight(this.book.text("header.figures"));
		this.sheet.getFooter().setLeft(this.book.text("footer.figures"));
		printTo(this.book, name(), this.widths.length - 1, this.rows.size() - 1).getPrintSetup()
			.setFitHeight((short) 1);
	}

	/** What follows begins on a new sheet of paper. */
	public void pageBreak() {
		this.sheet.setRowBreak(this.rows.size() - 1);
	}

	/** Running text over the whole width, on as many lines as it takes. */
	public void paragraph(String text) {
		paragraph(0, row(PageRow.USUAL), text);
	}

	/** A fact with its name before it. */
	public void fact(String label, String text) {
		PageRow row = row(PageRow.USUAL);
		row.text(0, CellLook.LABEL, label);
		paragraph(1, row, text);
	}

	/** The head of a table. */
	public void header(String... texts) {
		PageRow row = row(PageRow.USUAL);
		int lines = 1;
		for (int i = 0; i < texts.length; i++) {
			row.text(i, CellLook.HEADER, texts[i]);
			lines = Math.max(lines, RowHeight.linesOf(texts[i], this.widths[i]));
		}
		row.height(RowHeight.of(lines) + 3);
	}

	/** The head of a table whose last column takes all the width that is left. */
	public void wideHeader(String... texts) {
		header(texts);
		int row = this.rows.size() - 1;
		for (int i = texts.length; i < this.widths.length; i++) {
			this.rows.get(row).blank(i, CellLook.HEADER);
		}
		this.sheet.addMergedRegion(new CellRangeAddress(row, row, texts.length - 1, this.widths.length - 1));
	}

	/** The sheet's name. */
	public String name() {
		return this.sheet.getSheetName();
	}

	/** The place of the next row, from 0. */
	public int nextRow() {
		return this.rows.size();
	}

	/** Leaves rows free, for a chart beside what is written already. */
	public void skipTo(int row) {
		while (this.rows.size() < row) {
			row(RowHeight.of(1));
		}
	}

	/** The place of a chart: columns and rows from 0, the last ones left out. */
	public static XSSFClientAnchor anchor(int firstColumn, int firstRow, int lastColumn, int lastRow) {
		return new XSSFClientAnchor(0, 0, 0, 0, firstColumn, firstRow, lastColumn, lastRow);
	}

	/**
	 * Prints a table and the charts below it: on one page where letters stay legible,
	 * else the charts on a page of their own.
	 * @param chartRow the first row of the charts, from 0
	 */
	public static void printWithCharts(Book book, String sheet, int lastColumn, int chartRow, int lastRow) {
		XSSFSheet found = printTo(book, sheet, lastColumn, lastRow);
		if (lastRow < ROWS_A_PAGE) {
			found.getPrintSetup().setFitHeight((short) 1);
		}
		else {
			found.setRowBreak(chartRow - 1);
		}
	}

	private static XSSFSheet printTo(Book book, String sheet, int lastColumn, int lastRow) {
		XSSFSheet found = book.sheetNamed(sheet);
		found.getWorkbook().setPrintArea(found.getWorkbook().getSheetIndex(found), 0, lastColumn, 0, lastRow);
		return found;
	}

	/** Ends the page. */
	public void end() {
		this.book.style().protect(this.sheet);
		SheetRows written = this.book.rows(this.sheet);
		this.rows.forEach((row) -> row.write(written, this.book.style()));
	}

	/** The next row of a table, to be filled from the left. */
	public TableRow tableRow() {
		return new TableRow(row(PageRow.USUAL));
	}

	private void paragraph(int column, PageRow row, String text) {
		String shown = CellText.free(text);
		int width = IntStream.range(column, this.widths.length).map((i) -> this.widths[i]).sum();
		row.height(RowHeight.of(RowHeight.linesOf(shown, width)));
		row.text(column, CellLook.PARAGRAPH, shown);
		this.sheet.addMergedRegion(new CellRangeAddress(row.index(), row.index(), column, this.widths.length - 1));
	}

	private PageRow row(float points) {
		PageRow row = new PageRow(this.rows.size(), points);
		this.rows.add(row);
		return row;
	}

	/** One row of a table on a page. */
	public final class TableRow {

		private final PageRow row;

		private int column;

		private int lines = 1;

		private TableRow(PageRow row) {
			this.row = row;
		}

		/** A text in the next column. */
		public TableRow text(String text) {
			return text(CellLook.TEXT, text);
		}

		private TableRow text(CellLook look, String text) {
			String shown = CellText.free(text);
			grow(shown, PrintedPage.this.widths[this.column]);
			this.row.text(this.column++, look, shown);
			return this;
		}

		private void grow(String shown, int width) {
			this.lines = Math.max(this.lines, RowHeight.linesOf(shown, width));
			this.row.height(RowHeight.of(this.lines));
		}

		/** A text over all columns that are left. */
		public TableRow rest(String text) {
			String shown = CellText.free(text);
			int width = 0;
			int first = this.column;
			while (this.column < PrintedPage.this.widths.length) {
				width += PrintedPage.this.widths[this.column];
				this.row.blank(this.column++, CellLook.TEXT);
			}
			this.row.text(first, CellLook.TEXT, shown);
			grow(shown, width);
			PrintedPage.this.sheet.addMergedRegion(new CellRangeAddress(this.row.index(), this.row.index(), first,
					PrintedPage.this.widths.length - 1));
			return this;
		}

		/** A text that leads to another place, where there is one. */
		public TableRow link(String text, Optional<SheetPlaces.Place> place) {
			place.ifPresent((there) -> PrintedPage.this.book.rows(PrintedPage.this.sheet)
				.link(this.row.index(), this.column, there.address()));
			return text(place.isPresent() ? CellLook.LINK : CellLook.TEXT, text);
		}

		/** A share between 0 and 1, or an empty cell. */
		public TableRow percent(Optional<BigDecimal> share) {
			share.ifPresentOrElse((value) -> this.row.number(this.column, CellLook.PERCENT, value.doubleValue()),
					() -> this.row.blank(this.column, CellLook.PERCENT));
			this.column++;
			return this;
		}

		/** A whole number. */
		public TableRow number(long number) {
			this.row.number(this.column++, CellLook.NUMBER, number);
			return this;
		}

		/** A severity by its letter, in its colour. */
		public TableRow severity(String severity) {
			this.row.text(this.column++, CellLook.ofSeverity(severity),
					PrintedPage.this.book.word("severity", severity));
			return this;
		}

	}

}
