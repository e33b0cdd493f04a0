package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.rollcall.facts.CaseRow;
import io.rollcall.sheet.RowHeight;
import io.rollcall.sheet.WorkbookStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The list to answer as somebody works on it at a screen. */
class CaseScreenTest {

	/** A screen of 1920 × 1080 points of which Excel and the desktop take these. */
	private static final int SCREEN_WIDTH = 1920 - 60;

	private static final int SCREEN_HEIGHT = 1080 - 300;

	@TempDir
	private Path folder;

	@Test
	void theListCanBeSortedAndTheOthersKeepTheirProtection() throws Exception {
		write(false, CaseBuilder.aCase().build());
		try (XSSFWorkbook workbook = new XSSFWorkbook(file().toFile())) {
			XSSFSheet list = workbook.getSheet("待处理");
			assertThat(list.getProtect()).isFalse();
			assertThat(list.getCTWorksheet().getAutoFilter().getRef())
				.isEqualTo("A1:" + CellReference.convertNumToColString(heads(list).size() - 1) + "2");
			assertThat(list.getPaneInformation().getVerticalSplitPosition())
				.isEqualTo((short) (heads(list).indexOf("姓名") + 1));
			for (String name : List.of("摘要", "问题说明", "已报送待生效", "证件号重复", "案件进展")) {
				assertThat(workbook.getSheet(name).getProtect()).as(name).isTrue();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void everyAnswerColumnHelpsToFillItIn(boolean byRegistrar) throws Exception {
		write(byRegistrar, CaseBuilder.aCase().build(), CaseBuilder.aCase().named("c-2").build());
		List<String> helped = byRegistrar ? List.of("复核意见", "更正值", "复核办理途径", "复核日期")
				: List.of("学院审核结论", "更正值", "佐证材料", "审核日期");
		try (XSSFWorkbook workbook = new XSSFWorkbook(file().toFile())) {
			XSSFSheet list = workbook.getSheet("待处理");
			List<CellRangeAddress> ranges = list.getDataValidations()
				.stream()
				.map(DataValidation::getRegions)
				.map((regions) -> regions.getCellRangeAddress(0))
				.toList();
			assertThat(ranges).allSatisfy((range) -> {
				assertThat(range.getFirstRow()).isEqualTo(1);
				assertThat(range.getLastRow()).isEqualTo(2);
			});
			assertThat(ranges).extracting((range) -> heads(list).get(range.getFirstColumn()))
				.containsExactlyInAnyOrderElementsOf(helped);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aScreenShowsTwentyFiveCasesAndTheColumnsToFillIn(boolean byRegistrar) throws Exception {
		write(byRegistrar, IntStream.range(0, 40).mapToObj(CaseScreenTest::ordinary).toArray(CaseRow[]::new));
		try (XSSFWorkbook workbook = new XSSFWorkbook(file().toFile())) {
			XSSFSheet list = workbook.getSheet("待处理");
			double width = IntStream.rangeClosed(0, heads(list).indexOf("备注"))
				.mapToDouble((i) -> list.getColumnWidth(i) / 256d * 7)
				.sum();
			assertThat(width).isLessThanOrEqualTo(SCREEN_WIDTH);
			double height = IntStream.rangeClosed(0, 25)
				.mapToDouble((i) -> list.getRow(i).getHeightInPoints() / 72 * 96)
				.sum();
			assertThat(height).isLessThanOrEqualTo(SCREEN_HEIGHT);
		}
	}

	/** Of four cases one has kinds and answers that take a second line. */
	private static CaseRow ordinary(int number) {
		CaseBuilder row = CaseBuilder.aCase().named("c" + number).because("", "ROUTE-PLATFORM", "platform");
		return switch (number % 4) {
			case 0 -> row.values("id_no", "**************0016", "**************0024")
				.found("FIELD_DIFFERS", "E", "", "")
				.found("ID_CHECKSUM", "E", "", "")
				.answered("CONFIRMED", "**************0016", "居民身份证、户口簿")
				.state("college-confirmed")
				.build();
			case 1 -> row.values("birth_date", "2002-03-15", "2002-03-16").proposed("2002-03-15").build();
			case 2 -> row.values("sex", "男", "女").proposed("男").claimed("男").build();
			default -> row.proposed("测试甲").build();
		};
	}

	@Test
	void noTextMakesARowOfMoreThanTwoLines() throws Exception {
		CaseRow row = CaseBuilder.aCase()
			.values("name", "很长的名字".repeat(20), "很长的名字".repeat(20))
			.claimed("很长的名字".repeat(20))
			.found("FIELD_DIFFERS", "E", "很长的说明".repeat(50), "")
			.found("ID_CHECKSUM", "E", "", "")
			.found("FIELD_MISSING", "W", "", "")
			.build();
		write(false, row);
		try (XSSFWorkbook workbook = new XSSFWorkbook(file().toFile())) {
			assertThat(workbook.getSheet("待处理").getRow(1).getHeightInPoints())
				.isEqualTo(new RowHeight(WorkbookStyle.SMALL).height(2));
			assertThat(workbook.getSheet("问题说明").getRow(1).getHeightInPoints()).isGreaterThan(RowHeight.of(2));
		}
	}

	private Path file() {
		return this.folder.resolve("book.xlsx");
	}

	private void write(boolean byRegistrar, CaseRow... cases) throws IOException {
		SampleBooks books = new SampleBooks(this.folder, (text) -> "seal", Optional.empty(), "zh");
		if (byRegistrar) {
			books.registrar(file(), List.of(cases));
		}
		else {
			books.college(file(), "计算机学院", List.of(cases));
		}
	}

	private static List<String> heads(XSSFSheet list) {
		return IntStream.range(0, list.getRow(0).getLastCellNum())
			.mapToObj((i) -> list.getRow(0).getCell(i).toString())
			.toList();
	}

}
