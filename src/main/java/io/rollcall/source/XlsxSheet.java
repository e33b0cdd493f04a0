package io.rollcall.source;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;

import io.rollcall.source.RefusedException.Problem;

/** Reads the rows of one worksheet part. */
final class XlsxSheet {

	private static final int MAX_ROW = 1_048_576;

	private static final int MAX_COLUMN = 16_384;

	/** {@code yyyy-MM-dd}. */
	private static final int DATE_LENGTH = 10;

	/** {@code yyyy-MM-ddTHH:mm:ss}. */
	private static final int MOMENT_LENGTH = 19;

	private final boolean epoch1904;

	private final XlsxStyles styles;

	private final SharedStrings strings;

	private final Output out;

	private final int cellLength;

	private final RowBuffer cells;

	private final BitSet seen = new BitSet();

	private final boolean formulas;

	XlsxSheet(boolean epoch1904, XlsxStyles styles, SharedStrings strings, Output out, boolean formulas) {
		this.formulas = formulas;
		this.epoch1904 = epoch1904;
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
		while (xml.nextStart()) {
			if (xml.name().equals("sheetData")) {
				rows(xml);
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
			row(xml);
			this.out.row(number, this.cells.take());
		}
	}

	private void row(Xml xml) throws IOException {
		int column = -1;
		while (xml.nextChild()) {
			if (!xml.name().equals("c")) {
				xml.skip();
				continue;
			}
			column = column(xml.attribute("r"), column + 1);
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
					formula = this.formulas;
					xml.skip();
				}
				default -> xml.skip();
			}
		}
		Cell cell = cell(type, value, inline, style);
		return formula ? new Cell(cell.text(), Cell.Kind.FORMULA) : cell;
	}

	private Cell cell(String type, String value, String inline, int style) {
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
			case "d" -> date(value.strip());
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
			return Numbers.cell(Double.parseDouble(value), asDate, this.epoch1904);
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

	/**
	 * An ISO date as strict workbooks store them.
	 * @param value the stored text
	 * @return a date cell, or the text where it is no date
	 */
	static Cell date(String value) {
		try {
			if (value.length() == DATE_LENGTH) {
				return new Cell(LocalDate.parse(value).toString(), Cell.Kind.DATE);
			}
			if (value.length() >= MOMENT_LENGTH) {
				LocalDateTime moment = LocalDateTime.parse(value.substring(0, MOMENT_LENGTH).replace(' ', 'T'));
				return new Cell(Numbers.iso(moment), Cell.Kind.DATE);
			}
			return Cell.ofText(value);
		}
		catch (DateTimeException ex) {
			return Cell.ofText(value);
		}
	}

	/** The column that a reference such as {@code AB12} names, counted from 0. */
	private static int column(String reference, int next) {
		int column = 0;
		int letters = 0;
		int length = (reference != null) ? reference.length() : 0;
		while (letters < length && letters < 4) {
			int letter = Character.toUpperCase(reference.charAt(letters)) - 'A';
			if (letter < 0 || letter > 25) {
				break;
			}
			column = column * 26 + letter + 1;
			letters++;
		}
		if (length > 0 && letters == 0) {
			throw new Refusal(Problem.DAMAGED);
		}
		int found = (letters == 0) ? next : column - 1;
		if (found >= MAX_COLUMN) {
			throw new Refusal(Problem.COLUMNS, MAX_COLUMN);
		}
		return found;
	}

}
