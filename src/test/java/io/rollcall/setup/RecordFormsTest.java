package io.rollcall.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.SourceRole;
import io.rollcall.check.FileCheck;
import io.rollcall.check.FileReport;
import io.rollcall.intake.Column;
import io.rollcall.intake.IntakeSettings;
import io.rollcall.text.Messages;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Empty lists are understood as they are, and their example is no student. */
class RecordFormsTest {

	@TempDir
	private Path folder;

	static Stream<Arguments> forms() {
		return RecordForms.roles()
			.stream()
			.flatMap((role) -> Stream.of("zh", "en").map((language) -> Arguments.of(role, language)));
	}

	private FileReport check(Path file, String role) {
		IntakeSettings settings = new IntakeSettings(Cases.campaign(""), LocalDate.of(2020, 11, 12), false,
				Messages.of("zh"));
		return new FileCheck(settings, SourceRole.of(role).orElseThrow(), 5, () -> {
		}).check(file, List.of());
	}

	@ParameterizedTest
	@MethodSource("forms")
	void everyColumnIsUnderstoodAndTheExampleIsNotRead(String role, String language) throws Exception {
		Path file = this.folder.resolve("form.xlsx");
		new RecordForms(Messages.of(language)).write(role, file);
		FileReport report = check(file, role);
		assertThat(report.tables()).singleElement()
			.satisfies((table) -> assertThat(table.columns()).hasSizeGreaterThan(8)
				.allMatch((column) -> column.use() == Column.Use.MAPPED));
		assertThat(report.outcome().refusal()).isEmpty();
		assertThat(report.outcome().rowsRead()).isZero();
	}

	@ParameterizedTest
	@MethodSource("forms")
	void aTypedRowIsReadAndItsNumbersAreText(String role, String language) throws Exception {
		Path file = this.folder.resolve("form.xlsx");
		Path filled = this.folder.resolve("filled.xlsx");
		new RecordForms(Messages.of(language)).write(role, file);
		try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
			Sheet sheet = workbook.getSheetAt(0);
			Row example = sheet.getRow(1);
			Row row = sheet.createRow(2);
			for (int i = 0; i < example.getLastCellNum() - 1; i++) {
				assertThat(sheet.getColumnStyle(i).getDataFormatString()).isEqualTo("@");
				String header = sheet.getRow(0).getCell(i).getStringCellValue();
				// The form knows no school.
				if (!header.startsWith("院校") && !header.startsWith("institution")) {
					row.createCell(i).setCellValue(example.getCell(i).getStringCellValue());
				}
			}
			assertThat(sheet.getDataValidations()).isNotEmpty();
			try (var out = Files.newOutputStream(filled)) {
				workbook.write(out);
			}
		}
		FileReport report = check(filled, role);
		assertThat(report.outcome().refusal()).isEmpty();
		assertThat(report.outcome().rowsRead()).isOne();
		assertThat(report.outcome().rowsLoaded()).isOne();
		assertThat(report.counts()).isEmpty();
	}

}
