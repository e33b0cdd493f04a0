package io.rollcall.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class XlsxReaderTest extends TableReaderContract {

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

	@Override
	Path write(List<List<String>> rows) throws IOException {
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			fill(book.createSheet("名单"), rows, 0);
			return save(book);
		}
	}

	@Test
	void titlesMergedCellsAndHiddenRowsAreRead() throws Exception {
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			Sheet sheet = book.createSheet("名单");
			sheet.createRow(0).createCell(0).setCellValue("2020级新生名单");
			sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
			fill(sheet, TABLE, 2);
			sheet.getRow(3).setZeroHeight(true);
			assertThat(Collected.of(save(book)).filled()).containsExactly("1 2020级新生名单", "3 XM|XH|BZ", "4 张䶮|0020001|甲",
					"5 李四||乙", "6 王五|2020003");
		}
	}

	@Test
	void emptyFormattedRowsAtTheEndAreBlank() throws Exception {
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			Sheet sheet = book.createSheet("名单");
			fill(sheet, TABLE, 0);
			sheet.createRow(20).createCell(3).setBlank();
			assertThat(Collected.of(save(book)).filled()).hasSize(4);
		}
	}

	@Test
	void hiddenSheetsAreListedAndSkipped() throws Exception {
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			fill(book.createSheet("一"), TABLE, 0);
			fill(book.createSheet("隐藏"), TABLE, 0);
			fill(book.createSheet("二"), TABLE, 0);
			book.setSheetHidden(1, true);
			Collected read = Collected.of(save(book));
			assertThat(read.sheets).containsExactly("一", "二");
			assertThat(read.notices).extracting(TableHandler.Notice::kind, TableHandler.Notice::sheet)
				.containsExactly(org.assertj.core.groups.Tuple.tuple(TableHandler.Notice.Kind.HIDDEN_SHEET, "隐藏"));
			assertThat(Collected.of(save(book), ReadOptions.DEFAULT.withSheets("隐藏")).sheets).containsExactly("隐藏");
		}
	}

	@Test
	void aMissingSheetIsRefusedByName() throws Exception {
		Path file = write(TABLE);
		assertThatThrownBy(() -> Collected.of(file, ReadOptions.DEFAULT.withSheets("学生")))
			.isInstanceOfSatisfying(RefusedException.class, (ex) -> {
				assertThat(ex.problem()).isEqualTo(RefusedException.Problem.SHEET_MISSING);
				assertThat(ex.arguments()).containsExactly("学生");
			});
	}

	@Test
	void numbersDatesTruthValuesErrorsAndFormulasKeepTheirKind() throws Exception {
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			Sheet sheet = book.createSheet();
			CellStyle date = book.createCellStyle();
			date.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
			var row = sheet.createRow(0);
			row.createCell(0).setCellValue(100001200208151232d);
			row.createCell(1).setCellValue(LocalDate.of(2001, 2, 3));
			row.getCell(1).setCellStyle(date);
			row.createCell(2).setCellValue(true);
			row.createCell(3).setCellErrorValue((byte) 42);
			row.createCell(4).setCellFormula("\"0\"&\"1\"");
			row.createCell(5).setCellFormula("1+1");
			row.createCell(6).setCellValue(4);
			book.getCreationHelper().createFormulaEvaluator().evaluateAll();
			Collected read = Collected.of(save(book));
			assertThat(read.cell(1, 0).kind()).isEqualTo(Cell.Kind.NUMBER);
			assertThat(read.cell(1, 1)).isEqualTo(new Cell("2001-02-03", Cell.Kind.DATE));
			assertThat(read.cell(1, 2)).isEqualTo(new Cell("TRUE", Cell.Kind.BOOLEAN));
			assertThat(read.cell(1, 3)).isEqualTo(new Cell("#N/A", Cell.Kind.ERROR));
			assertThat(read.cell(1, 4)).isEqualTo(new Cell("01", Cell.Kind.TEXT));
			assertThat(read.cell(1, 5)).isEqualTo(new Cell("2", Cell.Kind.NUMBER));
			assertThat(read.cell(1, 6)).isEqualTo(new Cell("4", Cell.Kind.NUMBER));
		}
	}

	@Test
	void phoneticTextIsNotPartOfTheValue() throws Exception {
		Path file = handmade(MAIN, "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "",
				"<si><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></si>");
		assertThat(Collected.of(file).filled()).containsExactly("1 张三");
	}

	@Test
	void escapedCharactersAndKeptSpacesAreRead() throws Exception {
		Path file = handmade(MAIN,
				"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a_x000D_b </t></is></c></row>",
				"", "");
		assertThat(Collected.of(file).cell(1, 0).text()).startsWith(" a").endsWith("b ");
	}

	@Test
	void inlineStringsStrictNamespacesAndPrefixesAreRead() throws Exception {
		String rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row>"
				+ "<row r=\"3\"><c r=\"B3\" t=\"str\"><v>0012</v></c></row>";
		for (String namespace : List.of(MAIN, STRICT)) {
			assertThat(Collected.of(handmade(namespace, rows, "", "")).filled()).containsExactly("1 姓名", "3 |0012");
		}
		String prefixed = "<x:row r=\"2\"><x:c r=\"C2\" t=\"inlineStr\"><x:is><x:t>张三</x:t></x:is></x:c></x:row>";
		assertThat(Collected.of(prefixed(prefixed)).filled()).containsExactly("2 ||张三");
	}

	@Test
	void cellsAndRowsWithoutReferencesAreCounted() throws Exception {
		String rows = "<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c t=\"inlineStr\"><is><t>乙</t></is></c></row>"
				+ "<row><c t=\"inlineStr\"><is><t>丙</t></is></c></row>";
		assertThat(Collected.of(handmade(MAIN, rows, "", "")).filled()).containsExactly("1 甲|乙", "2 丙");
	}

	@Test
	void theDateSystemOf1904Counts() throws Exception {
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
			CellStyle date = book.createCellStyle();
			date.setDataFormat((short) 14);
			var cell = book.createSheet().createRow(0).createCell(0);
			cell.setCellStyle(date);
			cell.setCellValue(35463);
			assertThat(Collected.of(save(book)).cell(1, 0)).isEqualTo(new Cell("2001-02-03", Cell.Kind.DATE));
		}
	}

	@Test
	void aHugeDeclaredDimensionCostsNothing() throws Exception {
		String rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row>";
		Collected read = Collected.of(handmade(MAIN, rows, "<dimension ref=\"A1:XFD1048576\"/>", ""));
		assertThat(read.filled()).containsExactly("1 姓名");
		assertThat(read.ends.get(0).lastRow()).isEqualTo(1);
	}

	@Test
	void exactlyAFullSheetIsSuspicious() throws Exception {
		String rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row>"
				+ "<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>末</t></is></c></row>";
		assertThat(Collected.of(handmade(MAIN, rows, "", "")).notices).extracting(TableHandler.Notice::kind)
			.containsExactly(TableHandler.Notice.Kind.SHEET_FULL);
	}

	@Test
	void aCellLongerThanAllowedIsRefused() throws Exception {
		Path file = handmade(MAIN,
				"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "长".repeat(100) + "</t></is></c></row>", "", "");
		Limits limits = new Limits(Limits.FILE_BYTES, Limits.INFLATED_BYTES, Limits.INFLATE_RATIO, 10, 10, 99,
				Limits.TIME);
		assertThatThrownBy(() -> Collected.of(file, ReadOptions.DEFAULT.withLimits(limits)))
			.isInstanceOfSatisfying(RefusedException.class, (ex) -> {
				assertThat(ex.problem()).isEqualTo(RefusedException.Problem.LONG_CELL);
				assertThat(ex.arguments()).containsExactly("99", "名单", "1");
			});
	}

	@Test
	void anEmptyFirstSharedStringIsOne() throws Exception {
		Path file = handmade(MAIN,
				"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>", "",
				"<si><t/></si><si><t>姓名</t></si>");
		assertThat(Collected.of(file).filled()).containsExactly("1 |姓名");
	}

	@Test
	void datesWithOffsetsAreTheDayAtTheSchool() throws Exception {
		Path file = handmade(MAIN,
				"<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2001-02-02T16:00:00Z</v></c>"
						+ "<c r=\"B1\" t=\"d\"><v>2001-02-03T00:00:00.000+08:00</v></c>"
						+ "<c r=\"C1\" t=\"d\"><v>2001-02-03Z</v></c><c r=\"D1\" t=\"d\"><v>2001-02-03T08:30:00</v></c>"
						+ "<c r=\"E1\" t=\"d\"><v>2001-02-30T00:00:00Z</v></c></row>",
				"", "");
		assertThat(Collected.of(file).filled())
			.containsExactly("1 2001-02-03|2001-02-03|2001-02-03|2001-02-03T08:30:00|2001-02-30T00:00:00Z");
		assertThat(Collected.of(file).cell(1, 4).kind()).isEqualTo(Cell.Kind.TEXT);
	}

	private static void fill(Sheet sheet, List<List<String>> rows, int from) {
		for (int i = 0; i < rows.size(); i++) {
			var row = sheet.createRow(from + i);
			for (int j = 0; j < rows.get(i).size(); j++) {
				if (!rows.get(i).get(j).isEmpty()) {
					row.createCell(j).setCellValue(new XSSFRichTextString(rows.get(i).get(j)));
				}
			}
		}
	}

	private Path save(XSSFWorkbook book) throws IOException {
		Path file = Files.createTempFile(this.folder, "book", ".xlsx");
		try (OutputStream out = Files.newOutputStream(file)) {
			book.write(out);
		}
		return file;
	}

	private Path prefixed(String rows) throws IOException {
		return zip("<x:worksheet xmlns:x=\"" + MAIN + "\"><x:sheetData>" + rows + "</x:sheetData></x:worksheet>", MAIN,
				"");
	}

	private Path handmade(String namespace, String rows, String before, String strings) throws IOException {
		return zip(
				"<worksheet xmlns=\"" + namespace + "\">" + before + "<sheetData>" + rows + "</sheetData></worksheet>",
				namespace, strings);
	}

	private Path zip(String sheet, String namespace, String strings) throws IOException {
		String relations = namespace.equals(STRICT) ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
				: "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
		Map<String, String> parts = new LinkedHashMap<>();
		parts
			.put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
					+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
					+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
					+ "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
					+ "</Types>");
		parts.put("_rels/.rels",
				"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
						+ "<Relationship Id=\"r1\" Type=\"" + relations
						+ "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
		parts.put("xl/workbook.xml", "<workbook xmlns=\"" + namespace + "\" xmlns:r=\"" + relations
				+ "\"><sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>");
		parts.put("xl/_rels/workbook.xml.rels",
				"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
						+ "<Relationship Id=\"s1\" Type=\"" + relations
						+ "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
						+ (strings.isEmpty() ? "" : "<Relationship Id=\"s2\" Type=\"" + relations
								+ "/sharedStrings\" Target=\"sharedStrings.xml\"/>")
						+ "</Relationships>");
		if (!strings.isEmpty()) {
			parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + namespace + "\">" + strings + "</sst>");
		}
		parts.put("xl/worksheets/sheet1.xml", sheet);
		Path file = Files.createTempFile(this.folder, "hand", ".xlsx");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				out.putNextEntry(new ZipEntry(part.getKey()));
				out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + part.getValue())
					.getBytes(StandardCharsets.UTF_8));
			}
		}
		return file;
	}

}
