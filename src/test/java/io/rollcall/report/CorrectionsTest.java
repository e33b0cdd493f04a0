package io.rollcall.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.facts.Correction;
import io.rollcall.sheet.Seals;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.rollcall.report.CorrectionBuilder.aCorrection;
import static org.assertj.core.api.Assertions.assertThat;

/** What is handed over to the platform, as a workbook and as a DBF file. */
class CorrectionsTest {

	private static final List<String> HEADERS = List.of("KSH", "XH", "XM", "XB", "CSRQ", "ZJLX", "ZJHM", "ZZMM", "MZ",
			"ZYDM", "ZYMC", "XXXS", "CC", "XZ", "RXRQ", "FY", "XSH", "BH", "YJBYRQ");

	@TempDir
	private Path folder;

	@Test
	void theUploadHasOneRowAStudentWithTheRestAsThePlatformHasIt() throws IOException {
		Map<String, String> otherRecord = Map.of("candidate_no", "20610000000099", "name", "李四", "major_name", "会计学");
		write(aCorrection().named("c-1").of("ethnic_group", "满族", "汉族").build(),
				aCorrection().named("c-2").of("name", "张䶮", "张䶮·测试").build(),
				aCorrection().named("c-3")
					.student("202001002", "20610000000002", "李四")
					.of("id_no", "", "110105200001010016")
					.held(otherRecord)
					.build());
		List<List<String>> upload = sheets().get("学籍信息修改");
		assertThat(sheets().keySet()).first().isEqualTo("学籍信息修改");
		assertThat(upload).hasSize(3);
		assertThat(upload.get(0)).containsExactlyElementsOf(HEADERS);
		assertThat(upload.get(1)).startsWith("20610000000001", "202001001", "张䶮·测试", "男", "", "", "", "", "汉族");
		assertThat(upload.get(2)).startsWith("20610000000099", "", "李四", "", "", "居民身份证", "110105200001010016");
		assertThat(ReadBack.cell(upload, 2, "ZYMC")).isEqualTo("会计学");
		assertThat(dbf()).hasSize(2);
		assertThat(dbf().get(0).keySet()).containsExactlyElementsOf(HEADERS);
		assertThat(dbf().get(0)).containsEntry("XM", "张䶮·测试").containsEntry("MZ", "汉族").containsEntry("CSRQ", "");
		assertThat(dbf().get(1)).containsEntry("KSH", "20610000000099").containsEntry("ZJHM", "110105200001010016");
	}

	@Test
	void aRecordThatThePlatformNeverShowedIsNamedAsReportsNameIt() throws IOException {
		write(aCorrection().held(Map.of()).build());
		assertThat(dbf().get(0)).containsEntry("KSH", "20610000000001")
			.containsEntry("XH", "202001001")
			.containsEntry("XM", "张䶮")
			.containsEntry("MZ", "汉族");
	}

	@Test
	void whatThePlatformHasAndItsFileCannotHoldIsLeftOut() throws IOException {
		write(aCorrection().held(Map.of("candidate_no", "20610000000001", "political_status", "中国共产党预备党员")).build());
		assertThat(dbf().get(0)).containsEntry("ZZMM", "").containsEntry("MZ", "汉族");
		assertThat(ReadBack.cell(sheets().get("学籍信息修改"), 1, "ZZMM")).isEmpty();
	}

	@Test
	void everyOtherRouteHasItsOwnSheetAndStaysOutOfTheUpload() throws IOException {
		write(aCorrection().named("c-1").by("hand").of("photo_present", "", "1").chosen("当面办理").build(),
				aCorrection().named("c-2")
					.by("province")
					.of("id_no", "110105200001010024", "110105200001010016")
					.build(),
				aCorrection().named("c-3").by("school").of("name", "张䶮", "张䶮").evidence("").build());
		assertThat(sheets().keySet()).containsExactly("学籍信息修改", "报省级主管部门", "学校更正教务系统", "手工办理", "更正前后对照");
		assertThat(sheets().get("学籍信息修改")).hasSize(1);
		assertThat(dbf()).isEmpty();
		List<List<String>> province = sheets().get("报省级主管部门");
		assertThat(province).hasSize(2);
		assertThat(province.get(1)).contains("理学院", "202001001", "证件号码", "110105200001010024", "110105200001010016",
				"居民身份证", "赵老师", "报省级主管部门", "已电话核实");
		assertThat(sheets().get("手工办理").get(1)).contains("当面办理");
		assertThat(sheets().get("学校更正教务系统").get(1)).contains("未登记佐证材料");
	}

