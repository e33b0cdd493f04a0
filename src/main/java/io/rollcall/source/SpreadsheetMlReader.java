package io.rollcall.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.TableHandler.Notice;

/**
 * Reads Excel 2003 XML (SpreadsheetML). Whether a sheet is hidden stands after its rows,
 * so the file is gone through twice.
 */
final class SpreadsheetMlReader implements TableReader {

	private static final int MAX_ROW = 1_048_576;

	@Override
	public void read(Path file, ReadOptions options, Output out) throws IOException {
		TextEncoding encoding = MarkupEncoding.of(file, options.encoding(), out.deadline());
		List<Worksheet> sheets;
		try (Xml xml = Xml.open(new XmlCharacters(encoding, file))) {
			sheets = sheets(xml, out);
		}
		if (!options.sheets().isEmpty() && sheets.stream().noneMatch((s) -> options.wants(s.name(), s.hidden()))) {
			throw new Refusal(Problem.SHEET_MISSING, String.join(", ", options.sheets()));
		}
		try (Xml xml = Xml.open(new XmlCharacters(encoding, file))) {
			new Pass(xml, out).read(sheets, options);
		}
	}

	private static List<Worksheet> sheets(Xml xml, Output out) throws IOException {
		List<Worksheet> sheets = new ArrayList<>();
		try {
			list(xml, out, sheets);
		}
		catch (EOFException ex) {
			// A file that was cut is read up to there.
			if (sheets.isEmpty()) {
				throw ex;
			}
		}
		return sheets;
	}

	private static void list(Xml xml, Output out, List<Worksheet> sheets) throws IOException {
		while (xml.nextStart()) {
			if (xml.name().equals("Worksheet")) {
				String name = xml.attribute("Name");
				sheets.add(new Worksheet((name != null) ? name : "", false));
			}
			else if (xml.name().equals("Visible") && !sheets.isEmpty()
					&& xml.text(out.limits().cellLength()).contains("Hidden")) {
				Worksheet last = sheets.remove(sheets.size() - 1);
				sheets.add(new Worksheet(last.name(), true));
			}
			else if (xml.name().equals("Row")) {
				out.deadline().check();
			}
		}
	}

	/** A sheet as the first pass found it. */
	private record Worksheet(String name, boolean hidden) {
	}

	/** The second pass, which hands over the rows. */
	private static final class Pass {

		private final Xml xml;

		private final Output out;

		private final int cellLength;

		private final RowBuffer cells;

		private boolean inSheet;

		private int number;

		private Pass(Xml xml, Output out) {
			this.xml = xml;
			this.out = out;
			this.cellLength = out.limits().cellLength();
			this.cells = new RowBuffer(out.limits());
		}

		private void read(List<Worksheet> sheets, ReadOptions options) throws IOException {
			try {
				readWhole(sheets, options);
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

		private void readWhole(List<Worksheet> sheets, ReadOptions options) throws IOException {
			int index = 0;
			while (this.xml.nextStart()) {
				if (!this.xml.name().equals("Worksheet")) {
					continue;
				}
				Worksheet sheet = sheets.get(index++);
				if (options.wants(sheet.name(), sheet.hidden())) {
					sheet(sheet.name());
				}
				else {
					this.xml.skip();
					if (sheet.hidden()) {
						this.out.notice(Notice.Kind.HIDDEN_SHEET, sheet.name(), 0);
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
				this.number = number;
				row();
				this.out.row(number, this.cells.take());
				last = number + span;
			}
		}

		private void row() throws IOException {
			int next = 0;
			while (this.xml.nextChild()) {
				if (!this.xml.name().equals("Cell")) {
					this.xml.skip();
					continue;
				}
				int column = this.xml.intAttribute("Index", next + 1) - 1;
				int merged = this.xml.intAttribute("MergeAcross", 0);
				if (column < next) {
					throw new Refusal(Problem.DAMAGED);
				}
				this.cells.set(column, cell());
				next = column + 1 + Math.max(Math.min(merged, MAX_ROW), 0);
			}
		}

		private Cell cell() throws IOException {
			Cell cell = Cell.BLANK;
			while (this.xml.nextChild()) {
				if (this.xml.name().equals("Data")) {
					String type = this.xml.attribute("Type");
					cell = cell((type != null) ? type : "String", this.xml.text(this.cellLength));
				}
				else {
					// Comments hold a Data element too, which is no value.
					this.xml.skip();
				}
			}
			return cell;
		}

		private Cell cell(String type, String value) {
			String plain = value.strip();
			if (plain.isEmpty()) {
				return Cell.ofText(value);
			}
			return switch (type) {
				case "Number" -> number(plain);
				case "DateTime" -> XlsxSheet.date(plain);
				case "Boolean" -> new Cell(plain.equals("1") ? "TRUE" : "FALSE", Cell.Kind.BOOLEAN);
				case "Error" -> new Cell(plain, Cell.Kind.ERROR);
				default -> TextEncoding.cell(value, TextEncoding.UNDECODABLE_IN_MARKUP);
			};
		}

		private static Cell number(String value) {
			try {
				return Numbers.cell(Double.parseDouble(value), false, false);
			}
			catch (NumberFormatException ex) {
				return RowBuffer.BROKEN;
			}
		}

	}

}
