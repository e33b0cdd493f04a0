package io.rollcall.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.College;
import io.rollcall.campaign.Colleges;
import io.rollcall.campaign.Fields;
import io.rollcall.facts.CaseRow;
import io.rollcall.intake.KeyedReferences;
import io.rollcall.report.SampleBooks;
import io.rollcall.source.RefusedException;
import io.rollcall.text.Messages;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An installation that wrote workbooks and gets them back, without a database. */
final class Returned {

	static final String COLLEGE = "计算机学院";

	static final String OTHER = "外国语学院";

	/** The list to answer. */
	static final String LIST = "待处理";

	static final List<CaseRow> CASES = List.of(
			SampleBooks.example("c-name", "FIELD_DIFFERS", COLLEGE, "01", "name", "测试01", "测试乙", "测试01"),
			SampleBooks.example("c-birth", "FIELD_DIFFERS", COLLEGE, "02", "birth_date", "2002-03-15", "2002-03-16",
					"2002-03-15"),
			SampleBooks.example("c-id", "FIELD_DIFFERS", COLLEGE, "03", "id_no", "******0016", "******0024", ""),
			SampleBooks.example("c-sex", "FIELD_DIFFERS", COLLEGE, "04", "sex", "男", "女", "男"),
			SampleBooks.example("c-missing", "MISSING_IN_PLATFORM", COLLEGE, "05", "", "", "", ""));

	static final CaseRow FOREIGN = SampleBooks.example("c-foreign", "FIELD_DIFFERS", OTHER, "09", "name", "测试丙", "测试丁",
			"测试丙");

	static final KnownRun RUN = new KnownRun(SampleBooks.CAMPAIGN, LocalDate.of(2020, 11, 10), SampleBooks.RUN,
			Optional.empty());

	/** The run's own number, or that of the last run of a day. */
	private static final List<Integer> NUMBERS = List.of(0, SampleBooks.RUN);

	private static final Map<String, KnownCase> KNOWN = Stream.concat(CASES.stream(), Stream.of(FOREIGN))
		.map((row) -> new KnownCase(row.caseId(), row.student().college()))
		.collect(Collectors.toMap(KnownCase::caseId, Function.identity()));

	final Path folder;

	Optional<String> password = Optional.empty();

	String language = "zh";

	String campaign = SampleBooks.CAMPAIGN;

	KnownRuns runs = (name, date, number) -> (date.equals(RUN.date()) && NUMBERS.contains(number)) ? Optional.of(RUN)
			: Optional.empty();

	Returned(Path folder) {
		this.folder = folder;
	}

	static UnaryOperator<String> sealedWith(int key) {
		byte[] bytes = new byte[KeyedReferences.KEY_BYTES];
		bytes[0] = (byte) key;
		KeyedReferences references = new KeyedReferences(bytes);
		return (text) -> references.of("workbook", text);
	}

	SampleBooks books() {
		return new SampleBooks(this.folder, sealedWith(1), this.password, this.language);
	}

	Path college() throws IOException {
		Path file = this.folder.resolve("计算机学院.xlsx");
		books().college(file, COLLEGE, CASES);
		return file;
	}

	Path registrar() throws IOException {
		Path file = this.folder.resolve("registrar.xlsx");
		books().registrar(file, Stream.concat(CASES.stream(), Stream.of(FOREIGN)).toList());
		return file;
	}

	ReviewReader reader() {
		Messages messages = Messages.of(this.language);
		LocalDate today = LocalDate.of(2020, 11, 18);
		Colleges colleges = new Colleges(List.of(new College(COLLEGE, Optional.empty(), List.of())));
		return new ReviewReader(new ReviewSettings(this.campaign, today, sealedWith(1), this.password, this.folder),
				messages, this.runs, (run, id) -> Optional.ofNullable(KNOWN.get(id)),
				new CheckedValues(Fields.standard(), colleges, today, messages));
	}

	/** The workbook of two corrections, one of them for the province. */
	Path corrections() throws IOException {
		books().corrections(this.folder, List.of(SampleBooks.correction("c-name", COLLEGE, "name", "测试乙", "测试01"),
				SampleBooks.correction("c-birth", COLLEGE, "birth_date", "20020316", "20020315")));
		return this.folder.resolve("corrections.xlsx");
	}

	ReturnedWorkbook read(Path file) throws RefusedException, IOException {
		return reader().read(file);
	}

	/** Does to a workbook what a person would do in a spreadsheet program. */
	static Path edit(Path file, Consumer<XSSFWorkbook> change) throws IOException {
		Path edited = file.resolveSibling("edited.xlsx");
		try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
			change.accept(workbook);
			try (OutputStream out = Files.newOutputStream(edited)) {
				workbook.write(out);
			}
		}
		return edited;
	}

	/**
	 * The address of a cell that is named by the head of its column and its row, as in
	 * {@code 更正值:2} or {@code 更正前后对照!已上报:2}. Of two columns with one head the later one
	 * is meant, which is filled in. A sheet that is not there yet has the columns of the
	 * list to answer. Other addresses stay.
	 */
	static String address(XSSFWorkbook workbook, String place) {
		int colon = place.lastIndexOf(':');
		if (colon < 0) {
			return place;
		}
		int mark = place.lastIndexOf('!');
		String sheet = (mark < 0) ? LIST : place.substring(0, mark).replace("'", "");
		String head = place.substring(mark + 1, colon);
		int column = -1;
		String like = (workbook.getSheet(sheet) != null) ? sheet : LIST;
		for (Cell cell : workbook.getSheet(like).getRow(0)) {
			column = cell.toString().equals(head) ? cell.getColumnIndex() : column;
		}
		if (column < 0) {
			throw new AssertionError("no column " + head);
		}
		return (sheet.contains(" ") ? "'" + sheet + "'" : sheet) + "!" + CellReference.convertNumToColString(column)
				+ place.substring(colon + 1);
	}

	/**
	 * The address of a cell in a workbook that was written, as {@link #address} has it.
	 */
	static String at(Path file, String place) throws IOException {
		try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
			return address(workbook, place);
		}
	}

	/** A new cell in place of the old one: the library keeps the text of inline cells. */
	static Cell cell(XSSFWorkbook workbook, String place) {
		CellReference reference = new CellReference(address(workbook, place));
		String sheet = (reference.getSheetName() != null) ? reference.getSheetName() : LIST;
		Row row = workbook.getSheet(sheet).getRow(reference.getRow());
		Row there = (row != null) ? row : workbook.getSheet(sheet).createRow(reference.getRow());
		return fresh(there, reference.getCol());
	}

	static Cell fresh(Row row, int column) {
		Cell old = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
		CellStyle style = old.getCellStyle();
		row.removeCell(old);
		Cell fresh = row.createCell(column);
		fresh.setCellStyle(style);
		return fresh;
	}

	static void type(XSSFWorkbook workbook, String... placesAndTexts) {
		for (int i = 0; i < placesAndTexts.length; i += 2) {
			cell(workbook, placesAndTexts[i]).setCellValue(placesAndTexts[i + 1]);
		}
	}

}
