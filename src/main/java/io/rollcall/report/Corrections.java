package io.rollcall.report;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.text.Messages;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * Writes what the registrar approved in the column order of the platform's file 学籍信息修改,
 * as a workbook with a sheet of the proofs and as a DBF file in GB18030. Widths are bytes
 * of that encoding; columns differ by year, so they are found by name.
 */
public final class Corrections {

	/** The platform's columns by canonical field, in its order, with their widths. */
	private static final List<PlatformColumn> COLUMNS = List.of(new PlatformColumn("KSH", "candidate_no", 18),
			new PlatformColumn("XH", "student_no", 15), new PlatformColumn("XM", "name", 40),
			new PlatformColumn("XB", "sex", 2), new PlatformColumn("CSRQ", "birth_date", 8),
			new PlatformColumn("ZJLX", "id_type", 40), new PlatformColumn("ZJHM", "id_no", 18),
			new PlatformColumn("ZZMM", "political_status", 16), new PlatformColumn("MZ", "ethnic_group", 24),
			new PlatformColumn("ZYDM", "major_code", 8), new PlatformColumn("ZYMC", "major_name", 50),
			new PlatformColumn("XXXS", "study_form", 10), new PlatformColumn("CC", "level", 12),
			new PlatformColumn("XZ", "study_length", 3), new PlatformColumn("RXRQ", "entry_date", 8),
			new PlatformColumn("FY", "college", 24), new PlatformColumn("XSH", "department", 24),
			new PlatformColumn("BH", "class_no", 24), new PlatformColumn("YJBYRQ", "expected_graduation_date", 8));

	private static final Charset CHARSET = Charset.forName("GB18030");

	private final Messages messages;

	private final Legend legend;

	/**
	 * A writer of corrections.
	 * @param messages the texts, in the readers' language
	 * @param legend the words for codes and fields
	 */
	public Corrections(Messages messages, Legend legend) {
		this.messages = messages;
		this.legend = legend;
	}

	/** A column of the platform: its header, the canonical field, its width in bytes. */
	private record PlatformColumn(String header, String field, int width) {
	}

	/**
	 * The columns of the platform.
	 * @return the canonical fields in the platform's order
	 */
	public static List<String> fields() {
		return COLUMNS.stream().map(PlatformColumn::field).toList();
	}

	/**
	 * Whether a value fits into the platform's column.
	 * @param field the canonical field
	 * @param value the value
	 * @return false for a value that would be cut, or a field without a column
	 */
	public static boolean fits(String field, String value) {
		return COLUMNS.stream()
			.anyMatch((column) -> column.field().equals(field) && value.getBytes(CHARSET).length <= column.width());
	}

	/**
	 * Writes both files.
	 * @param folder the folder of {@code corrections.xlsx} and {@code corrections.dbf}
	 * @param temporary an existing folder that only this account may enter
	 * @param date the business date
	 * @param password opens the workbook, or empty
	 * @param corrections one entry a student
	 * @throws IOException when a file cannot be written
	 */
	public void write(Path folder, Path temporary, LocalDate date, Optional<String> password,
			List<Correction> corrections) throws IOException {
		List<Map<String, String>> rows = corrections.stream().map(Corrections::row).toList();
		Book.write(folder.resolve("corrections.xlsx"), temporary, this.messages,
				this.messages.get("report.corrections.title") + " " + date, date, password, (book) -> {
					data(book, rows);
					grounds(book, corrections);
				});
		Map<String, Integer> widths = new LinkedHashMap<>();
		COLUMNS.forEach((column) -> widths.put(column.header(), column.width()));
		DbfFile.write(folder.resolve("corrections.dbf"), CHARSET, date, widths, rows);
	}

	/** A row has every column; what was not approved stays empty. */
	private static Map<String, String> row(Correction correction) {
		Map<String, String> row = new LinkedHashMap<>();
		for (PlatformColumn column : COLUMNS) {
			String value = correction.values().getOrDefault(column.field(), switch (column.field()) {
				case "candidate_no" -> correction.candidateNo();
				case "student_no" -> correction.studentNo();
				case "name" -> correction.name();
				default -> "";
			});
			row.put(column.header(), value);
		}
		return row;
	}

	private static void data(Book book, List<Map<String, String>> rows) {
		SXSSFSheet sheet = book.sheet(book.text("corrections.sheet"));
		book.style().setUp(sheet);
		SXSSFRow head = sheet.createRow(0);
		for (int i = 0; i < COLUMNS.size(); i++) {
			sheet.setColumnWidth(i, (Math.min(COLUMNS.get(i).width(), 30) + 4) * WorkbookStyle.CHARACTER);
			cell(book, head, i, WorkbookStyle.Look.HEADER, COLUMNS.get(i).header());
		}
		for (int r = 0; r < rows.size(); r++) {
			SXSSFRow row = sheet.createRow(r + 1);
			List<String> values = List.copyOf(rows.get(r).values());
			for (int i = 0; i < values.size(); i++) {
				cell(book, row, i, WorkbookStyle.Look.DIGITS, values.get(i));
			}
		}
		sheet.createFreezePane(0, 1);
	}

	private static void cell(Book book, SXSSFRow row, int column, WorkbookStyle.Look look, String text) {
		SXSSFCell cell = row.createCell(column);
		cell.setCellStyle(book.style().of(look));
		if (!text.isEmpty()) {
			cell.setCellValue(text);
		}
	}

	/** A line of the sheet of proofs. */
	private record Line(Correction correction, Correction.Ground ground) {
	}

	private void grounds(Book book, List<Correction> corrections) {
		List<Line> lines = new ArrayList<>();
		corrections
			.forEach((correction) -> correction.grounds().forEach((ground) -> lines.add(new Line(correction, ground))));
		List<Column<Line>> columns = List.of(
				new Column<>("college", 16, Column.Kind.TEXT, (line) -> line.correction().college()),
				new Column<>("student-no", 16, Column.Kind.DIGITS, (line) -> line.correction().studentNo()),
				new Column<>("name", 14, Column.Kind.TEXT, (line) -> line.correction().name()),
				new Column<>("field", 14, Column.Kind.TEXT, (line) -> this.legend.fieldLabel(line.ground().field())),
				new Column<>("title", 20, Column.Kind.TEXT, (line) -> this.legend.title(line.ground().code())),
				new Column<>("evidence", 60, Column.Kind.TEXT,
						(line) -> line.ground().evidence().isEmpty() ? book.text("corrections.no-evidence")
								: line.ground().evidence()),
				new Column<>("by", 12, Column.Kind.TEXT, (line) -> line.ground().by()),
				new Column<>("on", 14, Column.Kind.LINE, (line) -> line.ground().on()));
		TableWriter.write(book, new Table<>("grounds", 3, columns.size(), columns), lines.stream());
	}

}
