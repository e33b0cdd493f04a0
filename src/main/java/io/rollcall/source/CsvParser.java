package io.rollcall.source;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;

import io.rollcall.source.RefusedException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Splits delimited text into records (RFC 4180, with every kind of line end).
 *
 * <p>
 * Why not a library: a quote that is opened and never closed swallows the rest of the
 * file in every parser that streams. This one takes back what it read: the line on which
 * the stray quote stands becomes one malformed row, and reading goes on with the next
 * line. A quote is stray when it is never closed, when the text grows too long, when the
 * closing quote is followed by more text after a line break, or when a line inside the
 * quotes has as many delimiters as a whole record. A quote that is open at the end of the
 * text, with no such line behind it, is none: the text ends in the middle of its last
 * record, which then is half, as is a last line that lacks its line end and fields that
 * every record before it has.
 */
final class CsvParser {

	/** Characters of one record; no real one comes near. */
	private static final int MAX_RECORD = 8 << 20;

	/** Line breaks in one quoted field; addresses and remarks have a few. */
	private static final int MAX_BREAKS = 100;

	/** From this many columns on, a record inside quotes is told from a remark. */
	private static final int MIN_COLUMNS = 3;

	private static final char QUOTE = '"';

	/** Ctrl-Z, which DOS programs put at the end of a text. */
	private static final char END_MARK = '\u001A';

	private static final int DAMAGED = -1;

	private final Reader in;

	private final char delimiter;

	private final int columns;

	private final int cellLength;

	private final RowBuffer row;

	private final RecordEnd recordEnd;

	private final StringBuilder field = new StringBuilder();

	private char[] window = new char[1 << 16];

	private int start;

	private int end;

	private boolean eof;

	private long line;

	private long nextLine = 1;

	private int breaks;

	private int fields;

	private boolean half;

	/**
	 * Makes a parser.
	 * @param in the text, undecodable bytes as {@link TextEncoding#UNDECODABLE}
	 * @param dialect delimiter and usual number of columns
	 * @param limits limits on columns and cells
	 */
	CsvParser(Reader in, CsvDialect dialect, Limits limits) {
		this.in = in;
		this.delimiter = dialect.delimiter();
		this.columns = dialect.columns();
		this.recordEnd = new RecordEnd(dialect.columns());
		this.cellLength = limits.cellLength();
		this.row = new RowBuffer(limits);
	}

	/** The line on which the record read last began, from 1. */
	long line() {
		return this.line;
	}

	/** The number of fields of the record read last, blank ones included. */
	int fields() {
		return this.fields;
	}

	/**
	 * Reads the next record.
	 * @return its cells without trailing blank ones, or null at the end of the text
	 * @throws IOException when the text cannot be read
	 */
	@Nullable List<Cell> next() throws IOException {
		this.line = this.nextLine;
		this.fields = 0;
		this.breaks = 0;
		this.half = false;
		if (at(0) < 0) {
			return null;
		}
		int pos = 0;
		while (true) {
			pos = field(pos);
			if (pos == DAMAGED) {
				return damagedLine();
			}
			this.fields++;
			if (at(pos) != this.delimiter) {
				break;
			}
			pos++;
		}
		boolean ended = at(pos) >= 0 || this.window[this.start + pos - 1] == END_MARK;
		finishRecord(pos);
		return this.recordEnd.of(this.row.take(), this.fields, ended, this.half);
	}

	private int field(int pos) throws IOException {
		boolean formula = at(pos) == '=' && at(pos + 1) == QUOTE;
		this.field.setLength(0);
		int after;
		if (at(pos) == QUOTE || formula) {
			after = quoted(formula ? pos + 2 : pos + 1);
			if (after == DAMAGED) {
				return DAMAGED;
			}
		}
		else {
			after = plain(pos);
		}
		if (at(after) < 0 && this.field.length() > 0 && this.field.charAt(this.field.length() - 1) == END_MARK) {
			this.field.setLength(this.field.length() - 1);
		}
		this.row.set(this.fields, TextEncoding.cell(unwrapped(this.field.toString()), TextEncoding.UNDECODABLE));
		return after;
	}

	private int plain(int from) throws IOException {
		int pos = from;
		while (!isFieldEnd(at(pos))) {
			pos++;
		}
		checkLength(this.field.length() + pos - from);
		this.field.append(this.window, this.start + from, pos - from);
		return pos;
	}

