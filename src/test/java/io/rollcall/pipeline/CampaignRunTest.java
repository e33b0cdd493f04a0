package io.rollcall.pipeline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.JobFiles;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.report.ReadBack;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import io.rollcall.run.RunRequest;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whole runs on a real database with real files. */
class CampaignRunTest {

	private static final Path JOB = Cases.ungated();

	private static final String HEADER = "考生号,学号,姓名,性别,出生日期,身份证号,民族,专业名称,学院\n";

	private static final String GOOD = "20610000000001,202001001,张三,女,19940823,810000199408230021,汉族,飞行器设计,飞行器学院\n";

	private static final String BAD = "20610000000002,202001002,李四,男,19940823,810000199408230021,汉族,飞行器设计,理学院\n";

	private static final String NO_KEY = ",,王五,男,19940823,,汉族,飞行器设计,理学院\n";

	@TempDir
	private Path folder;

	private Path input;

	private Database database;

	private ConfigurableApplicationContext context;

	private RunService runs;

	@BeforeEach
	void open() throws IOException {
		this.input = Files.createDirectories(this.folder.resolve("input"));
		this.database = TestDatabase.migrated();
		Path home = Files.createDirectories(this.folder.resolve("home"));
		this.context = new SpringApplicationBuilder(CampaignRunJob.class).properties(Map.of("rollcall.home",
				home.toString(), "spring.datasource.url", this.database.jdbcUrl(), "spring.datasource.username",
				this.database.user(), "spring.datasource.password", this.database.password()))
			.run();
		this.runs = this.context.getBean(RunService.class);
		file("roster/名单.csv", HEADER + GOOD + BAD + NO_KEY);
		file("platform/学信网.csv", HEADER + GOOD);
	}

	@AfterEach
	void close() {
		this.context.close();
		this.database.close();
	}

	@Test
	void everyRowOfEveryRoleIsAccountedFor() throws Exception {
		RunOutcome outcome = run("2020-11-12");
		assertThat(outcome.rows().get("roster").read()).isEqualTo(3);
		assertThat(outcome.rows().get("roster").loaded()).isEqualTo(2);
		assertThat(outcome.rows().get("roster").rejected()).isEqualTo(1);
		assertThat(outcome.rows().values()).allMatch((counts) -> counts.balances());
		assertThat(outcome.somethingRefused()).isTrue();
		assertThat(Files.list(outcome.folder().resolve("colleges"))).hasSize(10);
		assertThat(findings(outcome)).contains("ID_SEX_MISMATCH", "roster:名单.csv#!3");
		assertThat(Files.readSymbolicLink(outcome.folder().resolveSibling("latest")))
			.isEqualTo(Path.of("2020-11-12-1"));
	}

	@Test
	void theSameInputsGiveTheSameBytes() throws Exception {
		RunOutcome first = run("2020-11-12");
		RunOutcome second = run("2020-11-12");
		assertThat(second.run().number()).isEqualTo(2);
		assertThat(second.folder().resolve("findings.csv"))
			.hasSameBinaryContentAs(first.folder().resolve("findings.csv"));
		assertThat(second.folder().resolve("rejects.csv"))
			.hasSameBinaryContentAs(first.folder().resolve("rejects.csv"));
	}

	@ParameterizedTest
	@EnumSource(RunListener.Step.class)
	void aRunThatStoppedAtAnyStepIsResumedWithTheSameBytes(RunListener.Step step) throws Exception {
		RunOutcome undisturbed = run("2020-11-12");
		RunListener stopping = new RunListener() {

			@Override
			public void stepStarted(Step started) {
				if (started == step) {
					throw new IllegalStateException("power cut");
				}
			}

		};
		assertThatThrownBy(() -> this.runs.start(request("2020-11-12"), stopping)).isInstanceOf(RunFailure.class);
		assertThat(Files.exists(undisturbed.folder().resolveSibling("2020-11-12-2"))).isFalse();
		RunOutcome resumed = this.runs.resume(RunRef.parse("2020-11-12-2").orElseThrow(), RunListener.NONE);
		assertThat(resumed.folder().resolve("findings.csv"))
			.hasSameBinaryContentAs(undisturbed.folder().resolve("findings.csv"));
		assertThat(resumed.folder().resolve("rejects.csv"))
			.hasSameBinaryContentAs(undisturbed.folder().resolve("rejects.csv"));
		for (String book : List.of("registrar.xlsx", "colleges/理学院.xlsx", "colleges/飞行器学院.xlsx")) {
			assertThat(cells(resumed.folder().resolve(book))).isEqualTo(cells(undisturbed.folder().resolve(book)));
		}
	}

