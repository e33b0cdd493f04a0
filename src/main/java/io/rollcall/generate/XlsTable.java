package io.rollcall.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** An old Excel workbook; for short lists, because it is kept in memory. */
final class XlsTable implements TableOutput {

	private final Path file;

	private final HSSFWorkbook book = new HSSFWorkbook();

	private final Sheet sheet;

	private int next;

	XlsTable(Path file, String sheetName, List<String> header) {
		this.file = file;
		this.sheet = this.book.createSheet(sheetName);
		row(header.stream().map(Entry::of).toList());
	}

	@Override
	public void row(List<Entry> cells) {
		Row row = this.sheet.createRow(this.next++);
		for (int i = 0; i < cells.size(); i++) {
			Entry entry = cells.get(i);
			if (entry.text().isEmpty()) {
				continue;
			}
			Cell cell = row.createCell(i);
			if (entry.type() == Entry.Type.NUMBER) {
				cell.setCellValue(Double.parseDouble(entry.text()));
			}
			else {
				cell.setCellValue(entry.text());
			}
		}
	}

	@Override
	public void close() throws IOException {
		try (OutputStream out = Files.newOutputStream(this.file)) {
			this.book.write(out);
		}
		finally {
			this.book.close();
		}
	}

}
