package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.sheet.Book;
import io.rollcall.sheet.CellLook;
import io.rollcall.sheet.PickLists;
import io.rollcall.sheet.PrintedPage;
import io.rollcall.sheet.SheetRows;
import io.rollcall.sheet.WorkbookStyle;
import io.rollcall.text.Messages;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Writes empty forms for what people send in: a sheet to fill in, with choices and an
 * example, and a sheet that explains each column. Every column is text, so that no
 * spreadsheet makes a number of a student number.
 */
public final class Forms {

	/** The rows that have choices. */
	static final int ROWS = 2_000;

	/**
	 * The day that the properties of a form bear: forms are equal whenever they are made.
	 */
	private static final LocalDate MADE = LocalDate.of(2020, 1, 1);

	/** The forms and their columns. */
	private static final Map<String, List<Field>> FORMS = Map.of("discrepancies", List.of(new Field("college", 16, ""),
			new Field("student-no", 16, ""), new Field("candidate-no", 18, ""), new Field("name", 14, ""),
			new Field("wrong-field", 14, "field"), new Field("platform-value", 22, ""),
			new Field("right-value", 22, ""), new Field("difference-reason", 26, "reason"),
			new Field("answer.evidence", 24, "evidence"), new Field("opinion", 16, "opinion"),
			new Field("answer.by", 12, ""), new Field("answer.date", 14, "date"), new Field("answer.remark", 30, "")),
			"accounts",
			List.of(new Field("college", 16, ""), new Field("student-no", 16, ""), new Field("name", 14, ""),
					new Field("problem", 40, "account"), new Field("prompt", 40, ""),
					new Field("happened-on", 14, "date"), new Field("uploaded-on", 14, "date"),
					new Field("audit-state", 14, "audit"), new Field("uploads-total", 14, "count"),
					new Field("uploads-today", 14, "count"), new Field("helps-today", 14, "count"),
					new Field("photos", 12, "count"), new Field("photo-type", 12, "photo"),
					new Field("photo-size", 14, ""), new Field("answer.remark", 30, "")));

	private final Messages messages;

	/**
	 * A writer of forms.
	 * @param messages the texts, in the readers' language
	 */
	public Forms(Messages messages) {
		this.messages = messages;
	}

	/** A column: the key of its text, its width, and what may stand in it. */
	private record Field(String key, int width, String choice) {
	}

	/**
	 * The forms there are.
	 * @return the roles, sorted
	 */
	public static List<String> roles() {
		return FORMS.keySet().stream().sorted().toList();
	}

	/**
	 * A form.
	 *
	 * @param title its title, and the name of the sheet that is filled in
	 * @param intro what it is for and where it goes
	 * @param columns its columns
	 * @param rows how many rows have choices
	 */
	public record Form(String title, String intro, List<FormColumn> columns, int rows) {

		public Form {
			columns = List.copyOf(columns);
		}

	}

	/**
	 * A column of a form.
	 *
	 * @param header its header
	 * @param width in characters
	 * @param help what is written into it
	 * @param example what the example has
	 * @param choices the name of the list from which is chosen, empty for free text
	 * @param list what is chosen from
	 */
	public record FormColumn(String header, int width, String help, String example, String choices, List<String> list) {

		public FormColumn {
			list = List.copyOf(list);
		}

	}

	/**
	 * Writes a form.
	 * @param role one of {@link #roles}
	 * @param target the file, replaced if it exists
	 * @throws IOException when the file cannot be written
	 */
	public void write(String role, Path target) throws IOException {
		List<FormColumn> columns = FORMS.get(role).stream().map((field) -> {
			// Dates and counts are typed in many ways and read in all of them: nothing
			// forbids.
			boolean free = field.choice().isEmpty() || field.choice().equals("date") || field.choice().equals("count");
			return new FormColumn(text("column." + field.key()), field.width(),
					text("form." + role + ".help." + field.key()), text("form." + role + ".example." + field.key()),
					free ? "" : field.choice(), free ? List.of() : PickLists.choices(this.messages, field.choice()));
		}).toList();
		write(new Form(text("form." + role), text("form." + role + ".intro"), columns, ROWS), target);
	}

	private String text(String key) {
		return this.messages.get("report." + key);
	}

	/**
	 * Writes a form.
	 * @param form the form
	 * @param target the file, replaced if it exists
	 * @throws IOException when the file cannot be written
	 */
	public void write(Form form, Path target) throws IOException {
		Path temporary = Files.createTempDirectory("rollcall-form");
		try {
			Book.write(target, temporary, this.messages, form.title(), MADE, Optional.empty(),
					(book) -> fill(book, form));
		}
		finally {
			Files.delete(temporary);
		}
	}

	private static void fill(Book book, Form form) {
		List<FormColumn> columns = form.columns();
		XSSFSheet sheet = book.sheet(form.title());
		book.style().setUp(sheet);
		sheet.createFreezePane(0, 1);
		for (int i = 0; i < columns.size(); i++) {
			sheet.setColumnWidth(i, columns.get(i).width() * WorkbookStyle.CHARACTER);
			sheet.setDefaultColumnStyle(i, book.style().of(CellLook.DIGITS));
			validate(book, sheet, i, form);
		}
		SheetRows rows = book.rows(sheet);
		rows.begin(0);
		for (int i = 0; i < columns.size(); i++) {
			rows.text(i, book.style().of(CellLook.HEADER), columns.get(i).header());
		}
		rows.end(28);
		rows.begin(1);
		for (int i = 0; i < columns.size(); i++) {
			rows.text(i, book.style().of(CellLook.DIGITS), columns.get(i).example());
		}
		rows.end();
		explain(book, form);
	}

	private static void explain(Book book, Form form) {
		PrintedPage page = new PrintedPage(book, book.text("form.help"));
		page.line(CellLook.TITLE, form.title(), 30);
		page.paragraph(form.intro());
		page.gap();
		form.columns().forEach((column) -> page.fact(column.header(), column.help()));
		page.end();
	}

	private static void validate(Book book, XSSFSheet sheet, int column, Form form) {
		FormColumn described = form.columns().get(column);
		if (described.choices().isEmpty()) {
			return;
		}
		DataValidationHelper helper = sheet.getDataValidationHelper();
		DataValidationConstraint list = helper
			.createFormulaListConstraint(book.lists().range(described.choices(), described.list()));
		DataValidation validation = helper.createValidation(list,
				new CellRangeAddressList(1, form.rows(), column, column));
		validation.setSuppressDropDownArrow(true);
		validation.setShowErrorBox(false);
		sheet.addValidationData(validation);
	}

}
