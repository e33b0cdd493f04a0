package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.JobFiles;
import io.rollcall.generate.ForeignSchool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code init} and {@code validate} as they are typed. */
class InitCommandTest {

	@TempDir
	private Path folder;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private ForeignSchool school;

	private Path exports;

	private Path job;

	@BeforeEach
	void export() throws IOException {
		this.school = Cases.read(InitCommandTest.class, "/setup/foreign-school.yml", new TypeReference<>() {
		});
		this.exports = this.folder.resolve("导出");
		this.job = this.folder.resolve("jobs").resolve("other-2021.yml");
		this.school.write(this.exports);
	}

	private int call(String... words) {
		this.out.getBuffer().setLength(0);
		this.err.getBuffer().setLength(0);
		return Rollcall.execute(new PrintWriter(this.out, true), new PrintWriter(this.err, true), words);
	}

	private String init(String language) {
		assertThat(call("init", this.exports.toString(), "--output", this.job.toString(), "--lang", language))
			.as(this.err.toString())
			.isEqualTo(ExitCode.OK);
		return this.out.toString();
	}

	@Test
	void aJobFileIsWrittenAndTheNextCommandIsNamed() throws Exception {
		assertThat(init("zh")).contains("江北理工学院", "接下来：rollcall run " + this.job + " --input ");
		assertThat(JobFiles.load(this.job).name()).isEqualTo("other-2021");
	}

	@Test
	void aJobFileThatIsThereIsNotTouched() throws Exception {
		init("zh");
		String text = Files.readString(this.job);
		assertThat(init("zh")).contains("没有要补的");
		this.school.writeLater(this.exports);
		assertThat(init("en")).contains("aliases: [机械学院, 机械系]", "New file");
		assertThat(Files.readString(this.job)).isEqualTo(text);
	}

	@Test
	void noExportIsChanged() throws Exception {
		Path file = this.exports.resolve("xjzc_2021.csv");
		byte[] content = Files.readAllBytes(file);
		init("zh");
		assertThat(file).hasBinaryContent(content);
		try (var left = Files.list(this.exports)) {
			assertThat(left).hasSize(this.school.files().size());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					init                                  | 缺少 --output
					init --output a.txt                   | a.txt 不是任务文件名
					init nowhere --output jobs/a.yml      | 没有文件夹 nowhere
					init {empty} --output {empty}/a.yml   | 文件夹 {empty} 中没有可以使用的名单
					init {empty} --output {empty}/.b!.yml | campaign
					validate nowhere.yml                  | nowhere.yml：找不到这个任务文件
					template nonsense --output a.xlsx     | 没有“nonsense”这种表格；可用的有：roster, platform, admission, enrolled, accounts, discrepancies
					""")
	void mistakesAreOneSentence(String words, String sentence) throws Exception {
		Path empty = Files.createDirectories(this.folder.resolve("empty"));
		if (words.contains("!")) {
			this.school.write(empty);
		}
		assertThat(call(words.replace("{empty}", empty.toString()).split(" "))).isEqualTo(ExitCode.USAGE);
		assertThat(this.err.toString().strip().lines()).singleElement()
			.asString()
			.contains(sentence.replace("{empty}", empty.toString()));
	}

	@Test
	void aWrongJobFileIsNotMistakenForANewOne() throws Exception {
		Files.createDirectories(this.job.getParent());
		Files.writeString(this.job, "school: [");
		assertThat(call("init", this.exports.toString(), "--output", this.job.toString())).isEqualTo(ExitCode.USAGE);
		assertThat(Files.readString(this.job)).isEqualTo("school: [");
	}

	@Test
	void aJobFileIsExplainedInWords() throws Exception {
		init("zh");
		assertThat(call("validate", this.job.toString(), "--input", this.exports.toString())).isEqualTo(ExitCode.OK);
		assertThat(this.out.toString()).contains("14567 江北理工学院", "学院 5 个", "学生基本信息20210915.xls，1 个文件", "没有 gate",
				"没有 schedule", "没有其他任务");
	}

	@Test
	void dueTimesAreThoseOfTheJobsZone() throws Exception {
		init("zh");
		Files.writeString(this.job,
				Files.readString(this.job) + "schedule: \"0 30 2 * * *\"\ntime_zone: Asia/Urumqi\n");
		assertThat(call("validate", this.job.toString(), "--input", this.exports.toString(), "--database",
				"postgresql://somebody:secret@127.0.0.1:1/rollcall"))
			.isEqualTo(ExitCode.OK);
		assertThat(this.out.toString().lines().filter((line) -> line.matches("  20\\d\\d-\\d\\d-\\d\\d 02:30")))
			.hasSize(5);
		assertThat(this.out.toString()).contains("Asia/Urumqi", "打不开数据库").doesNotContain("secret");
	}

	@Test
	void campaignsThatReadTheSameFilesAreTold() throws Exception {
		init("zh");
		Files.writeString(this.job.resolveSibling("same.yml"),
				Files.readString(this.job).replace("campaign: \"other-2021\"", "campaign: same"));
		Files.writeString(this.job.resolveSibling("wrong.yml"), "cohort: 20");
		Files.writeString(this.job.resolveSibling("foreign.yml"),
				Files.readString(this.job)
					.replace("campaign: \"other-2021\"", "campaign: z-foreign")
					.replace("14567", "14568"));
		call("validate", this.job.toString(), "--input", this.exports.toString());
		assertThat(this.out.toString()).contains("与 same.yml（same）读取同样的文件夹", "foreign.yml（任务 z-foreign）与另一所学校",
				"wrong.yml");
	}

	@Test
	void ofTwoSchoolsThatShareTheFolderTheLaterByNameIsNotRun() throws Exception {
		init("zh");
		Path later = this.job.resolveSibling("a-file.yml");
		String text = Files.readString(this.job).replace("campaign: \"other-2021\"", "campaign: z-later");
		Files.writeString(later, text.replace("14567", "14568"));
		for (String command : List.of("run", "validate")) {
			assertThat(call(command, later.toString(), "--input", this.exports.toString())).isEqualTo(ExitCode.USAGE);
			assertThat(this.err.toString()).contains("与另一所学校的任务 other-2021");
		}
		Files.writeString(later, text.replace("14567", "14568") + "\ninput: z\n");
		assertThat(call("validate", later.toString(), "--input", this.exports.toString())).isEqualTo(ExitCode.OK);
	}

	@Test
	void aCampaignsOwnFolderAloneIsLookedAt() throws Exception {
		init("zh");
		Path own = Files.createDirectories(this.exports.resolve("own/roster")).resolve("new.csv");
		Files.writeString(own, "学号,姓名,学院名称\n202100001,测甲,从未见过学院\n");
		Files.writeString(this.job, Files.readString(this.job) + "input: own\n");
		init("zh");
		assertThat(this.out.toString()).contains(this.exports.resolve("own").toString());
		call("validate", this.job.toString(), "--input", this.exports.toString());
		assertThat(this.out.toString()).contains("own/enrolled", "不会读它们：roster/new.csv。");
	}

}
