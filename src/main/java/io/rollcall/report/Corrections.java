package io.rollcall.report;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.rollcall.export.DbfFile;
import io.rollcall.facts.Correction;
import io.rollcall.facts.RunFacts;
import io.rollcall.identity.IdNumber;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.CellLook;
import io.rollcall.sheet.Seals;
import io.rollcall.sheet.SheetRows;
import io.rollcall.sheet.TableWriter;
import io.rollcall.sheet.WorkbookStyle;
import io.rollcall.text.Messages;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Writes everything that the registrar approved and that the platform does not yet show:
 * what is uploaded in the column order of the platform's file 学籍信息修改, as a sheet and as a
 * DBF file in GB18030, a sheet for each other route, and before and after side by side,
 * to be checked, signed and marked as handed in. Widths are bytes of that encoding;
 * columns differ by year, so they are found by name.
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
	 * Writes both files, or neither when there is no correction.
	 * @param folder the folder of {@code corrections.xlsx} and {@code corrections.dbf}
	 * @param temporary an existing folder that only this account may enter
	 * @param run the run
	 * @param settings what opens and seals the workbook, and the routes in their order
	 * @param corrections one entry a case
	 * @throws IOException when a file cannot be written
	 */
	public void write(Path folder, Path temporary, RunFacts run, Settings settings, List<Correction> corrections)
			throws IOException {
		if (corrections.isEmpty()) {
			return;
		}
		List<Correction> open = corrections.stream().filter((one) -> one.sentOn().isEmpty()).toList();
		List<Correction> upload = open.stream().filter((one) -> one.route().equals(settings.routes().get(0))).toList();
		List<Map<String, String>> rows = rows(upload);
		Book.write(folder.resolve("corrections.xlsx"), temporary, this.messages,
				this.messages.get("report.corrections.title") + " " + run.date(), run.date(), settings.password(),
				(book) -> {
					data(book, rows);
					CorrectionTables tables = new CorrectionTables(book, this.legend);
					settings.routes().stream().skip(1).forEach((route) -> {
						List<Correction> own = open.stream().filter((one) -> one.route().equals(route)).toList();
						if (!own.isEmpty()) {
							TableWriter.write(book, tables.route(route), own.stream());
						}
					});
					Manifest manifest = new Manifest(book, run, Seals.CORRECTIONS);
					tables.compared(open, manifest, settings.seal());
					List<Correction> sent = corrections.stream().filter((one) -> one.sentOn().isPresent()).toList();
					if (!sent.isEmpty()) {
						TableWriter.write(book, tables.sent(), sent.stream());
					}
				});
		Map<String, Integer> widths = new LinkedHashMap<>();
		COLUMNS.forEach((column) -> widths.put(column.header(), column.width()));
		DbfFile.write(folder.resolve("corrections.dbf"), CHARSET, run.date(), widths, rows);
	}

	/**
	 * How the workbook is written.
	 *
	 * @param password opens it, or empty
	 * @param seal makes of a text a seal that only this installation can make
	 * @param routes the routes in the order of their sheets, the upload first
	 */
	public record Settings(Optional<String> password, UnaryOperator<String> seal, List<String> routes) {

		@Override
		public String toString() {
			return this.routes.toString();
		}

	}

	/**
	 * One row a student: the approved fields, and the rest as the platform has it, so
	 * that the row finds its record and changes nothing else.
	 */
	private static List<Map<String, String>> rows(List<Correction> upload) {
		Map<String, Map<String, String>> rows = new LinkedHashMap<>();
		for (Correction one : upload) {
			Map<String, String> row = rows.computeIfAbsent(one.studentKey(), (key) -> held(one));
			COLUMNS.stream()
				.filter((column) -> column.field().equals(one.field()))
				.forEach((column) -> row.put(column.header(), one.after()));
			if (one.field().equals("id_no") && IdNumber.parse(one.after(), null).form().hasEighteenPlaces()) {
				// Of a resident's number the kind of document is plain.
				row.merge("ZJLX", "居民身份证", (held, plain) -> held.isEmpty() ? plain : held);
			}
		}
		return List.copyOf(rows.values());
	}

	private static Map<String, String> held(Correction one) {
		Map<String, String> row = new LinkedHashMap<>();
		for (PlatformColumn column : COLUMNS) {
			String value = one.platform().getOrDefault(column.field(), switch (column.field()) {
				case "candidate_no" -> one.platform().isEmpty() ? one.whom().candidateNo() : "";
				case "student_no" -> one.platform().isEmpty() ? one.whom().studentNo() : "";
				case "name" -> one.platform().isEmpty() ? one.whom().name() : "";
				default -> "";
			});
			// The canonical word can be longer than the platform's own, and nobody
			// approved it.
			row.put(column.header(), fits(column.field(), value) ? value : "");
		}
		return row;
	}

	private static void data(Book book, List<Map<String, String>> rows) {
		XSSFSheet sheet = book.sheet(book.text("corrections.sheet"));
		book.style().setUp(sheet);
		sheet.createFreezePane(0, 1);
		for (int i = 0; i < COLUMNS.size(); i++) {
			sheet.setColumnWidth(i, (Math.min(COLUMNS.get(i).width(), 30) + 4) * WorkbookStyle.CHARACTER);
		}
		SheetRows lines = book.rows(sheet);
		line(lines, 0, book.style().of(CellLook.HEADER), COLUMNS.stream().map(PlatformColumn::header).toList());
		for (int i = 0; i < rows.size(); i++) {
			line(lines, i + 1, book.style().of(CellLook.DIGITS), rows.get(i).values());
		}
	}

	private static void line(SheetRows lines, int row, XSSFCellStyle style, Collection<String> texts) {
		lines.begin(row);
		int column = 0;
		for (String text : texts) {
			if (text.isEmpty()) {
				lines.empty(column++, style);
			}
			else {
				lines.text(column++, style, text);
			}
		}
		lines.end();
	}

}
