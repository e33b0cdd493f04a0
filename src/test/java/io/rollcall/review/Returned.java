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
import io.rollcall.intake.References;
import io.rollcall.report.FindingRow;
import io.rollcall.report.SampleBooks;
import io.rollcall.report.Seals;
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

	static final List<FindingRow> FINDINGS = List.of(
			SampleBooks.finding("f-name", "FIELD_DIFFERS", COLLEGE, "01", "name", "测试01", "测试乙", "测试01"),
			SampleBooks.finding("f-birth", "FIELD_DIFFERS", COLLEGE, "02", "birth_date", "2002-03-15", "2002-03-16",
					"2002-03-15"),
			SampleBooks.finding("f-id", "FIELD_DIFFERS", COLLEGE, "03", "id_no", "******0016", "******0024", ""),
			SampleBooks.finding("f-sex", "FIELD_DIFFERS", COLLEGE, "04", "sex", "男", "女", "男"),
			SampleBooks.finding("f-missing", "MISSING_IN_PLATFORM", COLLEGE, "05", "", "", "", ""));

	static final FindingRow FOREIGN = SampleBooks.finding("f-foreign", "FIELD_DIFFERS", OTHER, "09", "name", "测试丙",
			"测试丁", "测试丙");

	static final KnownRun RUN = new KnownRun(SampleBooks.CAMPAIGN, LocalDate.of(2020, 11, 10), SampleBooks.RUN,
			Optional.empty());

	private static final Map<String, FindingRow> KNOWN = java.util.stream.Stream
		.concat(FINDINGS.stream(), Stream.of(FOREIGN))
		.collect(Collectors.toMap(FindingRow::findingId, Function.identity()));

	final Path folder;

	Optional<String> password = Optional.empty();

	String language = "zh";

	String campaign = SampleBooks.CAMPAIGN;

	KnownRuns runs = (name, date, number) -> (date.equals(RUN.date()) && number == RUN.number()) ? Optional.of(RUN)
			: Optional.empty();

	Returned(Path folder) {
		this.folder = folder;
	}

	static UnaryOperator<String> sealedWith(int key) {
		byte[] bytes = new byte[References.KEY_BYTES];
		bytes[0] = (byte) key;
		References references = new References(bytes);
		return (text) -> references.of("workbook", text);
	}

	SampleBooks books() {
		return new SampleBooks(this.folder, sealedWith(1), this.password, this.language);
	}

	Path college() throws IOException {
		Path file = this.folder.resolve("计算机学院.xlsx");
		books().college(file, COLLEGE, FINDINGS);
		return file;
	}

	Path registrar() throws IOException {
		Path file = this.folder.resolve("registrar.xlsx");
		books().registrar(file, Stream.concat(FINDINGS.stream(), Stream.of(FOREIGN)).toList());
		return file;
	}

	ReviewReader reader() {
		Messages messages = Messages.of(this.language);
		LocalDate today = LocalDate.of(2020, 11, 18);
		Colleges colleges = new Colleges(List.of(new College(COLLEGE, Optional.empty(), List.of())));
		return new ReviewReader(new ReviewSettings(this.campaign, today, sealedWith(1), this.password, this.folder),
				messages, this.runs,
				(run, id) -> Optional.ofNullable(KNOWN.get(id))
					.map((row) -> new KnownFinding(id, row.field(), row.college(), Seals.digest(row))),
				new CheckedValues(Fields.standard(), colleges, today, messages));
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

	/** A new cell in place of the old one: the library keeps the text of inline cells. */
	static Cell cell(XSSFWorkbook workbook, String address) {
		CellReference reference = new CellReference(address);
		String sheet = (reference.getSheetName() != null) ? reference.getSheetName() : "待处理";
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

	static void type(XSSFWorkbook workbook, String... addressesAndTexts) {
		for (int i = 0; i < addressesAndTexts.length; i += 2) {
			cell(workbook, addressesAndTexts[i]).setCellValue(addressesAndTexts[i + 1]);
		}
	}

}
