package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.rollcall.text.Messages;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormsTest {

	@TempDir
	private Path folder;

	@Test
	void theColumnsAreThoseThatAreRead() throws IOException {
		assertThat(form("discrepancies", "zh").get("信息有误汇总表").get(0)).containsExactly("学院", "学号", "考生号", "姓名", "有误字段",
				"学信网信息", "正确信息", "差异原因", "佐证材料", "学院审核意见", "审核人", "审核日期", "备注");
		assertThat(form("accounts", "zh").get("账号问题登记表").get(0)).containsExactly("学院", "学号", "姓名", "问题类型", "提示信息",
				"发生日期", "上传日期", "审核状态", "累计上传次数", "今日上传次数", "今日求助次数", "照片张数", "照片类型", "照片大小", "备注");
	}

	@ParameterizedTest
	@CsvSource({ "discrepancies,zh", "discrepancies,en", "accounts,zh", "accounts,en" })
	void anExampleShowsHowAndEveryColumnIsExplained(String role, String language) throws IOException {
		Map<String, List<List<String>>> sheets = form(role, language);
		List<List<String>> form = sheets.values().iterator().next();
		assertThat(form).hasSize(2);
		assertThat(form.get(1)).doesNotContain("").hasSameSizeAs(form.get(0));
		assertThat(sheets).hasSize(2);
		assertThat(sheets.values().stream().skip(1).findFirst().orElseThrow())
			.extracting((row) -> row.isEmpty() ? "" : row.get(0))
			.containsAll(form.get(0));
	}

	@ParameterizedTest
	@CsvSource({ "discrepancies,E2:E2001 H2:H2001 I2:I2001 J2:J2001", "accounts,D2:D2001 H2:H2001 M2:M2001" })
	void choicesCoverTheRowsAndEveryColumnIsText(String role, String ranges) throws Exception {
		form(role, "zh");
		try (XSSFWorkbook workbook = new XSSFWorkbook(this.folder.resolve(role + ".xlsx").toFile())) {
			Sheet sheet = workbook.getSheetAt(0);
			assertThat(sheet.getDataValidations()).extracting(FormsTest::range)
				.containsExactlyInAnyOrder(ranges.split(" "));
			for (int i = 0; i < sheet.getRow(0).getLastCellNum(); i++) {
				assertThat(sheet.getColumnStyle(i).getDataFormatString()).isEqualTo("@");
			}
			assertThat(sheet.getProtect()).isFalse();
		}
	}

	private static String range(DataValidation validation) {
		return validation.getRegions().getCellRangeAddresses()[0].formatAsString();
	}

	private Map<String, List<List<String>>> form(String role, String language) throws IOException {
		Path file = this.folder.resolve(role + ".xlsx");
		new Forms(Messages.of(language)).write(role, file);
		return ReadBack.sheets(file);
	}

}
