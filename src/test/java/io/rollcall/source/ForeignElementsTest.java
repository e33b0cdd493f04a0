package io.rollcall.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Extensions put elements and attributes of known names where they mean something else.
 */
class ForeignElementsTest {

	private static final String OTHER = "xmlns:x15=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main\"";

	private static final String DATE = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>35463</v></c></row>";

	@TempDir
	private Path folder;

	@Test
	void theEpochIsToldByTheWorkbooksOwnProperties() throws Exception {
		String sheets = "<sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"s1\"/></sheets>";
		String extension = "<extLst><ext uri=\"{140A7094}\" " + OTHER
				+ "><x15:workbookPr chartTrackingRefBase=\"1\"/><workbookPr date1904=\"0\"/></ext></extLst>";
		Path file = new HandmadeXlsx().workbook("<workbookPr date1904=\"1\"/>" + sheets + extension)
			.rows(DATE)
			.save(this.folder);
		assertThat(Collected.of(file).cell(1, 0)).isEqualTo(new Cell("2001-02-03", Cell.Kind.DATE));
		Path reverse = new HandmadeXlsx()
			.workbook("<workbookPr/>" + sheets + extension.replace("date1904=\"0\"", "date1904=\"1\""))
			.rows(DATE)
			.save(this.folder);
		assertThat(Collected.of(reverse).cell(1, 0)).isEqualTo(new Cell("1997-02-02", Cell.Kind.DATE));
	}

	@Test
	void onlyTheListOfSheetsNamesSheets() throws Exception {
		Path file = new HandmadeXlsx()
			.workbook("<sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"s1\"/>" + "<x15:sheet " + OTHER
					+ " name=\"外\" r:id=\"s1\"/></sheets><extLst><ext><sheets><sheet name=\"内\" "
					+ "r:id=\"s1\"/></sheets></ext></extLst>")
			.rows("<row r=\"1\">" + HandmadeXlsx.text("A1", "姓名") + "</row>")
			.save(this.folder);
		assertThat(Collected.of(file).sheets).containsExactly("名单");
	}

	@Test
	void rowsCellsAndValuesOfAnotherVocabularyAreNone() throws Exception {
		Path file = new HandmadeXlsx()
			.sheet("<sheetData><x15:row " + OTHER + " r=\"1\">" + HandmadeXlsx.text("A1", "外") + "</x15:row><row "
					+ OTHER + " x15:r=\"9\" r=\"2\"><x15:c r=\"A2\"><v>1</v></x15:c>"
					+ "<c x15:t=\"s\" x15:r=\"Z9\" r=\"B2\" t=\"str\"><x15:v>外</x15:v><v>内</v></c></row></sheetData>"
					+ "<extLst><ext><sheetData><row r=\"3\"><c r=\"A3\"><v>3</v></c></row></sheetData></ext></extLst>")
			.save(this.folder);
		assertThat(Collected.of(file).filled()).containsExactly("2 |内");
	}

	@Test
	void stringsOfAnExtensionDoNotShiftTheOthers() throws Exception {
		Path file = new HandmadeXlsx()
			.strings("<x15:si " + OTHER + "><x15:t>外</x15:t></x15:si><si><t>姓名</t><x15:t " + OTHER + ">外</x15:t></si>"
					+ "<extLst><ext><si><t>内</t></si></ext></extLst><si><t>学号</t></si>")
			.rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>")
			.save(this.folder);
		assertThat(Collected.of(file).filled()).containsExactly("1 姓名|学号");
	}

	@Test
	void numberFormatsOfConditionsAreNotThoseOfCells() throws Exception {
		Path file = new HandmadeXlsx()
			.styles("<dxfs><dxf><numFmt numFmtId=\"180\" formatCode=\"yyyy-mm-dd\"/></dxf></dxfs>" + "<cellXfs><x15:xf "
					+ OTHER + " numFmtId=\"14\"/><xf numFmtId=\"180\"/></cellXfs>"
					+ "<numFmts><numFmt numFmtId=\"180\" formatCode=\"0.0\"/></numFmts>")
			.rows("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>35463</v></c></row>")
			.save(this.folder);
		assertThat(Collected.of(file).cell(1, 0)).isEqualTo(new Cell("35463", Cell.Kind.NUMBER));
	}

	@Test
	void relationsOfExtensionsLeadNowhere() throws Exception {
		String own = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
		Path file = new HandmadeXlsx().part("xl/_rels/workbook.xml.rels",
				"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
						+ "<Relationship Id=\"e\" Type=\"http://example.org/2030/sharedStrings\" Target=\"other.xml\"/>"
						+ "<x:Relationship xmlns:x=\"http://example.org/\" Id=\"s1\" Type=\"" + own
						+ "/worksheet\" Target=\"other.xml\"/><Relationship Id=\"s1\" Type=\"" + own
						+ "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"" + own
						+ "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")
			.part("xl/other.xml", "<sst xmlns=\"" + HandmadeXlsx.MAIN + "\"><si><t>外</t></si></sst>")
			.strings("<si><t>姓名</t></si>")
			.rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
			.save(this.folder);
		assertThat(Collected.of(file).filled()).containsExactly("1 姓名");
	}

	@Test
	void aModuleInTheListOfSheetsIsNoSheet() throws Exception {
		Path file = new HandmadeXlsx()
			.workbook(
					"<sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"s1\"/><sheet name=\"模块\" sheetId=\"2\" r:id=\"\"/>"
							+ "</sheets>")
			.rows("<row r=\"1\">" + HandmadeXlsx.text("A1", "姓名") + "</row>")
			.save(this.folder);
		assertThat(Collected.of(file).sheets).containsExactly("名单");
	}

	@Test
	void onlyTheOptionsOfASheetHideIt() throws Exception {
		String table = "<Table><Row><Cell><Data ss:Type=\"String\">姓名</Data></Cell></Row></Table>";
		String start = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
				+ "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" "
				+ "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><x:Worksheet ss:Name=\"外\"/>";
		String shown = "<Worksheet ss:Name=\"一\">" + table
				+ "<x:PivotTable><x:Visible>SheetHidden</x:Visible></x:PivotTable></Worksheet>";
		String hidden = "<Worksheet ss:Name=\"二\">" + table
				+ "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>";
		Path file = Files.writeString(this.folder.resolve("book.xml"), start + shown + hidden + "</Workbook>");
		assertThat(Collected.of(file).sheets).containsExactly("一");
	}

	@Test
	void rowsAndCellsOfAnotherVocabularyAreNoneInExcel2003Xml() throws Exception {
		Path file = Files.writeString(this.folder.resolve("book.xml"),
				"<?xml version=\"1.0\"?><ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" "
						+ "xmlns:o=\"http://example.org/\"><ss:Worksheet ss:Name=\"一\"><ss:Table>"
						+ "<o:Row><ss:Cell><ss:Data>外</ss:Data></ss:Cell></o:Row>"
						+ "<ss:Row o:Index=\"7\"><o:Cell><ss:Data>外</ss:Data></o:Cell><ss:Cell o:Index=\"3\">"
						+ "<o:Data>外</o:Data><ss:Data ss:Type=\"String\">姓名</ss:Data></ss:Cell></ss:Row>"
						+ "</ss:Table></ss:Worksheet></ss:Workbook>");
		assertThat(Collected.of(file).filled()).isEqualTo(List.of("1 姓名"));
	}

}