	@Test
	void beforeAndAfterStandSideBySideOnceACaseToBeMarkedAndSigned() throws Exception {
		write(aCorrection().named("c-1").of("birth_date", "20020316", "20020315").fresh().build(),
				aCorrection().named("c-2").by("province").build());
		List<List<String>> compared = sheets().get("更正前后对照");
		assertThat(compared.get(0)).containsExactly("学院", "学号", "考生号", "姓名", "项目", "更正前（学信网）", "更正后", "办理途径", "已上报",
				"佐证材料", "审核人", "日期", "复核人", "复核日期", "新增", "编号");
		assertThat(compared.get(1)).containsExactly("理学院", "202001001", "20610000000001", "张䶮", "出生日期", "2002-03-16",
				"2002-03-15", "学信平台修改", "", "居民身份证", "王老师", "2020-11-08", "赵老师", "2020-11-09", "新", "c-1");
		assertThat(compared.get(2)).contains("报省级主管部门", "c-2").doesNotContain("新");
		assertThat(compared.stream().skip(3).flatMap(List::stream)).anyMatch((text) -> text.startsWith("经办人："))
			.anyMatch((text) -> text.startsWith("（盖章）"));
		try (XSSFWorkbook workbook = new XSSFWorkbook(this.folder.resolve("corrections.xlsx").toFile())) {
			XSSFSheet sheet = workbook.getSheet("更正前后对照");
			int sent = compared.get(0).indexOf("已上报");
			assertThat(sheet.getRow(1).getCell(sent).getCellStyle().getLocked()).isFalse();
			assertThat(sheet.getRow(1).getCell(sent - 1).getCellStyle().getLocked()).isTrue();
			assertThat(sheet.getDataValidations()).singleElement()
				.extracting((validation) -> validation.getRegions().getCellRangeAddress(0).getFirstColumn())
				.isEqualTo(sent);
			XSSFSheet manifest = workbook.getSheet(Seals.SHEET);
			assertThat(manifest.getRow(3).getCell(1)).hasToString(Seals.CORRECTIONS);
			assertThat(List.of(5, 6)).extracting((row) -> manifest.getRow(row).getCell(0).toString())
				.containsExactly("c-1", "c-2");
			assertThat(manifest.getLastRowNum()).isEqualTo(6);
		}
	}

	@Test
	void whatWasHandedInIsToBeHandedInNoMore() throws IOException {
		write(aCorrection().named("c-1").sentOn(LocalDate.of(2020, 11, 9)).build(),
				aCorrection().named("c-2").by("province").sentOn(LocalDate.of(2020, 11, 8)).build());
		assertThat(sheets().keySet()).containsExactly("学籍信息修改", "更正前后对照", "已报送待生效");
		assertThat(sheets().get("学籍信息修改")).hasSize(1);
		assertThat(dbf()).isEmpty();
		assertThat(sheets().get("更正前后对照").get(1)).startsWith("没有待报送的更正。");
		assertThat(ReadBack.column(sheets().get("已报送待生效"), "报送日期")).containsExactly("2020-11-09", "2020-11-08");
	}

	@Test
	void withoutCorrectionsNothingIsWritten() throws IOException {
		write();
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void aValueIsMeasuredInBytes() {
		assertThat(Corrections.fits("name", "字".repeat(20))).isTrue();
		assertThat(Corrections.fits("name", "字".repeat(20) + "a")).isFalse();
		assertThat(Corrections.fits("political_status", "中共预备党员")).isTrue();
		assertThat(Corrections.fits("political_status", "中国共产党预备党员")).isFalse();
		assertThat(Corrections.fits("photo_present", "1")).isFalse();
	}

	private void write(Correction... corrections) throws IOException {
		new SampleBooks(this.folder, (text) -> "ab", Optional.empty(), "zh").corrections(this.folder,
				List.of(corrections));
	}

	private Map<String, List<List<String>>> sheets() throws IOException {
		return ReadBack.sheets(this.folder.resolve("corrections.xlsx"));
	}

	/** Reads a DBF file by its published layout. */
	private List<Map<String, String>> dbf() throws IOException {
		Path file = this.folder.resolve("corrections.dbf");
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		int count = bytes.getInt(4);
		int header = bytes.getShort(8);
		List<Map<String, String>> records = new ArrayList<>();
		int at = header;
		for (int i = 0; i < count; i++) {
			Map<String, String> record = new LinkedHashMap<>();
			at++;
			for (int field = 32; field < header - 1; field += 32) {
				byte[] name = new byte[11];
				bytes.get(field, name);
				byte[] value = new byte[bytes.get(field + 16)];
				bytes.get(at, value);
				at += value.length;
				record.put(new String(name).replace("\0", ""), new String(value, Charset.forName("GB18030")).strip());
			}
			records.add(record);
		}
		return records;
	}

}
