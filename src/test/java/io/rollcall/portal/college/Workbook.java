package io.rollcall.portal.college;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as somebody fills it in. */
final class Workbook {

	private Workbook() {
	}

	/**
	 * The first row of the list to answer with a conclusion and, unless empty, a value.
	 */
	static byte[] answer(Path file, String conclusion, String value) throws IOException {
		try (InputStream in = Files.newInputStream(file); XSSFWorkbook book = new XSSFWorkbook(in)) {
			Sheet list = book.getSheet("待处理");
			type(list, "学院审核结论", conclusion);
			if (!value.isEmpty()) {
				type(list, "更正值", value);
			}
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			book.write(out);
			return out.toByteArray();
		}
	}

	private static void type(Sheet list, String head, String text) {
		int column = -1;
		StringBuilder heads = new StringBuilder();
		for (Cell cell : list.getRow(0)) {
			heads.append(cell).append(' ');
			column = cell.toString().equals(head) ? cell.getColumnIndex() : column;
		}
		if (column < 0) {
			throw new AssertionError("no column " + head + " among " + heads);
		}
		Row row = list.getRow(1);
		Cell old = row.getCell(column);
		if (old != null) {
			row.removeCell(old);
		}
		row.createCell(column).setCellValue(text);
	}

}
