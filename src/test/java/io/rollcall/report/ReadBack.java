package io.rollcall.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads workbooks with another library than the one that wrote them. */
public final class ReadBack {

	private ReadBack() {
	}

	/** The texts of every visible sheet, row by row; a formula anywhere is a failure. */
	public static Map<String, List<List<String>>> sheets(Path file) throws IOException {
		Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
		try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
				Stream<Sheet> all = workbook.getSheets()) {
			for (Sheet sheet : all.filter((each) -> each.getVisibility() == SheetVisibility.VISIBLE).toList()) {
				sheets.put(sheet.getName(), sheet.read().stream().map(ReadBack::texts).toList());
			}
		}
		return sheets;
	}

	/** Every part of the file, inflated. */
	public static Map<String, String> parts(Path file) throws IOException {
		Map<String, String> parts = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
				ZipEntry entry = all.nextElement();
				byte[] content = zip.getInputStream(entry).readAllBytes();
				parts.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
			}
		}
		return parts;
	}

	/**
	 * A cell of a sheet by the head of its column, so that a moved column breaks no test.
	 * Of two columns with one head the first is meant.
	 */
	public static String cell(List<List<String>> sheet, int row, String head) {
		int column = sheet.get(0).indexOf(head);
		if (column < 0) {
			throw new AssertionError("No column " + head);
		}
		return (column < sheet.get(row).size()) ? sheet.get(row).get(column) : "";
	}

	/** The texts of a column below its head. */
	public static List<String> column(List<List<String>> sheet, String head) {
		return IntStream.range(1, sheet.size()).mapToObj((row) -> cell(sheet, row, head)).toList();
	}

	private static List<String> texts(Row row) {
		return IntStream.range(0, row.getCellCount())
			.mapToObj((i) -> text(row.getOptionalCell(i).orElse(null)))
			.toList();
	}

	private static String text(Cell cell) {
		if (cell == null) {
			return "";
		}
		if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
			throw new AssertionError("A formula in " + cell.getAddress());
		}
		return cell.getType() == CellType.NUMBER ? cell.asNumber().stripTrailingZeros().toPlainString()
				: cell.getText();
	}

}
