package io.rollcall.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.TableHandler.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Reads Excel 2003 XML (SpreadsheetML). Whether a sheet is hidden stands after its rows,
 * so the file is gone through twice.
 */
final class SpreadsheetMlReader implements TableReader {

	private static final int MAX_ROW = 1_048_576;

	private static final String EXCEL = "urn:schemas-microsoft-com:office:excel";

	@Override
	public void read(Path file, ReadOptions options, Output out) throws IOException {
		TextEncoding encoding = MarkupEncoding.of(file, options.encoding(), out.deadline());
		Book book = new Book();
		try (Xml xml = Xml.open(new XmlCharacters(encoding, file))) {
			book.read(xml, out);
		}
		List<Worksheet> sheets = book.sheets;
		if (!options.sheets().isEmpty() && sheets.stream().noneMatch((s) -> options.wants(s.name(), s.hidden()))) {
			throw new Refusal(Problem.SHEET_MISSING, String.join(", ", options.sheets()));
		}
		try (Xml xml = Xml.open(new XmlCharacters(encoding, file))) {
			new Pass(xml, out, book).read(options);
		}
	}

	/** A sheet as the first pass found it. */
	private record Worksheet(String name, boolean hidden) {
	}

	/** What the first pass finds. */
	private static final class Book {

		private final List<Worksheet> sheets = new ArrayList<>();

		private final SpreadsheetMlStyles styles = new SpreadsheetMlStyles();

		private boolean epoch1904;

		private void read(Xml xml, Output out) throws IOException {
			try {
				readWhole(xml, out);
			}
			catch (EOFException ex) {
				// A file that was cut is read up to there.
				if (this.sheets.isEmpty()) {
					throw ex;
				}
			}
		}

		private void readWhole(Xml xml, Output out) throws IOException {
			xml.nextStart();
			while (xml.nextChild()) {
				if (xml.name().equals("Worksheet")) {
					String name = xml.attribute("Name");
					Worksheet sheet = new Worksheet((name != null) ? name : "", false);
					this.sheets.add(sheet);
					if (isHidden(xml, out)) {
						this.sheets.set(this.sheets.size() - 1, new Worksheet(sheet.name(), true));
					}
				}
				else if (xml.name().equals("Styles")) {
					this.styles.read(xml);
				}
				else if (xml.is("ExcelWorkbook", EXCEL)) {
					this.epoch1904 = hasEpoch1904(xml);
				}
				else {
					xml.skip();
				}
			}
		}

		private static boolean hasEpoch1904(Xml xml) throws IOException {
			boolean found = false;
			while (xml.nextChild()) {
				found |= xml.is("Date1904", EXCEL);
				xml.skip();
			}
			return found;
		}

		/** Goes through a sheet to its options. */
		private static boolean isHidden(Xml xml, Output out) throws IOException {
			boolean hidden = false;
			while (xml.nextChild()) {
				out.deadline().check();
				if (!xml.is("WorksheetOptions", EXCEL)) {
					xml.skip();
					continue;
				}
				while (xml.nextChild()) {
					if (xml.is("Visible", EXCEL)) {
						hidden = xml.text(out.limits().cellLength()).contains("Hidden");
					}
					else {
						xml.skip();
					}
				}
			}
			return hidden;
		}

	}

	/** The second pass, which hands over the rows. */
	private static final class Pass {

		private final Xml xml;

		private final Output out;

		private final int cellLength;

		private final RowBuffer cells;

		private final Book book;

		private boolean inSheet;

		private int number;

		private Pass(Xml xml, Output out, Book book) {
			this.book = book;
			this.xml = xml;
			this.out = out;
			this.cellLength = out.limits().cellLength();
			this.cells = new RowBuffer(out.limits());
		}

		private void read(ReadOptions options) throws IOException {
			try {
				readWhole(options);
			}
			catch (EOFException ex) {
				cutOff();
			}
		}

		/** The file ends in the middle: hands over the half row and ends the sheet. */
		private void cutOff() {
			List<Cell> half = Cell.half(this.cells.take());
			if (this.inSheet && !half.isEmpty()) {
				this.out.row(this.number, half);
			}
			if (this.inSheet) {
				this.out.endSheet(-1);
			}
			this.out.notice(Notice.Kind.CUT_OFF, "", 0);
		}

