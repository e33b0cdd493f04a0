package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.rollcall.facts.FindingRow;
import io.rollcall.sheet.RowHeight;
import io.rollcall.text.Messages;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the workbooks look like on A4. */
class PaperTest {

	/**
	 * The widest that a half-width character of 10 points becomes, in points: LibreOffice
	 * with DejaVu Sans in place of the missing font.
	 */
	private static final double CHARACTER = 6.37;

	private static final double SMALLEST = 8;

	private static final double INCH = 72;

	private static final double A4_LONG = 841.9;

	private static final double A4_SHORT = 595.3;

	@TempDir
	private Path folder;

	private Path temporary;

	@BeforeEach
	void prepare() throws IOException {
		this.temporary = Files.createDirectory(this.folder.resolve("private"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void nothingIsPrintedBelowEightPoints(String language) throws Exception {
		for (Path book : List.of(registrar(language, 30, findings()), college(language))) {
			try (XSSFWorkbook workbook = new XSSFWorkbook(book.toFile())) {
				int printed = 0;
				for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
					if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
						assertThat(letters(workbook, i)).as(workbook.getSheetName(i)).isGreaterThanOrEqualTo(SMALLEST);
						printed++;
					}
				}
				assertThat(printed).isGreaterThan(12);
			}
		}
	}

	/** How large a sheet's smallest letters become on paper. */
	private static double letters(XSSFWorkbook workbook, int index) {
		XSSFSheet sheet = workbook.getSheetAt(index);
		boolean landscape = sheet.getPrintSetup().getLandscape();
		String area = workbook.getPrintArea(index);
		int last = (area == null) ? sheet.getRow(0).getLastCellNum() - 1
				: CellRangeAddress.valueOf(area.substring(area.indexOf('!') + 1)).getLastColumn();
		int lastRow = (area == null) ? 0 : CellRangeAddress.valueOf(area.substring(area.indexOf('!') + 1)).getLastRow();
		double width = IntStream.rangeClosed(0, last).mapToDouble((i) -> sheet.getColumnWidth(i) / 256.0).sum()
				* CHARACTER;
		double across = (landscape ? A4_LONG : A4_SHORT)
				- INCH * (sheet.getMargin(PageMargin.LEFT) + sheet.getMargin(PageMargin.RIGHT));
		double scale = Math.min(1, across / width);
		if (sheet.getPrintSetup().getFitHeight() == 1) {
			double height = IntStream.rangeClosed(0, lastRow)
				.mapToDouble((i) -> (sheet.getRow(i) == null) ? sheet.getDefaultRowHeightInPoints()
						: sheet.getRow(i).getHeightInPoints())
				.sum();
			double down = (landscape ? A4_SHORT : A4_LONG)
					- INCH * (sheet.getMargin(PageMargin.TOP) + sheet.getMargin(PageMargin.BOTTOM));
			scale = Math.min(scale, down / height);
		}
		return scale * StreamSupport.stream(sheet.spliterator(), false)
			.flatMap((row) -> StreamSupport.stream(row.spliterator(), false))
			.mapToInt((cell) -> ((XSSFCellStyle) cell.getCellStyle()).getFont().getFontHeightInPoints())
			.min()
			.orElseThrow();
	}

	@Test
	void emptySheetsPrintAnEmptyCell() throws Exception {
		try (XSSFWorkbook workbook = new XSSFWorkbook(registrar("zh", 1, List.of()).toFile())) {
			int sheet = workbook.getSheetIndex("待处理");
			assertThat(workbook.getPrintArea(sheet)).endsWith("!$A$4:$A$4");
			assertThat((Object) workbook.getSheetAt(sheet).getRow(3)).isNull();
			assertThat((Object) workbook.getSheetAt(sheet).getRepeatingRows()).isNull();
		}
	}

	@Test
	void theDeansPageIsOnePageWithTwoChartsAndNoStudent() throws Exception {
		Path book = registrar("zh", 30, findings());
		try (XSSFWorkbook workbook = new XSSFWorkbook(book.toFile())) {
			assertThat(workbook.getSheetName(1)).isEqualTo("一页报告");
			XSSFSheet page = workbook.getSheetAt(1);
			assertThat(page.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
			assertThat(page.getPrintSetup().getLandscape()).isFalse();
			assertThat(page.getDrawingPatriarch().getCharts()).hasSize(2);
		}
		List<String> texts = ReadBack.sheets(book).get("一页报告").stream().flatMap(List::stream).toList();
		assertThat(texts).contains("其余 19 个学院", "合计", "学生自查截止于 2020-11-20，还有 10 天。")
			.anyMatch((text) -> text.contains("查不到学籍：核实后由学校补报"))
			.noneMatch((text) -> text.contains("测试甲") || text.contains("2020010001"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "四个字啊|10|1", "一二三四五六七八九十|12|2", "一二三四五六七八九十一二三四五六七八九十|22|2",
			"one two three four|30|1", "a student with the same number|12|3", "2020010001|14|1" })
	void rowsAreAsHighAsTheirTexts(String text, int width, int lines) {
		assertThat(RowHeight.linesOf(text, width)).isEqualTo(lines);
	}

	private static List<FindingRow> findings() {
		return List.of(FindingBuilder.aFinding().college("学院1").build(),
				FindingBuilder.aFinding().code("MISSING_IN_PLATFORM").college("学院2").build(),
				FindingBuilder.aFinding().code("ID_SHARED").college("学院3").group("g", 0).build(),
				FindingBuilder.aFinding().code("CLAIM_SUPPORTED").college("学院3").build(),
				FindingBuilder.aFinding().code("ACCOUNT_PROBLEM").college("学院3").values("ACC-21", "", "").build(),
				FindingBuilder.aFinding().code("NOT_SELF_CHECKED").severity("W").college("学院3").build(),
				FindingBuilder.aFinding().code("REVIEW_APPLIED").severity("I").college("学院3").build(),
				FindingBuilder.aFinding().severity("I").college("学院3").build());
	}

	private Path registrar(String language, int colleges, List<FindingRow> findings) throws IOException {
		Path file = this.folder.resolve("registrar.xlsx");
		String[] names = IntStream.rangeClosed(1, colleges).mapToObj((i) -> "学院" + i).toArray(String[]::new);
		SampleRows rows = SampleRows.of(findings);
		books(language).registrar(file, Samples.run(), Samples.school(rows, names), rows);
		return file;
	}

	private Path college(String language) throws IOException {
		Path file = this.folder.resolve("college.xlsx");
		List<FindingRow> own = new ArrayList<>(findings());
		own.removeIf((row) -> !row.college().equals("学院3"));
		SampleRows rows = SampleRows.of(own);
		books(language).college(file, Samples.run(), Samples.college("学院3", rows), rows);
		return file;
	}

	private Workbooks books(String language) {
		return new Workbooks(Messages.of(language), Samples.LEGEND, this.temporary, (text) -> "seal", Optional.empty());
	}

}
