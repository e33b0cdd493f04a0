package io.rollcall.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.util.CellReference;

/**
 * An Excel workbook, written row by row with a title above the header and a total below
 * the rows. Its time stamps are fixed, so that the same rows give the same bytes.
 */
final class XlsxTable implements TableOutput {

	private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

	private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

	private static final LocalDateTime STAMP = LocalDateTime.of(2020, 11, 10, 9, 0);

	/** Day 0 of spreadsheets, as far as dates after 1900-03-01 are concerned. */
	private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

	private final Shape shape;

	private final ZipOutputStream zip;

	private final Writer out;

	private long row;

	/**
	 * What stands around the rows.
	 *
	 * @param sheet the name of the sheet
	 * @param title the line above the header, or empty
	 * @param header the header
	 * @param total whether lines below the rows count and sign them
	 * @param draft whether a hidden sheet with the header follows
	 */
	record Shape(String sheet, String title, List<String> header, boolean total, boolean draft) {
	}

	XlsxTable(Path file, Shape shape) throws IOException {
		this.shape = shape;
		this.zip = new ZipOutputStream(Files.newOutputStream(file));
		this.out = new BufferedWriter(new OutputStreamWriter(this.zip, StandardCharsets.UTF_8));
		frame();
		start("xl/worksheets/sheet1.xml");
		this.out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
		if (!shape.title().isEmpty()) {
			row(List.of(Entry.of(shape.title())));
		}
		row(shape.header().stream().map(Entry::of).toList());
	}

	private void frame() throws IOException {
		String second = this.shape.draft()
				? "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"" + SHEET_TYPE + "worksheet+xml\"/>"
				: "";
		part("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" "
				+ "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
				+ "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET_TYPE
				+ "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + SHEET_TYPE
				+ "styles+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEET_TYPE
				+ "worksheet+xml\"/>" + second + "</Types>");
		part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
		part("xl/workbook.xml",
				"<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\""
						+ this.shape.sheet() + "\" sheetId=\"1\" r:id=\"rId1\"/>" + (this.shape.draft()
								? "<sheet name=\"草稿\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>" : "")
						+ "</sheets></workbook>");
		part("xl/_rels/workbook.xml.rels",
				relations(relation(1, "worksheet", "worksheets/sheet1.xml")
						+ (this.shape.draft() ? relation(2, "worksheet", "worksheets/sheet2.xml") : "")
						+ relation(3, "styles", "styles.xml")));
		part("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN
				+ "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font>"
				+ "</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill>"
				+ "<patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
				+ "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"49\" "
				+ "applyNumberFormat=\"1\"/><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
				+ "</cellXfs></styleSheet>");
	}

	private static String relations(String relations) {
		return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
	}

	private static String relation(int number, String type, String target) {
		return "<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target
				+ "\"/>";
	}

	private void part(String name, String xml) throws IOException {
		start(name);
		this.out.write(xml);
		end();
	}

	private void start(String name) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(STAMP);
		this.zip.putNextEntry(entry);
		this.out.write(XML);
	}

	private void end() throws IOException {
		this.out.flush();
		this.zip.closeEntry();
	}

	@Override
	public void row(List<Entry> cells) throws IOException {
		this.row++;
		this.out.write("<row r=\"" + this.row + "\">");
		for (int i = 0; i < cells.size(); i++) {
			if (!cells.get(i).text().isEmpty()) {
				cell(CellReference.convertNumToColString(i) + this.row, cells.get(i));
			}
		}
		this.out.write("</row>");
	}

	private void cell(String place, Entry entry) throws IOException {
		this.out.write("<c r=\"" + place + "\"" + switch (entry.type()) {
			case TEXT ->
				" s=\"0\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(entry.text()) + "</t></is>";
			case NUMBER -> " s=\"1\"><v>" + Double.parseDouble(entry.text()) + "</v>";
			case DATE -> " s=\"2\"><v>" + serial(entry.text()) + "</v>";
		} + "</c>");
	}

	private static long serial(String date) {
		return ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE));
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	@Override
	public void close() throws IOException {
		long above = this.shape.title().isEmpty() ? 1 : 2;
		if (this.shape.total()) {
			row(List.of(Entry.of("合计：" + (this.row - above) + "人")));
			row(List.of(Entry.of("填表人：")));
		}
		int columns = this.shape.header().size();
		String merge = this.shape.title().isEmpty() ? "" : "<mergeCells count=\"1\"><mergeCell ref=\"A1:"
				+ CellReference.convertNumToColString(columns - 1) + "1\"/></mergeCells>";
		this.out.write("</sheetData>" + merge + "</worksheet>");
		end();
		if (this.shape.draft()) {
			start("xl/worksheets/sheet2.xml");
			this.out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
			this.row = 0;
			row(this.shape.header().stream().map(Entry::of).toList());
			this.out.write("</sheetData></worksheet>");
			end();
		}
		this.out.close();
	}

}
