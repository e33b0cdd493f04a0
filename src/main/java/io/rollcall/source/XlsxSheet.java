package io.rollcall.source;

import java.io.IOException;
import java.util.BitSet;

import io.rollcall.source.RefusedException.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one worksheet part. */
final class XlsxSheet {

	private static final int MAX_ROW = 1_048_576;

	private final XlsxPackage parts;

	private final XlsxStyles styles;

	private final SharedStrings strings;

	private final Output out;

	private final int cellLength;

	private final RowBuffer cells;

	private final BitSet seen = new BitSet();

	private final boolean formulas;

	private boolean calculated;

	XlsxSheet(XlsxPackage parts, XlsxStyles styles, SharedStrings strings, Output out, boolean formulas) {
		this.formulas = formulas;
		this.parts = parts;
		this.styles = styles;
		this.strings = strings;
		this.out = out;
		this.cellLength = out.limits().cellLength();
		this.cells = new RowBuffer(out.limits());
	}

	/**
	 * Reads the sheet to its end.
	 * @param name the sheet's name
	 * @param xml the worksheet part
	 * @throws IOException when it is damaged
	 */
	void read(String name, Xml xml) throws IOException {
		this.out.startSheet(name);
		xml.nextStart();
		while (xml.nextChild()) {
			switch (xml.name()) {
				case "sheetData" -> rows(xml);
				case "mergeCells" -> merged(xml);
				default -> xml.skip();
			}
		}
		this.out.endSheet(-1);
	}

	private void rows(Xml xml) throws IOException {
		int number = 0;
		while (xml.nextChild()) {
			if (!xml.name().equals("row")) {
				xml.skip();
				continue;
			}
			number = xml.intAttribute("r", number + 1);
			if (number > MAX_ROW) {
				throw new Refusal(Problem.ROWS, MAX_ROW);
			}
			// Rows out of order are read as they come; two of one number are no sheet.
			if (number < 1 || this.seen.get(number)) {
				throw new Refusal(Problem.DAMAGED);
			}
			this.seen.set(number);
			this.out.at(number);
			row(xml);
			this.out.row(number, this.cells.take());
		}
	}

	private void merged(Xml xml) throws IOException {
		while (xml.nextChild()) {
			if (xml.name().equals("mergeCell")) {
				this.out.merged(CellReference.area(xml.attribute("ref")));
			}
			xml.skip();
		}
	}

	private void row(Xml xml) throws IOException {
		int column = -1;
		while (xml.nextChild()) {
			if (!xml.name().equals("c")) {
				xml.skip();
				continue;
			}
			column = CellReference.column(xml.attribute("r"), column + 1);
			this.cells.set(column, cell(xml));
		}
	}

	private Cell cell(Xml xml) throws IOException {
		String type = xml.attribute("t");
		int style = xml.intAttribute("s", 0);
		String value = null;
		String inline = null;
		boolean formula = false;
		while (xml.nextChild()) {
			switch (xml.name()) {
				case "v" -> value = xml.text(this.cellLength);
				case "is" -> inline = XlsxText.rich(xml, this.cellLength);
				case "f" -> {
					formula = true;
					xml.skip();
				}
				default -> xml.skip();
			}
		}
		Cell cell = cell(type, value, inline, style);
		return formula ? result(type, value, cell) : cell;
	}

	/**
	 * The result of a formula. An empty text is one; a program that cannot calculate
	 * leaves the value out or writes 0 into all and asks for a calculation on opening.
	 */
	private Cell result(@Nullable String type, @Nullable String value, Cell cell) {
		if (this.formulas) {
			return new Cell(cell.text(), Cell.Kind.FORMULA);
		}
		boolean absent = value == null || value.isBlank() && !"str".equals(type);
		boolean zero = type == null && "0".equals(value);
		this.calculated |= !absent && !zero;
		boolean standIn = zero && !this.calculated && this.parts.calculatedOnLoad();
		return (cell == Cell.BLANK && absent || standIn) ? this.out.uncalculated() : cell;
	}

	private Cell cell(@Nullable String type, @Nullable String value, @Nullable String inline, int style) {
		if (inline != null && (value == null || "inlineStr".equals(type))) {
			return Cell.ofText(inline);
		}
		return (value != null) ? cell((type != null) ? type : "n", value, style) : Cell.BLANK;
	}

	private Cell cell(String type, String value, int style) {
		return switch (type) {
			case "s" -> shared(value.strip());
			case "str", "inlineStr" -> Cell.ofText(XlsxText.unescaped(value));
			case "b" -> truth(value.strip());
			case "e" -> value.isBlank() ? Cell.BLANK : new Cell(value.strip(), Cell.Kind.ERROR);
			case "d" -> Numbers.isoDate(value.strip());
			case "n" -> number(value.strip(), this.styles.isDate(style));
			default -> RowBuffer.BROKEN;
		};
	}

	private Cell shared(String index) {
		if (index.isEmpty()) {
			return Cell.BLANK;
		}
		if (this.strings.size() == 0) {
			throw new Refusal(Problem.DAMAGED);
		}
		try {
			return this.strings.cell(Integer.parseInt(index));
		}
		catch (NumberFormatException ex) {
			return RowBuffer.BROKEN;
		}
	}

	private Cell number(String value, boolean asDate) {
		if (value.isEmpty()) {
			return Cell.BLANK;
		}
		try {
			return Numbers.cell(Double.parseDouble(value), asDate, this.parts.epoch1904());
		}
		catch (NumberFormatException ex) {
			return RowBuffer.BROKEN;
		}
	}

	private static Cell truth(String value) {
		return switch (value) {
			case "1", "true" -> new Cell("TRUE", Cell.Kind.BOOLEAN);
			case "0", "false" -> new Cell("FALSE", Cell.Kind.BOOLEAN);
			default -> value.isEmpty() ? Cell.BLANK : RowBuffer.BROKEN;
		};
	}

}
