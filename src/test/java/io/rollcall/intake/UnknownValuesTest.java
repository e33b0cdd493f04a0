package io.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What codes mean, in the order of their sources, and how values that nobody knows are
 * told.
 */
class UnknownValuesTest {

	private static final String HEAD = "学号,姓名,性别,民族,学院\n";

	@TempDir
	private Path folder;

	@Test
	void aValueIsToldWithItsCountAndTheLineThatMapsIt() throws Exception {
		assertThat(notices("zh", "1,张三,7,汉族,理学院\n2,李四,7,汉族,理学院\n3,王五,X,汉族,理学院\n")).containsExactly(
				"“性别”不认识的值：7（2 行）、X（1 行）\n知道含义的，可在任务文件 sources 的 roster 下、values 里写 sex: {\"7\": 含义, \"X\": 含义}");
		assertThat(notices("en", "1,张三,7,汉族,理学院\n")).singleElement()
			.asString()
			.contains("7 (1 rows)")
			.contains("in sources under roster, in values: sex: {\"7\": meaning}");
	}

	@Test
	void aCollegeIsToldWithTheLineOfItsAlias() throws Exception {
		assertThat(notices("zh", "1,张三,男,汉族,\"航海\"\"新\"\"学院\"\n")).singleElement()
			.asString()
			.contains("航海\"新\"学院（1 行）")
			.contains("aliases: [\"航海\\\"新\\\"学院\"]");
	}

	@Test
	void whatMayBePersonalIsCountedOnly() throws Exception {
		assertThat(notices("zh", "1,张三,张三,13800138000,理学院\n2,库尔班,库尔班,火星族,理学院\n")).containsExactly(
				"“性别”不认识的值：其余 2 行，值较多或可能是个人信息，不在此显示",
				"“民族”不认识的值：火星族（1 行）、其余 1 行，值较多或可能是个人信息，不在此显示\n知道含义的，可在任务文件 sources 的 roster 下、values 里写"
						+ " ethnic_group: {\"火星族\": 含义}");
	}

	@Test
	void aColumnOfManyValuesIsNoColumnOfCodes() throws Exception {
		StringBuilder rows = new StringBuilder();
		IntStream.range(0, 60).forEach((i) -> rows.append(i + 1).append(",张三,男,X").append(i).append(",理学院\n"));
		assertThat(notices("zh", rows.toString())).containsExactly("“民族”不认识的值：其余 60 行，值较多或可能是个人信息，不在此显示");
	}

	@Test
	void whatTheCountryDefinesNeedsNoTable() {
		Codes codes = codes(Map.of(), Map.of());
		assertThat(canonical(codes, "sex", "1")).isEqualTo("男");
		assertThat(canonical(codes, "ethnic_group", "15")).isEqualTo("土家族");
		assertThat(canonical(codes, "ethnic_group", "TJ")).isEqualTo("土家族");
		assertThat(canonical(codes, "political_status", "13")).isEqualTo("群众");
		assertThat(canonical(codes, "sex", "9")).isNull();
	}

	@Test
	void aDeliveredTableComesFirstAndOneOfItsOwnKindReplacesTheCountrys() {
		Codes same = codes(Map.of("ethnic_group", Map.of("01", "汉族", "97", "其他")), Map.of());
		assertThat(canonical(same, "ethnic_group", "02")).isEqualTo("蒙古族");
		Codes own = codes(Map.of("ethnic_group", Map.of("1", "汉族", "2", "回族")), Map.of());
		assertThat(canonical(own, "ethnic_group", "2")).isEqualTo("回族");
		assertThat(canonical(own, "ethnic_group", "3")).isNull();
		assertThat(canonical(own, "ethnic_group", "蒙古族")).isEqualTo("蒙古族");
	}

	@Test
	void theMapOfTheJobFileComesBeforeTheCountrysCodes() {
		Codes other = codes(Map.of(), Map.of("sex", Map.of("0", "男", "1", "女")));
		assertThat(canonical(other, "sex", "1")).isEqualTo("女");
		assertThat(canonical(other, "sex", "2")).isNull();
		Codes delivered = codes(Map.of("sex", Map.of("1", "男")), Map.of("sex", Map.of("1", "女")));
		assertThat(canonical(delivered, "sex", "1")).isEqualTo("男");
	}

	private static String canonical(Codes codes, String field, String text) {
		return codes.find(campaign("").fields().get(field), text).map((found) -> found.canonical()).orElse(null);
	}

	private static Codes codes(Map<String, Map<String, String>> delivered, Map<String, Map<String, String>> values) {
		StringBuilder lines = new StringBuilder();
		values.forEach((field,
				map) -> map.forEach((code, name) -> lines
					.append(lines.isEmpty() ? "  roster:\n    values:\n      " + field + ":\n" : "")
					.append("        \"" + code + "\": " + name + "\n")));
		return new Codes(campaign(lines.toString()).source(SourceRole.ROSTER), delivered, true);
	}

	/** The shipped job with more sources; {@code sources} is its last section. */
	private static Campaign campaign(String sources) {
		try {
			Path job = Files.createTempFile("job", ".yml");
			Files.writeString(job, Files.readString(Path.of("jobs/freshman-2020.yml")) + "\n" + sources);
			Campaign campaign = JobFiles.load(job);
			Files.delete(job);
			return campaign;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<String> notices(String language, String rows) throws IOException {
		Path file = Files.writeString(this.folder.resolve("roster.csv"), HEAD + rows);
		InputFile input = new InputFile(SourceRole.ROSTER, "roster.csv", file, FileContent.of(file));
		IntakeSettings settings = new IntakeSettings(campaign(""), LocalDate.of(2020, 11, 12), false,
				Messages.of(language));
		return new FileIntake(input, settings).read(Map.of(), new IntakeSink() {

			@Override
			public void record(ParsedRow row, List<Mark> marks) {
				// The rows do not matter here.
			}

			@Override
			public void reject(Reject reject) {
				throw new IllegalStateException();
			}

			@Override
			public void forget() {
				// Nothing is kept.
			}

		}).notices().stream().filter((notice) -> notice.kind().equals("UNKNOWN_VALUES")).map(FileNotice::text).toList();
	}

}
