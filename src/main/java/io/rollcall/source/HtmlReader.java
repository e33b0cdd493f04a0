package io.rollcall.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.TableHandler.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of a web page, as web systems export them under the name of a
 * spreadsheet. Each table is a sheet ({@code table1}, {@code table2} ...). Rows are taken
 * out of the page as soon as they are complete, so memory stays small. What looks like a
 * number is still text here, unless Excel's own mark {@code x:num} says otherwise.
 */
final class HtmlReader implements TableReader {

	/** A page is far wordier than a table, and scripts hide in large ones. */
	private static final long MAX_BYTES = 512L << 20;

	/** Columns and rows that a cell may span (HTML Living Standard, 4.9.11). */
	private static final int MAX_COLUMNS = 1_000;

	private static final int MAX_ROWS = 65_534;

	@Override
	public void read(Path file, ReadOptions options, Output out) throws IOException {
		long size = Files.size(file);
		if (size > MAX_BYTES) {
			throw new Refusal(Problem.FILE_SIZE, MAX_BYTES / Limits.MEBIBYTE, size / Limits.MEBIBYTE);
		}
		TextEncoding encoding = MarkupEncoding.of(file, options.encoding(), out.deadline());
		Pages pages = new Pages(out);
		try (PageTail text = new PageTail(encoding.open(file, TextEncoding.UNDECODABLE_IN_MARKUP));
				StreamParser parser = new StreamParser(Parser.htmlParser().setTrackPosition(true)).parse(text, "")) {
			for (Iterator<Element> elements = parser.iterator(); elements.hasNext();) {
				Element element = elements.next();
				out.deadline().check();
				if (element.normalName().equals("tr")) {
					pages.row(element);
					element.remove();
				}
				else if (element.normalName().equals("table")) {
					pages.table(element);
				}
			}
			pages.finish(!text.endsPage());
		}
	}

	/** The tables found so far. */
	private static final class Pages {

		private final Output out;

		private final RowBuffer cells;

		private final Map<Element, Table> tables = new IdentityHashMap<>();

		private final List<MergedArea> areas = new ArrayList<>();

		private @Nullable Element current;

		private int sheets;

		/** A row without its own end: the next one ends it, or the file. */
		private @Nullable Pending pending;

		private boolean open;

		private Pages(Output out) {
			this.out = out;
			this.cells = new RowBuffer(out.limits());
		}

		private void row(Element tr) {
			flush(false);
			Element element = tr.closest("table");
			Table table = this.tables.computeIfAbsent((element != null) ? element : tr.root(), (e) -> new Table());
			boolean layout = !tr.select("table").remove().isEmpty();
			table.rows++;
			this.out.at(table.rows);
			this.areas.clear();
			fill(tr, table);
			if (layout && this.cells.size() == 0) {
				// A row that only holds another table, whose rows have come already.
				return;
			}
			if (this.sheets == 0 || this.current != element) {
				finishSheet();
				this.out.startSheet("table" + ++this.sheets);
				this.current = element;
			}
			this.pending = new Pending(table.rows, this.cells.take());
			this.areas.forEach(this.out::merged);
			if (!tr.endSourceRange().isImplicit()) {
				flush(false);
			}
		}

		/** A table has ended, by its own end or with the page. */
		private void table(Element table) {
			this.open = table.endSourceRange().isImplicit();
			if (!this.open) {
				flush(false);
			}
		}

		private void flush(boolean half) {
			if (this.pending != null) {
				this.out.row(this.pending.number(), half ? Cell.half(this.pending.cells()) : this.pending.cells());
				this.pending = null;
			}
		}

		/**
		 * Ends the page.
		 * @param silent whether the page itself does not say that it is over
		 */
		private void finish(boolean silent) {
			if (this.sheets == 0) {
				throw new Refusal(Problem.NOT_A_TABLE, "HTML");
			}
			boolean cut = this.open && silent;
			flush(cut);
			finishSheet();
			if (cut) {
				this.out.notice(Notice.Kind.CUT_OFF, "", 0);
			}
		}

		private void finishSheet() {
			if (this.sheets > 0) {
				this.out.endSheet(-1);
			}
		}

		private void fill(Element tr, Table table) {
			int column = 0;
			for (Element td : tr.children()) {
				if (!td.normalName().equals("td") && !td.normalName().equals("th")) {
					continue;
				}
				column = table.free(column);
				int width = span(td, "colspan", MAX_COLUMNS);
				int height = span(td, "rowspan", MAX_ROWS);
				this.cells.set(column, cell(td));
				table.cover(column, width, height);
				if (height > 1) {
					this.areas.add(new MergedArea(table.rows, table.rows + height - 1, column));
				}
				column += width;
			}
			table.nextRow();
		}

		private Cell cell(Element td) {
			String text = td.text();
			boolean asText = td.attr("style").replace(" ", "").contains("mso-number-format:'\\@'");
			if (td.hasAttr("x:num") && !asText) {
				return number(td.attr("x:num").isBlank() ? text : td.attr("x:num"), text);
			}
			if (td.hasAttr("x:fmla") && text.isBlank() && !td.hasAttr("x:str")) {
				return this.out.uncalculated();
			}
			return TextEncoding.cell(text, TextEncoding.UNDECODABLE_IN_MARKUP);
		}

		/** A number that is shown as a date or with words is what is shown. */
		private static Cell number(String value, String text) {
			if (text.codePoints().anyMatch((c) -> Character.isIdeographic(c) || c == '/' || c == ':')
					|| text.indexOf('-') > 0 && text.toUpperCase(Locale.ROOT).indexOf('E') < 0) {
				return Cell.ofText(text);
			}
			try {
				return Numbers.cell(Double.parseDouble(value.strip()), false, false);
			}
			catch (NumberFormatException ex) {
				return Cell.ofText(text);
			}
		}

		private static int span(Element td, String attribute, int most) {
			try {
				int span = Integer.parseInt(td.attr(attribute).strip());
				// No rows at all means: to the end of the table.
				return (span == 0 && most == MAX_ROWS) ? most : Math.max(1, Math.min(most, span));
			}
			catch (NumberFormatException ex) {
				return 1;
			}
		}

	}

	/**
	 * A row that is not handed over yet.
	 *
	 * @param number its number
	 * @param cells its cells
	 */
	private record Pending(long number, List<Cell> cells) {
	}

	/** Where cells that span rows leave no room in the rows below. */
	private static final class Table {

		private long rows;

		private int[] covered = new int[16];

		private int free(int from) {
			int column = from;
			while (column < this.covered.length && this.covered[column] > 0) {
				column++;
			}
			return column;
		}

		private void cover(int column, int width, int height) {
			if (height > 1) {
				if (column + width > this.covered.length) {
					this.covered = java.util.Arrays.copyOf(this.covered, column + width * 2);
				}
				for (int i = column; i < column + width; i++) {
					this.covered[i] = height;
				}
			}
		}

		private void nextRow() {
			for (int i = 0; i < this.covered.length; i++) {
				this.covered[i] = Math.max(0, this.covered[i] - 1);
			}
		}

	}

}
