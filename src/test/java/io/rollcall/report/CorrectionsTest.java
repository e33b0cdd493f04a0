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

import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is handed over to the platform, as a workbook and as a DBF file. */
class CorrectionsTest {

	private static final List<String> HEADERS = List.of("KSH", "XH", "XM", "XB", "CSRQ", "ZJLX", "ZJHM", "ZZMM", "MZ",
			"ZYDM", "ZYMC", "XXXS", "CC", "XZ", "RXRQ", "FY", "XSH", "BH", "YJBYRQ");

	@TempDir
	private Path folder;

	@Test
	void bothFilesHoldKeysAndApprovedFieldsInThePlatformsOrder() throws IOException {
		Correction correction = new Correction("20610000000001", "202001001", "张䶮", "理学院",
				Map.of("ethnic_group", "汉族", "name", "张䶮·测试"),
				List.of(new Correction.Ground("ethnic_group", "居民身份证", "赵老师", "2020-11-14", "FIELD_DIFFERS")));
		new Corrections(Messages.of("zh"), Samples.LEGEND).write(this.folder, this.folder, LocalDate.of(2020, 11, 14),
				Optional.empty(), List.of(correction));
		Map<String, List<List<String>>> sheets = ReadBack.sheets(this.folder.resolve("corrections.xlsx"));
		assertThat(sheets.keySet()).containsExactly("学籍信息修改", "佐证材料清单");
		assertThat(sheets.get("学籍信息修改").get(0)).containsExactlyElementsOf(HEADERS);
		assertThat(sheets.get("学籍信息修改").get(1)).startsWith("20610000000001", "202001001", "张䶮·测试", "", "", "", "", "",
				"汉族");
		assertThat(sheets.get("佐证材料清单").get(1)).contains("理学院", "居民身份证", "赵老师", "2020-11-14");
		List<Map<String, String>> records = dbf(this.folder.resolve("corrections.dbf"));
		assertThat(records).hasSize(1);
		assertThat(records.get(0).keySet()).containsExactlyElementsOf(HEADERS);
		assertThat(records.get(0)).containsEntry("XM", "张䶮·测试").containsEntry("MZ", "汉族").containsEntry("XB", "");
	}

	@Test
	void aValueIsMeasuredInBytes() {
		assertThat(Corrections.fits("name", "字".repeat(20))).isTrue();
		assertThat(Corrections.fits("name", "字".repeat(20) + "a")).isFalse();
		assertThat(Corrections.fits("political_status", "中共预备党员")).isTrue();
		assertThat(Corrections.fits("political_status", "中国共产党预备党员")).isFalse();
		assertThat(Corrections.fits("photo_present", "1")).isFalse();
	}

	/** Reads a DBF file by its published layout. */
	private static List<Map<String, String>> dbf(Path file) throws IOException {
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
