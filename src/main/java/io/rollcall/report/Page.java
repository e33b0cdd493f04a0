package io.rollcall.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;

/** A sheet that is read from top to bottom like a letter. */
final class Page {

	/** Column widths in half-width characters: a name, four counts, two texts. */
	private static final int[] WIDTHS = { 28, 11, 11, 11, 11, 38, 38 };

	private static final float FIGURE_HEIGHT = 32;

	/** How many rows of one line landscape A4 takes with letters of 8 points. */
	private static final int ROWS_A_PAGE = 35;

	private final Book book;

	private final int[] widths;

	private final SXSSFSheet sheet;

	private int next;

	Page(Book book, String name) {
		this(book, name, WIDTHS);
	}

	/**
	 * A page with columns of its own.
	 * @param widths their widths in half-width characters
	 */
	Page(Book book, String name, int... widths) {
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
	void line(Look look, String text, float height) {
		SXSSFRow row = row();
		row.setHeightInPoints(height);
		for (int i = 0; i < this.widths.length; i++) {
			row.createCell(i).setCellStyle(this.book.style().of(look));
		}
		row.getCell(0).setCellValue(CellText.free(text));
	}

	void heading(String text) {
		gap();
		line(Look.HEADING, text, 22);
	}

	void gap() {
		row().setHeightInPoints(8);
	}

	/** Figures beside each other, each with what it counts below it. */
	void figures(List<String> figures, List<String> captions) {
		SXSSFRow large = row();
		large.setHeightInPoints(FIGURE_HEIGHT);
		SXSSFRow small = row();
		int span = this.widths.length / figures.size();
		for (int i = 0; i < figures.size(); i++) {
			for (int column = i * span; column < (i + 1) * span; column++) {
				cell(large, column, Look.FIGURE);
				cell(small, column, Look.CAPTION);
			}
			large.getCell(i * span).setCellValue(figures.get(i));
			small.getCell(i * span).setCellValue(captions.get(i));
			for (SXSSFRow row : List.of(large, small)) {
				this.sheet.addMergedRegion(
						new CellRangeAddress(row.getRowNum(), row.getRowNum(), i * span, (i + 1) * span - 1));
			}
		}
	}

	/** Prints everything so far on one upright page, which holds no personal data. */
	void onOneUprightPage() {
		this.sheet.getPrintSetup().setLandscape(false);
		this.sheet.getHeader().setRight(this.book.text("header.figures"));
		this.sheet.getFooter().setLeft(this.book.text("footer.figures"));
		printTo(this.book, name(), this.widths.length - 1, this.next - 1).getPrintSetup().setFitHeight((short) 1);
	}

	/** What follows begins on a new sheet of paper. */
	void pageBreak() {
		this.sheet.setRowBreak(this.next - 1);
	}

	/** Running text over the whole width, on as many lines as it takes. */
	void paragraph(String text) {
		paragraph(0, row(), text);
	}

	/** A fact with its name before it. */
	void fact(String label, String text) {
		SXSSFRow row = row();
		cell(row, 0, Look.LABEL).setCellValue(label);
		paragraph(1, row, text);
	}

	/** The head of a table. */
	void header(String... texts) {
		SXSSFRow row = row();
		int lines = 1;
		for (int i = 0; i < texts.length; i++) {
			cell(row, i, Look.HEADER).setCellValue(texts[i]);
			lines = Math.max(lines, RowHeight.linesOf(texts[i], this.widths[i]));
		}
		row.setHeightInPoints(RowHeight.of(lines) + 3);
	}

	/** The head of a table whose last column takes all the width that is left. */
	void wideHeader(String... texts) {
		header(texts);
		int row = this.next - 1;
		for (int i = texts.length; i < this.widths.length; i++) {
			cell(this.sheet.getRow(row), i, Look.HEADER);
		}
		this.sheet.addMergedRegion(new CellRangeAddress(row, row, texts.length - 1, this.widths.length - 1));
	}

	/** The sheet's name. */
	String name() {
		return this.sheet.getSheetName();
	}

	/** The place of the next row, from 0. */
	int nextRow() {
		return this.next;
	}

	/** Leaves rows free, for a chart beside what is written already. */
	void skipTo(int row) {
		while (this.next < row) {
			row().setHeightInPoints(RowHeight.of(1));
		}
	}

	/** The place of a chart: columns and rows from 0, the last ones left out. */
	static XSSFClientAnchor anchor(int firstColumn, int firstRow, int lastColumn, int lastRow) {
		return new XSSFClientAnchor(0, 0, 0, 0, firstColumn, firstRow, lastColumn, lastRow);
	}

	/**
	 * Prints a table and the charts below it: on one page where letters stay legible,
	 * else the charts on a page of their own.
	 * @param chartRow the first row of the charts, from 0
	 */
	static void printWithCharts(Book book, String sheet, int lastColumn, int chartRow, int lastRow) {
		SXSSFSheet found = printTo(book, sheet, lastColumn, lastRow);
		if (lastRow < ROWS_A_PAGE) {
			found.getPrintSetup().setFitHeight((short) 1);
		}
		else {
			found.setRowBreak(chartRow - 1);
		}
	}

	private static SXSSFSheet printTo(Book book, String sheet, int lastColumn, int lastRow) {
		SXSSFSheet found = book.sheetNamed(sheet);
		found.getWorkbook().setPrintArea(found.getWorkbook().getSheetIndex(found), 0, lastColumn, 0, lastRow);
		return found;
	}

	/** Ends the page. */
	void end() {
		this.book.style().protect(this.sheet);
	}

	/** The next row of a table, to be filled from the left. */
	TableRow tableRow() {
		return new TableRow(row());
	}

	private void paragraph(int column, SXSSFRow row, String text) {
		String shown = CellText.free(text);
		int width = IntStream.range(column, this.widths.length).map((i) -> this.widths[i]).sum();
		row.setHeightInPoints(RowHeight.of(RowHeight.linesOf(shown, width)));
		cell(row, column, Look.PARAGRAPH).setCellValue(shown);
		this.sheet
			.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), column, this.widths.length - 1));
	}

	private SXSSFCell cell(SXSSFRow row, int column, Look look) {
		SXSSFCell cell = row.createCell(column);
		cell.setCellStyle(this.book.style().of(look));
		return cell;
	}

	private SXSSFRow row() {
		return this.sheet.createRow(this.next++);
	}

	/** One row of a table on a page. */
	final class TableRow {

		private final SXSSFRow row;

		private int column;

		private int lines = 1;

		private TableRow(SXSSFRow row) {
			this.row = row;
		}

		TableRow text(String text) {
			String shown = CellText.free(text);
			this.lines = Math.max(this.lines, RowHeight.linesOf(shown, Page.this.widths[this.column]));
			this.row.setHeightInPoints(RowHeight.of(this.lines));
			cell(this.row, this.column++, Look.TEXT).setCellValue(shown);
			return this;
		}

		/** A text over all columns that are left. */
		TableRow rest(String text) {
			String shown = CellText.free(text);
			int width = 0;
			int first = this.column;
			while (this.column < Page.this.widths.length) {
				width += Page.this.widths[this.column];
				cell(this.row, this.column++, Look.TEXT);
			}
			this.row.getCell(first).setCellValue(shown);
			this.lines = Math.max(this.lines, RowHeight.linesOf(shown, width));
			this.row.setHeightInPoints(RowHeight.of(this.lines));
			Page.this.sheet.addMergedRegion(new CellRangeAddress(this.row.getRowNum(), this.row.getRowNum(), first,
					Page.this.widths.length - 1));
			return this;
		}

		/** A text that leads to another place, where there is one. */
		TableRow link(String text, Optional<Places.Place> place) {
			if (place.isEmpty()) {
				return text(text);
			}
			String shown = CellText.free(text);
			this.lines = Math.max(this.lines, RowHeight.linesOf(shown, Page.this.widths[this.column]));
			this.row.setHeightInPoints(RowHeight.of(this.lines));
			SXSSFCell cell = cell(this.row, this.column++, Look.LINK);
			cell.setCellValue(shown);
			Hyperlink link = Page.this.sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
			link.setAddress(place.get().address());
			cell.setHyperlink(link);
			return this;
		}

		TableRow percent(Optional<BigDecimal> share) {
			SXSSFCell cell = cell(this.row, this.column++, Look.PERCENT);
			share.ifPresent((value) -> cell.setCellValue(value.doubleValue()));
			return this;
		}

		TableRow number(long number) {
			cell(this.row, this.column++, Look.NUMBER).setCellValue(number);
			return this;
		}

		TableRow severity(String severity) {
			cell(this.row, this.column++, Look.ofSeverity(severity))
				.setCellValue(Page.this.book.word("severity", severity));
			return this;
		}

	}

}
