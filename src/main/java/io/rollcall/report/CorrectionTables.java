package io.rollcall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.rollcall.export.CellText;
import io.rollcall.facts.Correction;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.CellLook;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetRows;
import io.rollcall.sheet.SheetTable;
import io.rollcall.sheet.TableWriter;
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
	SheetTable<Correction> route(String route) {
		List<SheetColumn<Correction>> columns = new ArrayList<>(who());
		columns.addAll(change());
		columns.add(new SheetColumn<>("evidence", 26, SheetColumn.Kind.TEXT, this::evidence));
		columns.add(new SheetColumn<>("reviewer", 10, SheetColumn.Kind.TEXT, (row) -> row.ground().approvedBy()));
		columns.add(new SheetColumn<>("route", 20, SheetColumn.Kind.TEXT, this::route));
		columns.add(new SheetColumn<>("answer.remark", 24, SheetColumn.Kind.TEXT, (row) -> row.ground().note()));
		return new SheetTable<>("route." + route, 4, columns.size(), columns);
	}

	/** Before and after, to be checked and signed; the manifest knows every row. */
	void compared(List<Correction> open, Manifest manifest, UnaryOperator<String> seal) {
		SheetTable<Correction> table = comparison();
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
		return new CorrectionTables(null, null).comparison().columns().stream().map(SheetColumn::key).toList();
	}

	private SheetTable<Correction> comparison() {
		List<SheetColumn<Correction>> columns = new ArrayList<>(who());
		columns.addAll(change());
		columns.add(new SheetColumn<>("route", 16, SheetColumn.Kind.TEXT, this::route));
		columns.add(SheetColumn.answer(SENT, 12, SheetColumn.Kind.ANSWER_DATE));
		columns.add(new SheetColumn<>("evidence", 18, SheetColumn.Kind.TEXT, this::evidence));
		columns.add(new SheetColumn<>("held.by", 9, SheetColumn.Kind.TEXT, (row) -> row.ground().answeredBy()));
		columns.add(new SheetColumn<>("held.on", 11, SheetColumn.Kind.LINE, (row) -> row.ground().answeredOn()));
		columns.add(new SheetColumn<>("reviewer", 9, SheetColumn.Kind.TEXT, (row) -> row.ground().approvedBy()));
		columns.add(new SheetColumn<>("review-date", 11, SheetColumn.Kind.LINE, (row) -> row.ground().approvedOn()));
		columns.add(new SheetColumn<>("fresh", 6, SheetColumn.Kind.TEXT,
				(row) -> row.fresh() ? this.book.text("fresh") : ""));
		int printed = columns.size();
		columns.add(new SheetColumn<>("case-id", 28, SheetColumn.Kind.DIGITS, Correction::caseId));
		SheetTable<Correction> table = new SheetTable<>(COMPARED, 4, printed, columns);
		return table.with((filled) -> AnswerHelp.day(table, filled, SENT));
	}

	/** What was handed in and the platform does not show yet. */
	SheetTable<Correction> sent() {
		List<SheetColumn<Correction>> columns = new ArrayList<>(who());
		columns.addAll(change());
		columns.add(new SheetColumn<>("route", 16, SheetColumn.Kind.TEXT, this::route));
		columns.add(new SheetColumn<>("reviewer", 10, SheetColumn.Kind.TEXT, (row) -> row.ground().approvedBy()));
		columns.add(new SheetColumn<>("sent-on", 12, SheetColumn.Kind.LINE,
				(row) -> row.sentOn().map(LocalDate::toString).orElse("")));
		return new SheetTable<>(CaseTable.SENT, 4, columns.size(), columns);
	}

	private List<SheetColumn<Correction>> who() {
		return List.of(new SheetColumn<>("college", 14, SheetColumn.Kind.TEXT, (row) -> row.whom().college()),
				new SheetColumn<>("student-no", 14, SheetColumn.Kind.DIGITS, (row) -> row.whom().studentNo()),
				new SheetColumn<>("candidate-no", 17, SheetColumn.Kind.DIGITS, (row) -> row.whom().candidateNo()),
				new SheetColumn<>("name", 11, SheetColumn.Kind.TEXT, (row) -> row.whom().name()));
	}

	private List<SheetColumn<Correction>> change() {
		return List.of(
				new SheetColumn<>("field", 11, SheetColumn.Kind.TEXT, (row) -> this.legend.fieldLabel(row.field())),
				new SheetColumn<>("replaced", 20, SheetColumn.Kind.TEXT, (row) -> shown(row, row.before())),
				new SheetColumn<>("approved", 20, SheetColumn.Kind.TEXT, (row) -> shown(row, row.after())));
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
		rows.text(0, this.book.style().of(CellLook.PARAGRAPH), text);
		rows.end(28);
		sheet.addMergedRegion(new CellRangeAddress(number, number, 0, columns - 1));
	}

}
