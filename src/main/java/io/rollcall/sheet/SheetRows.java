package io.rollcall.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import javax.xml.namespace.QName;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.officeDocument.x2006.relationships.STRelationshipId;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/**
 * The rows of a sheet that may have many: each is compressed as it comes, into a file
 * aside, the way it will stand in the workbook, and is never held. What stands before the
 * rows (views, columns) must be set before the first of them; what stands behind them
 * (filter, protection, checks) is the library's and comes at the end.
 */
public final class SheetRows implements AutoCloseable {

	private static final String PLACE = "<sheetData/>";

	/**
	 * The root with all that may be named below it: whether a chart comes is not known
	 * when the rows begin.
	 */
	private static final String ROOT = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\""
			+ XSSFRelation.NS_SPREADSHEETML + "\" xmlns:r=\"" + STRelationshipId.type.getName().getNamespaceURI()
			+ "\">";

	/**
	 * The usual level, 6, makes the sheets of a large school a fifth smaller and takes
	 * three times as long.
	 */
	private static final int LEVEL = 2;

	/** What links must stand before, whichever of them comes first. */
	private static final List<String> BEHIND_LINKS = List.of("<printOptions", "<pageMargins");

	/** How Java ends a whole number. */
	private static final String WHOLE = ".0";

	private static final int BUFFER = 1 << 16;

	private static final byte[] ROW = XmlBytes.ascii("<row r=\"");

	private static final byte[] ROW_END = XmlBytes.ascii("</row>");

	private static final byte[] EMPTY = XmlBytes.ascii("/>");

	private static final byte[] TEXT = XmlBytes.ascii(" t=\"inlineStr\"><is><t>");