	/** Every cell but those that hold the run's number or the clock. */
	private static Map<String, List<List<String>>> cells(Path workbook) throws IOException {
		Map<String, List<List<String>>> sheets = ReadBack.sheets(workbook);
		sheets.replaceAll(
				(name, rows) -> rows.stream().filter((row) -> !row.contains("运行") && !row.contains("校验码")).toList());
		return sheets;
	}

	@Test
	void aRunOfAnotherDatabaseInTheOutputFolderKeepsItsName() throws Exception {
		Path other = Files.createDirectories(this.folder.resolve("output/freshman-2020/2020-11-12-1"));
		Files.writeString(other.resolve("findings.csv"), "theirs");
		RunOutcome outcome = run("2020-11-12");
		assertThat(outcome.run().name()).isEqualTo("2020-11-12-2");
		assertThat(other.resolve("findings.csv")).hasContent("theirs");
	}

	@Test
	void stagingThatACrashEmptiedIsLoadedAgain() throws Exception {
		RunListener stopping = new RunListener() {

			@Override
			public void stepStarted(Step started) {
				if (started == Step.JUDGE) {
					throw new IllegalStateException("power cut");
				}
			}

		};
		assertThatThrownBy(() -> this.runs.start(request("2020-11-12"), stopping)).isInstanceOf(RunFailure.class);
		this.context.getBean(JdbcClient.class).sql("truncate staged_record, staged_mark, staged_file_mark").update();
		RunOutcome resumed = this.runs.resume(RunRef.parse("2020-11-12-1").orElseThrow(), RunListener.NONE);
		assertThat(findings(resumed)).contains("ID_SEX_MISMATCH");
	}

	@Test
	void aCollegeReadsOfRefusedRowsThatNameIt() throws Exception {
		Path colleges = run("2020-11-12").folder().resolve("colleges");
		assertThat(ReadBack.sheets(colleges.resolve("理学院.xlsx")).get("拒收行")).hasSize(2)
			.last()
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.startsWith("教务名单", "名单.csv", "", "4");
		assertThat(ReadBack.sheets(colleges.resolve("飞行器学院.xlsx")).get("拒收行").get(1)).contains("没有被拒收的行或文件。");
	}

	@Test
	void aPasswordOfTheJobFileLocksEveryWorkbook() throws Exception {
		Path job = this.folder.resolve("freshman-2020.yml");
		Files.writeString(job, Files.readString(JOB) + "\nworkbook_password_file: secret.txt\n");
		RunRequest request = new RunRequest(job, Files.readString(job), JobFiles.load(job), LocalDate.of(2020, 11, 12),
				this.input, this.folder.resolve("output"), "", false);
		assertThatThrownBy(() -> this.runs.start(request, RunListener.NONE)).isInstanceOf(RunFailure.class)
			.hasMessageContaining("PASSWORD_FILE");
		Files.writeString(this.folder.resolve("secret.txt"), "开门-2020\nnot this line\n");
		Path published = this.runs.start(request, RunListener.NONE).folder();
		for (String book : List.of("registrar.xlsx", "colleges/理学院.xlsx")) {
			try (POIFSFileSystem container = new POIFSFileSystem(published.resolve(book).toFile(), true)) {
				assertThat(Decryptor.getInstance(new EncryptionInfo(container)).verifyPassword("开门-2020")).isTrue();
			}
		}
	}

	@Test
	void aFindingRemembersWhenItWasFirstSeen() throws Exception {
		run("2020-11-12");
		String later = findings(run("2020-11-15"));
		assertThat(later).contains("\"open\",\"2020-11-12\",\"2020-11-15\",\"3\"");
	}

	@Test
	void aCaseThatCannotBeJudgedIsCarriedOn() throws Exception {
		run("2020-11-12");
		Files.delete(this.input.resolve("roster/名单.csv"));
		String later = findings(run("2020-11-13"));
		assertThat(later).contains("ID_SEX_MISMATCH").contains("\"2020-11-12\",\"2020-11-12\",\"1\"");
	}

	@Test
	void aCaseThatWasSolvedIsLeftOut() throws Exception {
		run("2020-11-12");
		file("roster/名单.csv", HEADER + GOOD + BAD.replace("男", "女"));
		assertThat(findings(run("2020-11-13"))).doesNotContain("ID_SEX_MISMATCH");
	}

