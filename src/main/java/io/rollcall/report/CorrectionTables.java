package io.rollcall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The sheets of approved corrections for people: one for each route beside the upload,
 * and before and after side by side, with room for the date on which they were handed in
 * and for signatures.
 */
final class CorrectionTables {

	/** Before and after side by side. */
	static final String COMPARED = "compared";

	/** The column in which the registrar marks a correction as handed in. */
	static final String SENT = "answer.sent";

	private final Book book;

	private final Legend legend;

	CorrectionTables(Book book, Legend legend) {
		this.book = book;
		this.legend = legend;
	}

	/** What is corrected by another way than the upload. */
	Table<Correction> route(String route) {
		List<Column<Correction>> columns = new ArrayList<>(who());
		columns.addAll(change());
		columns.add(new Column<>("evidence", 26, Column.Kind.TEXT, this::evidence));
		columns.add(new Column<>("reviewer", 10, Column.Kind.TEXT, (row) -> row.ground().approvedBy()));
		columns.add(new Column<>("route", 20, Column.Kind.TEXT, this::route));
		columns.add(new Column<>("answer.remark", 24, Column.Kind.TEXT, (row) -> row.ground().note()));
		return new Table<>("route." + route, 4, columns.size(), columns);
	}

	/** Before and after, to be checked and signed; the manifest knows every row. */
	void compared(List<Correction> open, Manifest manifest, UnaryOperator<String> seal) {
		Table<Correction> table = comparison();
		TableWriter.write(this.book, table, open.stream(),
				(row, shown) -> manifest.add(table.columns(), shown, row.caseId(), row.field()));
		XSSFSheet sheet = this.book.sheetNamed(this.book.text("sheet." + COMPARED));
		int next = Math.max(1, open.size()) + 2;
		for (String line : List.of("corrections.signatures", "corrections.seal")) {
			paragraph(sheet, next++, this.book.text(line), table.columns().size());
		}
		SheetRows rows = this.book.rows(sheet);
		rows.begin(next);
		rows.text(0, this.book.text("fact.seal"));
		rows.text(1, manifest.dayName() + " " + seal.apply(manifest.sealedForDay()));
		rows.end();
	}

	/**
	 * The keys of the columns. No row is shown, so no words are needed.
	 */
	static List<String> layout() {
		return new CorrectionTables(null, null).comparison().columns().stream().map(Column::key).toList();
	}

	private Table<Correction> comparison() {
		List<Column<Correction>> columns = new ArrayList<>(who());
		columns.addAll(change());
		columns.add(new Column<>("route", 16, Column.Kind.TEXT, this::route));
		columns.add(Column.answer(SENT, 12, Column.Kind.ANSWER_DATE));
		columns.add(new Column<>("evidence", 18, Column.Kind.TEXT, this::evidence));
		columns.add(new Column<>("held.by", 9, Column.Kind.TEXT, (row) -> row.ground().answeredBy()));
		columns.add(new Column<>("held.on", 11, Column.Kind.LINE, (row) -> row.ground().answeredOn()));
		columns.add(new Column<>("reviewer", 9, Column.Kind.TEXT, (row) -> row.ground().approvedBy()));
		columns.add(new Column<>("review-date", 11, Column.Kind.LINE, (row) -> row.ground().approvedOn()));
		columns.add(new Column<>("fresh", 6, Column.Kind.TEXT, (row) -> row.fresh() ? this.book.text("fresh") : ""));
		int printed = columns.size();
		columns.add(new Column<>("case-id", 28, Column.Kind.DIGITS, Correction::caseId));
		Table<Correction> table = new Table<>(COMPARED, 4, printed, columns);
		return table.with((filled) -> Answers.day(table, filled, SENT));
	}

	/** What was handed in and the platform does not show yet. */
	Table<Correction> sent() {
		List<Column<Correction>> columns = new ArrayList<>(who());
		columns.addAll(change());
		columns.add(new Column<>("route", 16, Column.Kind.TEXT, this::route));
		columns.add(new Column<>("reviewer", 10, Column.Kind.TEXT, (row) -> row.ground().approvedBy()));
		columns.add(new Column<>("sent-on", 12, Column.Kind.LINE,
				(row) -> row.sentOn().map(LocalDate::toString).orElse("")));
		return new Table<>(CaseTable.SENT, 4, columns.size(), columns);
	}

	private List<Column<Correction>> who() {
		return List.of(new Column<>("college", 14, Column.Kind.TEXT, (row) -> row.whom().college()),
				new Column<>("student-no", 14, Column.Kind.DIGITS, (row) -> row.whom().studentNo()),
				new Column<>("candidate-no", 17, Column.Kind.DIGITS, (row) -> row.whom().candidateNo()),
				new Column<>("name", 11, Column.Kind.TEXT, (row) -> row.whom().name()));
	}

	private List<Column<Correction>> change() {
		return List.of(new Column<>("field", 11, Column.Kind.TEXT, (row) -> this.legend.fieldLabel(row.field())),
				new Column<>("replaced", 20, Column.Kind.TEXT, (row) -> shown(row, row.before())),
				new Column<>("approved", 20, Column.Kind.TEXT, (row) -> shown(row, row.after())));
	}

	private String shown(Correction row, String value) {
		return this.legend.isDate(row.field()) ? CellText.day(value) : value;
	}

	private String route(Correction row) {
		return row.chosen().isEmpty() ? this.book.text("sheet.route." + row.route()) : row.chosen();
	}

	private String evidence(Correction row) {
		return row.ground().evidence().isEmpty() ? this.book.text("corrections.no-evidence") : row.ground().evidence();
	}

	private void paragraph(XSSFSheet sheet, int number, String text, int columns) {
		SheetRows rows = this.book.rows(sheet);
		rows.begin(number);
		rows.text(0, this.book.style().of(Look.PARAGRAPH), text);
		rows.end(28);
		sheet.addMergedRegion(new CellRangeAddress(number, number, 0, columns - 1));
	}

}
