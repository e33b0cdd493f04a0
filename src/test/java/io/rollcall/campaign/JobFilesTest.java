package io.rollcall.campaign;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.SourceSettings.Pick;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JobFilesTest {

	@TempDir
	private Path folder;

	@Test
	void theShippedJobIsTheNoticeOf2020() throws Exception {
		Campaign campaign = JobFiles.load(Cases.SHIPPED);
		assertThat(campaign.name()).isEqualTo("freshman-2020");
		assertThat(campaign.school()).isEqualTo(new School("11736", "西安航空学院"));
		assertThat(campaign.cohort()).isEqualTo(2020);
		assertThat(campaign.period().start()).isEqualTo(LocalDate.of(2020, 11, 4));
		assertThat(campaign.period().deadline()).isEqualTo(LocalDate.of(2020, 11, 20));
		assertThat(campaign.period().businessDate()).contains(LocalDate.of(2020, 11, 12));
		assertThat(campaign.colleges().all()).extracting(College::name)
			.containsExactly("飞行器学院", "机械工程学院", "电子工程学院", "计算机学院", "车辆工程学院", "材料工程学院", "经济管理学院", "外国语学院", "理学院",
					"人文学院");
		assertThat(campaign.rules().selfCheck()).contains(Fields.standard().get("viewed_at"));
	}

	@Test
	void theShippedJobTakesEveryFileAndFixesNothing() throws Exception {
		Campaign campaign = JobFiles.load(Cases.SHIPPED);
		for (SourceRole role : SourceRole.values()) {
			SourceSettings source = campaign.source(role);
			assertThat(source.folder()).isEqualTo(role.word());
			assertThat(source.takes(Path.of("a.XLSX"))).isTrue();
			assertThat(source.takes(Path.of("2020", "61", "T_TDD.dbf"))).isTrue();
			assertThat(source.encoding()).isEmpty();
			assertThat(source.sheet()).isEmpty();
			assertThat(source.pick()).isEqualTo(Pick.ALL);
		}
		assertThat(campaign.source(SourceRole.ADMISSION).values()).isEqualTo(Map.of("sex", Map.of("1", "男", "2", "女")));
	}

	@Test
	void settingsThatAreLeftOutHaveTheDefaultsOfTheDocs() {
		Campaign campaign = Cases.campaign("");
		assertThat(campaign.name()).isEqualTo("test");
		assertThat(campaign.title()).isEqualTo("test");
		assertThat(campaign.language()).isEqualTo("zh");
		assertThat(campaign.datedFiles()).isFalse();
		assertThat(campaign.admissionYear()).isEqualTo(2020);
		assertThat(campaign.period().collegeDeadline()).isEqualTo(campaign.period().deadline());
		assertThat(campaign.rules().required()).extracting(Field::name)
			.containsExactly("name", "sex", "birth_date", "id_no", "major_name", "college");
		assertThat(campaign.rules().key()).hasToString("[[candidate_no], [student_no], [id_no, name]]");
		assertThat(campaign.rules().selfCheck()).isEmpty();
		assertThat(campaign.rules().compared()).extracting(Field::name)
			.contains("name", "class_no", "remark", "photo_present")
			.doesNotContain("candidate_no", "student_no", "declared_value");
	}

	@Test
	void aCampaignsOwnFolderHoldsTheFoldersOfItsRoles() {
		Campaign campaign = Cases.campaign("""
				input: schools/11736/
				sources:
				  platform: {folder: exports/platform}
				""");
		assertThat(campaign.source(SourceRole.ROSTER).folder()).isEqualTo("schools/11736/roster");
		assertThat(campaign.source(SourceRole.PLATFORM).folder()).isEqualTo("schools/11736/exports/platform");
		assertThat(campaign.folder(Path.of("input"))).isEqualTo(Path.of("input/schools/11736"));
		assertThat(campaign.inOwnFolder().source(SourceRole.ROSTER).folder()).isEqualTo("roster");
		assertThat(campaign.inOwnFolder().source(SourceRole.PLATFORM).folder()).isEqualTo("exports/platform");
		assertThat(Cases.campaign("").folder(Path.of("input"))).isEqualTo(Path.of("input"));
	}

	@Test
	void everySettingArrives() {
		Campaign campaign = Cases.campaign("""
				title: 自查
				language: en
				file_names: dated
				admission_year: 2019
				college_deadline: 2020-12-06
				schedule: 0 0 2 * * *
				required: [name]
				compared: [sex, mobile]
				key: [mobile, [name, birth_date]]
				fields:
				  - {name: mobile, label: 手机号码, aliases: [联系手机]}
				sources:
				  roster:
				    folder: school/export
				    files: "**/*.xlsx"
				    encoding: GB2312
				    sheet: 新生
				    pick: newest
				    headers:
				      college: [YXMC]
				      photo_present: [照片文件]
				""");
		SourceSettings roster = campaign.source(SourceRole.ROSTER);
		assertThat(campaign.fields().get("mobile").label("zh")).isEqualTo("手机号码");
		assertThat(campaign.rules().key()).hasToString("[[mobile], [name, birth_date]]");
		assertThat(campaign.rules().compared()).hasToString("[sex, mobile]");
		assertThat(campaign.period().collegeDeadline()).isEqualTo(LocalDate.of(2020, 12, 6));
		assertThat(campaign.datedFiles()).isTrue();
		assertThat(roster.takes(Path.of("A.XLSX"))).isTrue();
		assertThat(roster.takes(Path.of("x", "a.csv"))).isFalse();
		assertThat(roster.encoding()).contains(Charset.forName("GB18030"));
		assertThat(roster.sheet()).isEqualTo(Optional.of("新生"));
		assertThat(roster.headers()).containsEntry("college", List.of("YXMC"));
	}

	@ParameterizedTest
	@MethodSource("invalidJobs")
	void aMistakeIsOneSentenceWithItsPlace(InvalidJob job) {
		JobFileException found = catchThrowableOfType(JobFileException.class,
				() -> JobFiles.parse("job.yml", job.text().replace("{valid}", Cases.VALID)));
		assertThat(found).as(job.title()).isNotNull();
		assertThat(found.reason()).isEqualTo(job.reason());
		assertThat(found.path()).isEqualTo(job.path());
		assertThat(found.line()).isEqualTo(job.line());
		for (String language : List.of("zh", "en")) {
			assertThat(found.sentence(Messages.of(language))).startsWith("job.yml")
				.contains(job.path())
				.doesNotContainPattern("\\{\\d\\}")
				.doesNotContain("\n");
		}
		assertThat(found.sentence(Messages.of("en"))).contains((job.says() != null) ? job.says() : "");
	}

	@Test
	void aFileThatIsNoJobFileFailsCleanly() throws IOException {
		assertThat(reason(this.folder.resolve("none.yml"))).isEqualTo("NO_FILE");
		assertThat(reason(this.folder)).isEqualTo("UNREADABLE");
		Path huge = Files.write(this.folder.resolve("huge.yml"), new byte[JobFiles.MAX_BYTES + 1]);
		assertThat(reason(huge)).isEqualTo("TOO_LARGE");
		Path gbk = Files.write(this.folder.resolve("gbk.yml"), "title: 自查".getBytes(Charset.forName("GBK")));
		assertThat(reason(gbk)).isEqualTo("NOT_UTF8");
	}

	@Test
	void endlessNestingFailsCleanly() {
		JobFileException flow = catchThrowableOfType(JobFileException.class,
				() -> JobFiles.parse("job.yml", "a: " + "[".repeat(500_000)));
		assertThat(flow.reason()).isIn("TOO_DEEP", "NOT_YAML");
		JobFileException maps = catchThrowableOfType(JobFileException.class,
				() -> JobFiles.parse("job.yml", "{a: ".repeat(100_000)));
		assertThat(maps.reason()).isIn("TOO_DEEP", "NOT_YAML");
	}

	@Test
	void aByteOrderMarkAndWindowsLineEndsDoNotMatter() throws Exception {
		Path file = this.folder.resolve("freshman.yaml");
		Files.writeString(file, "\uFEFF" + Cases.VALID.replace("\n", "\r\n"));
		assertThat(JobFiles.load(file).name()).isEqualTo("freshman");
	}

	private static String reason(Path file) {
		return catchThrowableOfType(JobFileException.class, () -> JobFiles.load(file)).reason();
	}

	static List<InvalidJob> invalidJobs() throws IOException {
		return Cases.read(JobFilesTest.class, "invalid-jobs.yml", new TypeReference<List<InvalidJob>>() {
		});
	}

	record InvalidJob(String title, String text, int line, String path, String reason, String says) {

		@Override
		public String toString() {
			return this.title;
		}

	}

}
