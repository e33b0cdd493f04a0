package io.rollcall.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
		return new Look(this.folder, known, ZH, TODAY).exports();
	}

	private Setup setup(Optional<Campaign> known, String language) {
		return Setup.look(this.folder, known, Messages.of(language), TODAY);
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

	@Test
	void rolesShowByWhatFilesLackToo() throws Exception {
		ForeignSchool second = Cases.read(ForeignSchoolTest.class, "/setup/second-school.yml", new TypeReference<>() {
		});
		Path exports = this.folder.resolve("second");
		second.write(exports);
		Setup setup = Setup.look(exports, Optional.empty(), ZH, TODAY);
		Campaign campaign = JobFiles.parse("second.yml", setup.jobFile("second", setup.answers(), setup.open()));
		Map<String, String> roles = new TreeMap<>();
		new InputFolder(exports, campaign, ZH).list()
			.forEach((listed) -> roles.put(listed.file().path(), listed.file().role().word()));
		assertThat(roles).isEqualTo(new TreeMap<>(second.expected().roles()));
		assertThat(campaign.school().name()).isEqualTo(second.school().get("name"));
		assertThat(campaign.colleges().all().stream().collect(Collectors.toMap(College::name, College::aliases)))
			.isEqualTo(second.expected().colleges());
		assertThat(setup.tried(campaign)).hasSize(3).allMatch((line) -> line.contains("可载入 60，拒收 0"));
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
	void everyRowCanBeLoaded() throws Exception {
		Setup setup = setup(Optional.empty(), "zh");
		assertThat(setup.tried(campaign("zh"))).hasSize(this.school.expected().loaded().size())
			.allMatch((line) -> line.contains("读入 60 行，可载入 60，拒收 0"));
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
		assertThat(setup(Optional.of(campaign), "zh").news()).isEmpty();
		this.school.writeLater(this.folder);
		List<String> news = setup(Optional.of(campaign), "zh").news();
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