	/** Reads on after an opening quote; stops behind the field or says it is damaged. */
	private int quoted(int from) throws IOException {
		int pos = from;
		int delimiters = 0;
		int most = 0;
		int linesBefore = this.breaks;
		while (true) {
			int c = at(pos);
			if (c < 0) {
				most = (this.breaks > linesBefore) ? Math.max(most, delimiters) : 0;
				this.half = most < Math.max(1, (this.columns - 1) / 2);
				return this.half ? pos : DAMAGED;
			}
			if (c == QUOTE) {
				if (at(pos + 1) != QUOTE) {
					return closed(pos + 1, linesBefore);
				}
				pos++;
			}
			else if (c == this.delimiter) {
				delimiters++;
			}
			else if (c == '\n' || (c == '\r' && at(pos + 1) != '\n')) {
				boolean wholeRecord = this.breaks > linesBefore && delimiters == this.columns - 1
						&& this.columns >= MIN_COLUMNS;
				if (wholeRecord || ++this.breaks - linesBefore > MAX_BREAKS) {
					return DAMAGED;
				}
				most = (this.breaks > linesBefore + 1) ? Math.max(most, delimiters) : 0;
				delimiters = 0;
			}
			this.field.append((char) c);
			pos++;
			if (this.field.length() > this.cellLength) {
				if (this.breaks > linesBefore) {
					return DAMAGED;
				}
				checkLength(this.field.length());
			}
		}
	}

	/** After a closing quote: the end of the field, or text that should not be there. */
	private int closed(int pos, int linesBefore) throws IOException {
		if (isFieldEnd(at(pos))) {
			return pos;
		}
		return (this.breaks > linesBefore && at(pos) != END_MARK) ? DAMAGED : plain(pos);
	}

	/** Gives up on a record: only its first line is lost. */
	private List<Cell> damagedLine() throws IOException {
		this.row.take();
		this.breaks = 0;
		this.fields = 0;
		int pos = 0;
		for (int from = 0; true; from = ++pos) {
			while (!isFieldEnd(at(pos))) {
				pos++;
			}
			String text = new String(this.window, this.start + from, pos - from);
			if (!text.isEmpty()) {
				this.row.set(this.fields,
						new Cell(text.replace(TextEncoding.UNDECODABLE, TextEncoding.LOST), Cell.Kind.OPEN_QUOTE));
			}
			this.fields++;
			if (at(pos) != this.delimiter) {
				finishRecord(pos);
				return this.row.take();
			}
		}
	}

	private void finishRecord(int pos) throws IOException {
		int consumed = pos;
		if (at(pos) == '\r') {
			consumed += (at(pos + 1) == '\n') ? 2 : 1;
		}
		else if (at(pos) == '\n') {
			consumed++;
		}
		this.nextLine += this.breaks + 1;
		this.start += consumed;
	}

	/** Excel's notation for numbers that are to stay text: {@code ="00123"}. */
	private static String unwrapped(String text) {
		boolean wrapped = text.length() > 2 && text.startsWith("=\"") && text.indexOf('"', 2) == text.length() - 1;
		return wrapped ? text.substring(2, text.length() - 1) : text;
	}

	private boolean isFieldEnd(int c) {
		return c == this.delimiter || c == '\n' || c == '\r' || c < 0;
	}

	private void checkLength(int length) {
		if (length > this.cellLength) {
			throw new Refusal(Problem.CELL_LENGTH, this.cellLength);
		}
	}

	/** The character at a place counted from the record's start, or -1 at the end. */
	private int at(int index) throws IOException {
		while (this.start + index >= this.end) {
			if (this.eof) {
				return -1;
			}
			fill();
		}
		return this.window[this.start + index];
	}

	private void fill() throws IOException {
		if (this.start > 0) {
			System.arraycopy(this.window, this.start, this.window, 0, this.end - this.start);
			this.end -= this.start;
			this.start = 0;
		}
		if (this.end == this.window.length) {
			if (this.end >= MAX_RECORD) {
				throw new Refusal(Problem.CELL_LENGTH, this.cellLength);
			}
			this.window = Arrays.copyOf(this.window, this.end * 2);
		}
		int n = this.in.read(this.window, this.end, this.window.length - this.end);
		this.eof = n < 0;
		this.end += Math.max(n, 0);
	}

}
