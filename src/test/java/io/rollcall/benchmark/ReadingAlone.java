package io.rollcall.benchmark;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.xml.parsers.SAXParserFactory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** Other people's readers, which hand every cell to nobody. */
final class ReadingAlone {

	private ReadingAlone() {
	}

	static long fastCsv(Path file) throws Exception {
		try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
			return reader.stream().mapToLong(CsvRecord::getFieldCount).sum();
		}
	}

	/** POI's event API: the fastest way that POI has to read a workbook. */
	static long poiEvents(Path file) throws Exception {
		Counter cells = new Counter();
		try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
			XSSFReader reader = new XSSFReader(workbook);
			SAXParserFactory factory = SAXParserFactory.newInstance();
			factory.setNamespaceAware(true);
			XMLReader xml = factory.newSAXParser().getXMLReader();
			xml.setContentHandler(new XSSFSheetXMLHandler(reader.getStylesTable(),
					new ReadOnlySharedStringsTable(workbook), cells, false));
			try (InputStream sheet = reader.getSheetsData().next()) {
				xml.parse(new InputSource(sheet));
			}
		}
		return cells.count;
	}

	static long fastExcel(Path file) throws Exception {
		try (InputStream in = Files.newInputStream(file);
				ReadableWorkbook workbook = new ReadableWorkbook(in);
				Stream<Row> rows = workbook.getFirstSheet().openStream()) {
			return rows.mapToLong(Row::getCellCount).sum();
		}
	}

	private static final class Counter implements XSSFSheetXMLHandler.SheetContentsHandler {

		private long count;

		@Override
		public void startRow(int row) {
		}

		@Override
		public void endRow(int row) {
		}

		@Override
		public void cell(String place, String text, XSSFComment comment) {
			this.count++;
		}

	}

}