	private static final byte[] KEPT_TEXT = XmlBytes.ascii(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");

	private static final byte[] TEXT_END = XmlBytes.ascii("</t></is></c>");

	private final XSSFSheet sheet;

	private final Path file;

	private final Deflater deflater = new Deflater(LEVEL, true);

	private final CRC32 checksum = new CRC32();

	private final OutputStream out;

	private final XmlBytes xml = new XmlBytes();

	private final XmlBytes cells = new XmlBytes();

	private final XmlBytes links = new XmlBytes();

	/** The beginning of a cell in each column. */
	private final List<byte[]> columns = new ArrayList<>();

	/** The attribute of each style, by its number. */
	private final List<byte[]> styles = new ArrayList<>();

	/** What ends the address of the row's cells. */
	private byte[] address = {};

	private String head = "";

	private int row;

	/**
	 * Opens the rows of a sheet.
	 * @param sheet the sheet, without rows
	 * @param file where they lie until the workbook is put together
	 */
	SheetRows(XSSFSheet sheet, Path file) throws IOException {
		this.sheet = sheet;
		this.file = file;
		this.out = new CheckedOutputStream(new DeflaterOutputStream(Files.newOutputStream(file), this.deflater, BUFFER),
				this.checksum);
	}

	/**
	 * Begins a row.
	 * @param index its place from 0, higher than that of the row before
	 */
	public void begin(int index) {
		if (this.head.isEmpty()) {
			this.head = before(bean());
			this.xml.markup(ROOT);
			raw(this.head);
			this.xml.markup("<sheetData>");
		}
		this.row = index + 1;
		this.address = XmlBytes.ascii(this.row + "\"");
		this.cells.clear();
	}

	/** A cell of the row with nothing in it but its look. */
	public void empty(int column, XSSFCellStyle style) {
		cell(column, style).markup(EMPTY);
	}

	/** A text in a cell. */
	public void text(int column, XSSFCellStyle style, String text) {
		cell(column, style);
		text(text);
	}

	/** A cell that looks like nothing in particular. */
	public void text(int column, String text) {
		cell(column);
		text(text);
	}

	void number(int column, XSSFCellStyle style, double number) {
		cell(column, style).markup("><v>").markup(digits(number)).markup("</v></c>");
	}

	private static String digits(double number) {
		String digits = Double.toString(number);
		return digits.endsWith(WHOLE) ? digits.substring(0, digits.length() - WHOLE.length()) : digits;
	}

	/**
	 * Makes a cell lead to another place of the workbook. Links stay in memory until the
	 * end.
	 * @param rowIndex the cell's row, from 0
	 * @param column the cell's column, from 0
	 */
	void link(int rowIndex, int column, String address) {
		this.links.markup("<hyperlink ref=\"")
			.markup(CellReference.convertNumToColString(column))
			.markup(Integer.toString(rowIndex + 1))
			.markup("\" location=\"")
			.text(address)
			.markup("\"/>");
	}

	/** Ends a row of the usual height. */
	public void end() {
		end("");
	}

	/** Ends a row so many points high. */
	public void end(float points) {
		// The unit of heights is a twentieth of a point.
		end(" ht=\"" + (short) (points * 20) / 20f + "\" customHeight=\"1\"");
	}

	private void end(String attributes) {
		this.xml.markup(ROW).markup(this.address).markup(attributes).markup(">");
		this.xml.append(this.cells).markup(ROW_END);
		if (this.xml.length() >= BUFFER) {
			flush();
		}
	}

	private XmlBytes cell(int column, XSSFCellStyle style) {
		int number = style.getIndex();
		while (this.styles.size() <= number) {
			this.styles.add(XmlBytes.ascii(" s=\"" + this.styles.size() + "\""));
		}
		return cell(column).markup(this.styles.get(number));
	}

	private XmlBytes cell(int column) {
		while (this.columns.size() <= column) {
			this.columns.add(XmlBytes.ascii("<c r=\"" + CellReference.convertNumToColString(this.columns.size())));
		}
		return this.cells.markup(this.columns.get(column)).markup(this.address);
	}

	private void text(String text) {
		boolean blank = !text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ');
		this.cells.markup(blank ? KEPT_TEXT : TEXT).text(text).markup(TEXT_END);
	}

	private void raw(String markup) {
		this.xml.markup(markup.getBytes(StandardCharsets.UTF_8));
	}

	private void flush() {
		try {
			this.xml.writeTo(this.out);
			this.xml.clear();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The name of the sheet's part in the file. */
	String part() {
		return this.sheet.getPackagePart().getPartName().getName().substring(1);
	}

	/**
	 * Puts the sheet into the file.
	 * @param plain the part as the library writes it, without rows
	 * @throws IllegalStateException when something before the rows was changed after they
	 * had begun
	 */
	void write(byte[] plain, ZipArchiveOutputStream target) throws IOException {
		String without = new String(plain, StandardCharsets.UTF_8);
		if (this.head.isEmpty()) {
			begin(0);
		}
		if (!this.head.equals(before(without))) {
			throw new IllegalStateException("The head of a sheet was changed after its rows had begun");
		}
		this.xml.markup("</sheetData>");
		int behind = BEHIND_LINKS.stream().mapToInt(without::indexOf).filter((i) -> i > 0).findFirst().orElseThrow();
		raw(without.substring(without.indexOf(PLACE) + PLACE.length(), behind));
		if (this.links.length() > 0) {
			this.xml.markup("<hyperlinks>").append(this.links).markup("</hyperlinks>");
		}
		raw(without.substring(behind));
		flush();
		this.out.close();
		ZipArchiveEntry entry = new ZipArchiveEntry(part());
		entry.setMethod(ZipArchiveEntry.DEFLATED);
		entry.setCrc(this.checksum.getValue());
		entry.setSize(this.deflater.getBytesRead());
		entry.setCompressedSize(this.deflater.getBytesWritten());
		try (var rows = Files.newInputStream(this.file)) {
			target.addRawArchiveEntry(entry, rows);
		}
	}

	/** What stands between the root's tag and the rows. */
	private static String before(String without) {
		int root = without.indexOf('>', without.indexOf("<worksheet")) + 1;
		return without.substring(root, without.indexOf(PLACE));
	}

	/** The sheet as the library will write it, as far as its rows. */
	private String bean() {
		CTWorksheet bean = this.sheet.getCTWorksheet();
		boolean bare = bean.sizeOfColsArray() == 1 && bean.getColsArray(0).sizeOfColArray() == 0;
		if (bare) {
			bean.setColsArray(null);
		}
		XmlOptions options = new XmlOptions(POIXMLTypeLoader.DEFAULT_XML_OPTIONS);
		options.setSaveSyntheticDocumentElement(new QName(CTWorksheet.type.getName().getNamespaceURI(), "worksheet"));
		ByteArrayOutputStream saved = new ByteArrayOutputStream();
		try {
			bean.save(saved, options);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (bare) {
			bean.addNewCols();
		}
		return saved.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		this.out.close();
		this.deflater.end();
	}

}
