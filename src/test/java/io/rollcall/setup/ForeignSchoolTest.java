package io.rollcall.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Cases;
import io.rollcall.campaign.College;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.generate.ForeignSchool;
import io.rollcall.intake.InputFolder;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/** From the exports of a school that calls everything otherwise to a job file. */
class ForeignSchoolTest {

	private static final Messages ZH = Messages.of("zh");

	private static final LocalDate TODAY = LocalDate.of(2021, 11, 12);

	@TempDir
	private Path folder;

	private ForeignSchool school;

	@BeforeEach
	void export() throws IOException {
		this.school = Cases.read(ForeignSchoolTest.class, "/setup/foreign-school.yml", new TypeReference<>() {
		});
		this.school.write(this.folder);
	}

	private Exports exports(Optional<Campaign> known) {
		return new Look(this.folder, known, ZH, TODAY, (file) -> {
		}).exports();
	}

	private Setup setup(Optional<Campaign> known, String language) {
		return Setup.look(this.folder, known, Messages.of(language), TODAY, (file) -> {
		});
	}

	private Campaign campaign(String language) throws Exception {
		Setup setup = setup(Optional.empty(), language);
		return JobFiles.parse("other.yml", setup.jobFile("other", setup.answers(), setup.open()));
	}

	@Test
	void everyFileIsRecognised() {
		Map<String, String> roles = new TreeMap<>();
		exports(Optional.empty()).roles().forEach((file, guess) -> roles.put(file.path(), guess.role().word()));
		assertThat(roles).isEqualTo(new TreeMap<>(this.school.expected().roles()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "second", "third" })
	void rolesShowByWhatFilesLackToo(String school) throws Exception {
		ForeignSchool second = Cases.read(ForeignSchoolTest.class, "/setup/" + school + "-school.yml",
				new TypeReference<>() {
				});
		Path exports = this.folder.resolve(school);
		second.write(exports);
		Setup setup = Setup.look(exports, Optional.empty(), ZH, TODAY, (file) -> {
		});
		Campaign campaign = JobFiles.parse("second.yml", setup.jobFile("second", setup.answers(), setup.open()));
		Map<String, String> roles = new TreeMap<>();
		new InputFolder(exports, campaign, ZH).list()
			.forEach((listed) -> roles.put(listed.file().path(), listed.file().role().word()));
		assertThat(roles).isEqualTo(new TreeMap<>(second.expected().roles()));
		assertThat(campaign.school().name()).isEqualTo(second.school().get("name"));
		assertThat(campaign.colleges().all().stream().collect(Collectors.toMap(College::name, College::aliases)))
			.isEqualTo(second.expected().colleges());
		assertThat(setup.tried(campaign, (file) -> {
		})).hasSize(3).allMatch((line) -> line.contains("可载入 60，拒收 0"));
	}

	@Test
	void theJobFileSaysWhatARegistrarWouldHaveWritten() throws Exception {
		for (String language : List.of("zh", "en")) {
			Campaign campaign = campaign(language);
			assertThat(campaign.school().code()).isEqualTo(this.school.school().get("code"));
			assertThat(campaign.school().name()).isEqualTo(this.school.school().get("name"));
			assertThat(campaign.cohort()).isEqualTo(this.school.expected().cohort());
			assertThat(campaign.period().start()).isEqualTo(LocalDate.of(2021, 11, 1));
			assertThat(campaign.colleges().all().stream().collect(Collectors.toMap(College::name, College::aliases)))
				.isEqualTo(this.school.expected().colleges());
			this.school.expected()
				.headers()
				.forEach((role, headers) -> assertThat(campaign.source(SourceRole.of(role).orElseThrow()).headers())
					.isEqualTo(headers));
			this.school.expected()
				.values()
				.forEach((role, values) -> assertThat(campaign.source(SourceRole.of(role).orElseThrow()).values())
					.isEqualTo(values));
		}
	}

	@Test
	void aRunFindsEveryFileWhereItLies() throws Exception {
		Map<String, String> roles = new TreeMap<>();
		new InputFolder(this.folder, campaign("zh"), ZH).list()
			.forEach((listed) -> roles.put(listed.file().path(), listed.file().role().word()));
		assertThat(roles).isEqualTo(new TreeMap<>(this.school.expected().roles()));
	}

	@Test
	void everyRowCanBeLoadedAndEveryFileIsToldWhenItIsRead() throws Exception {
		Set<String> told = new TreeSet<>();
		Setup setup = Setup.look(this.folder, Optional.empty(), ZH, TODAY, told::add);
		assertThat(told).containsAll(this.school.expected().roles().keySet());
		told.clear();
		assertThat(setup.tried(campaign("zh"), told::add)).hasSize(this.school.expected().loaded().size())
			.allMatch((line) -> line.contains("读入 60 行，可载入 60，拒收 0"));
		assertThat(told).isEqualTo(this.school.expected().roles().keySet());
	}

	@Test
	void whatIsAGuessIsCalledOne() {
		Setup setup = setup(Optional.empty(), "zh");
		String text = setup.jobFile("other", setup.answers(), setup.open());
		assertThat(text).contains("# 待定：自查的起止日期", "student_no: [学员编号]   # 推测为“学号”",
				"# 机械学院（roster 12 行）：同一批学生在别处写“机械工程学院”，12 人中 12 人");
		assertThat(String.join("\n", setup.told())).contains("寝室", "说明.pdf").doesNotContain("测试", "2142", "420106");
	}

	@Test
	void aFileThatArrivesLaterIsToldWithTheLinesToAdd() throws Exception {
		Campaign campaign = campaign("zh");
		assertThat(setup(Optional.of(campaign), "zh").news("")).isEmpty();
		this.school.writeLater(this.folder);
		List<String> news = setup(Optional.of(campaign), "zh").news("");
		assertThat(news).anyMatch((line) -> line.startsWith("新文件 " + this.school.later().name()));
		Campaign pasted = JobFiles.parse("pasted.yml",
				Cases.VALID.replaceFirst("(?s)colleges:.*", "") + news.stream()
					.filter((line) -> line.matches("(?:colleges|sources):|\\s+.*"))
					.collect(Collectors.joining("\n")));
		assertThat(pasted.colleges().all().get(0).aliases())
			.containsAll(this.school.expected().news().colleges().get("机械工程学院"));
		this.school.expected()
			.news()
			.headers()
			.get("roster")
			.forEach((field, headers) -> assertThat(pasted.source(SourceRole.ROSTER).headers().get(field))
				.containsAll(headers));
		assertThat(pasted.source(SourceRole.ROSTER).takes(Path.of(this.school.later().name()))).isTrue();
	}

	/**
	 * One slip does not make all codes the source's own, and nothing is proposed twice.
	 */
	@Test
	void schoolAndCodesAreTakenFromWhatFilesSay() throws Exception {
		Path exports = Files.createDirectory(this.folder.resolve("third"));
		StringBuilder roster = new StringBuilder("学籍号,学生姓名,性别,民族,公民身份证件,院系,专业,备用专业方向\n");
		StringBuilder platform = new StringBuilder("学校标识码,学校,考生号,学号,姓名,性别,民族,证件号码,专业,学籍状态\n");
		for (int i = 0; i < 30; i++) {
			String group = (i % 2 == 0) ? "汉族,01" : "回族,03";
			String id = "4201062003010100%02d".formatted(i);
			roster.append("20221%04d,测试%c,男,%s,%sX,理学院,物理学,无\n".formatted(i, '甲' + i, group.split(",")[0], id));
			platform.append("4142010999,江汉纺织大学,224201%08d,20221%04d,测试%c,男,%s,%sX,物理学,%s\n".formatted(i, i, '甲' + i,
					(i < 3) ? "97" : group.split(",")[1], id, (i < 2) ? "未注册" : "在籍注册"));
		}
		Files.writeString(exports.resolve("名册.csv"), roster);
		Files.writeString(exports.resolve("xjxx.csv"), platform);
		Setup setup = Setup.look(exports, Optional.empty(), ZH, TODAY, (file) -> {
		});
		String text = setup.jobFile("third", setup.answers(), setup.open());
		Campaign campaign = JobFiles.parse("third.yml", text);
		assertThat(campaign.school().code()).isEqualTo("10999");
		assertThat(campaign.school().name()).isEqualTo("江汉纺织大学");
		assertThat(campaign.source(SourceRole.PLATFORM).values())
			.isEqualTo(Map.of("registration_status", Map.of("在籍注册", "注册学籍")));
		assertThat(text).contains("未注册 2 行").contains("registration_status: {\"未注册\": 含义}");
		assertThat(Setup.look(exports, Optional.of(campaign), ZH, TODAY, (file) -> {
		}).news(text)).isEmpty();
	}

	@Test
	void aHeaderThatMayBeANameIsNotProposedButSpokenOf() throws Exception {
		Path exports = Files.createDirectory(this.folder.resolve("hidden"));
		Files.writeString(exports.resolve("花名册.csv"), """
				学号,姓名,李测试,学院
				202101,王虚构,男,理学院
				202102,赵样例,女,文学院
				202103,钱试验,男,理学院
				""");
		Setup setup = Setup.look(exports, Optional.empty(), ZH, TODAY, (file) -> {
		});
		assertThat(setup.told()).contains("不读的表头（roster）：(C)").anyMatch((line) -> line.contains("像人名，没有显示"));
		assertThat(setup.jobFile("hidden", setup.answers(), setup.open())).doesNotContain("(C)", "李测试");
	}

	@Test
	void strangeFilesCostThemselvesOnly() throws Exception {
		Files.write(this.folder.resolve("坏.xls"), new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3 });
		Files.writeString(this.folder.resolve("空.csv"), "");
		Files.writeString(this.folder.resolve("通知.csv"), "各学院：,请注意\n于下周,交来\n");
		Exports exports = exports(Optional.empty());
		assertThat(exports.troubles()).containsOnlyKeys("坏.xls", "空.csv", "通知.csv", "说明.pdf")
			.allSatisfy((path, why) -> assertThat(why).isNotBlank());
		assertThat(exports.roles()).hasSize(3);
	}

}