		private void readWhole(ReadOptions options) throws IOException {
			int index = 0;
			this.xml.nextStart();
			while (this.xml.nextChild()) {
				if (!this.xml.name().equals("Worksheet")) {
					this.xml.skip();
					continue;
				}
				Worksheet sheet = this.book.sheets.get(index++);
				if (options.wants(sheet.name(), sheet.hidden())) {
					sheet(sheet.name());
				}
				else {
					this.xml.skip();
					if (sheet.hidden()) {
						this.out.hidden(sheet.name());
					}
				}
			}
		}

		private void sheet(String name) throws IOException {
			this.out.startSheet(name);
			this.inSheet = true;
			while (this.xml.nextChild()) {
				if (this.xml.name().equals("Table")) {
					table();
				}
				else {
					this.xml.skip();
				}
			}
			this.out.endSheet(-1);
			this.inSheet = false;
		}

		private void table() throws IOException {
			int last = 0;
			while (this.xml.nextChild()) {
				if (!this.xml.name().equals("Row")) {
					this.xml.skip();
					continue;
				}
				int number = this.xml.intAttribute("Index", last + 1);
				int span = Math.max(this.xml.intAttribute("Span", 0), 0);
				if (number <= last) {
					throw new Refusal(Problem.DAMAGED);
				}
				if ((long) number + span > MAX_ROW) {
					throw new Refusal(Problem.ROWS, MAX_ROW);
				}
				this.out.at(number);
				this.number = number;
				row(number);
				this.out.row(number, this.cells.take());
				last = number + span;
			}
		}

		private void row(int number) throws IOException {
			int next = 0;
			while (this.xml.nextChild()) {
				if (!this.xml.name().equals("Cell")) {
					this.xml.skip();
					continue;
				}
				int column = this.xml.intAttribute("Index", next + 1) - 1;
				int merged = this.xml.intAttribute("MergeAcross", 0);
				int down = Math.min(this.xml.intAttribute("MergeDown", 0), MAX_ROW);
				if (column < next) {
					throw new Refusal(Problem.DAMAGED);
				}
				this.cells.set(column, cell());
				if (down > 0) {
					this.out.merged(new MergedArea(number, (long) number + down, column));
				}
				next = column + 1 + Math.max(Math.min(merged, MAX_ROW), 0);
			}
		}

		private Cell cell() throws IOException {
			boolean formula = this.xml.attribute("Formula") != null;
			String style = this.xml.attribute("StyleID");
			Cell cell = null;
			while (this.xml.nextChild()) {
				if (this.xml.name().equals("Data")) {
					String type = this.xml.attribute("Type");
					cell = cell((type != null) ? type : "String", this.xml.text(this.cellLength), style);
				}
				else {
					// Comments hold a Data element too, which is no value.
					this.xml.skip();
				}
			}
			if (cell != null) {
				return cell;
			}
			return formula ? this.out.uncalculated() : Cell.BLANK;
		}

		private Cell cell(String type, String value, @Nullable String style) {
			String plain = value.strip();
			if (plain.isEmpty()) {
				return Cell.ofText(value);
			}
			return switch (type) {
				case "Number" -> number(plain, this.book.styles.isDate(style));
				case "DateTime" -> Numbers.isoDate(plain);
				case "Boolean" -> new Cell((plain.equals("1") || plain.equalsIgnoreCase("true")) ? "TRUE" : "FALSE",
						Cell.Kind.BOOLEAN);
				case "Error" -> new Cell(plain, Cell.Kind.ERROR);
				default -> TextEncoding.cell(value, TextEncoding.UNDECODABLE_IN_MARKUP);
			};
		}

		private Cell number(String value, boolean asDate) {
			try {
				return Numbers.cell(Double.parseDouble(value), asDate, this.book.epoch1904);
			}
			catch (NumberFormatException ex) {
				return RowBuffer.BROKEN;
			}
		}

	}

}