	@Test
	void withoutAnyUsableRowTheRunFailsAndPublishesNothing() throws Exception {
		Files.delete(this.input.resolve("roster/名单.csv"));
		Files.delete(this.input.resolve("platform/学信网.csv"));
		assertThatThrownBy(() -> run("2020-11-12")).isInstanceOf(RunFailure.class).hasMessage("NO_USABLE_SOURCE");
		assertThat(this.folder.resolve("output/freshman-2020/latest")).doesNotExist();
	}

	@Test
	void aDamagedFileDoesNotTakeItsNeighboursAlong() throws Exception {
		file("roster/坏.xlsx", "PK\u0003\u0004 not a workbook");
		RunOutcome outcome = run("2020-11-12");
		assertThat(outcome.refusedFiles()).isEqualTo(1);
		assertThat(outcome.rows().get("roster").loaded()).isEqualTo(2);
		assertThat(Files.readString(outcome.folder().resolve("rejects.csv"))).contains("坏.xlsx");
	}

	/**
	 * Nothing is refused of a page that ends behind a row, and yet somebody may be
	 * missing.
	 */
	@Test
	void whoMayStandBehindACutIsToldAndCarriedOn() throws Exception {
		String other = GOOD.replace("20610000000001,202001001,张三", "20610000000003,202001003,王五")
			.replace("0021", "0048");
		file("roster/名单.csv", HEADER + GOOD + other.replace("汉族", "回族"));
		Files.delete(this.input.resolve("platform/学信网.csv"));
		file("platform/学信网.xls", page(HEADER, GOOD, other) + "</table>");
		assertThat(findings(run("2020-11-12"))).contains("FIELD_DIFFERS").doesNotContain("MISSING_IN_PLATFORM");
		file("platform/学信网.xls", page(HEADER, GOOD));
		RunOutcome cut = run("2020-11-13");
		assertThat(cut.rows().get("platform").rejected()).isZero();
		String findings = findings(cut);
		assertThat(findings.lines().filter((line) -> line.contains("MISSING_IN_PLATFORM"))).singleElement()
			.asString()
			.contains("202001003", "中途结束", "学信网.xls");
		assertThat(findings.lines().filter((line) -> line.contains("FIELD_DIFFERS"))).singleElement()
			.asString()
			.contains("202001003", "\"2020-11-12\",\"2020-11-12\",\"1\"");
		assertThat(Files.readString(cut.folder().resolve("manifest.json"))).contains("FILE_CUT");
	}

	private static String page(String... rows) {
		StringBuilder page = new StringBuilder("<table>");
		for (String row : rows) {
			page.append("<tr><td>").append(row.strip().replace(",", "</td><td>")).append("</td></tr>");
		}
		return page.toString();
	}

	@Test
	void aFileNamedInGbkIsReadAndNamed() throws Exception {
		Path file = this.input.resolve("roster/名单.csv");
		Files.move(file, Path.of(URI.create(file.getParent().toUri() + "%C3%FB%B5%A5.csv")));
		RunOutcome outcome = run("2020-11-12");
		assertThat(outcome.rows().get("roster").loaded()).isEqualTo(2);
		assertThat(findings(outcome)).contains("roster:名单.csv#!3");
	}

	@Test
	void aLoopOfLinksCostsItselfOnly() throws Exception {
		Files.createSymbolicLink(this.input.resolve("roster/回路"), Path.of(".."));
		RunOutcome outcome = run("2020-11-12");
		assertThat(outcome.refusedFiles()).isEqualTo(1);
		assertThat(outcome.rows().get("roster").loaded()).isEqualTo(2);
		assertThat(Files.readString(outcome.folder().resolve("rejects.csv"))).contains("回路", "链接");
	}

	@Test
	void neitherBatchTablesNorFindingsHoldAnIdNumber() throws Exception {
		run("2020-11-12");
		JdbcClient jdbc = this.context.getBean(JdbcClient.class);
		for (String table : new String[] { "batch_job_execution_params", "batch_step_execution",
				"batch_step_execution_context", "batch_job_execution", "finding", "reject", "run_notice" }) {
			assertThat(jdbc.sql("select t::text from " + table + " t").query(String.class).list())
				.noneMatch((row) -> row.contains("810000199408230021"));
		}
	}

	private RunOutcome run(String date) throws Exception {
		return this.runs.start(request(date), RunListener.NONE);
	}

	private RunRequest request(String date) throws Exception {
		return new RunRequest(JOB, Files.readString(JOB), JobFiles.load(JOB), LocalDate.parse(date), this.input,
				this.folder.resolve("output"), "", false);
	}

	private static String findings(RunOutcome outcome) throws IOException {
		return Files.readString(outcome.folder().resolve("findings.csv"));
	}

	private void file(String name, String text) throws IOException {
		Path file = this.input.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
