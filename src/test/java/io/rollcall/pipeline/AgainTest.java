package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.JobFiles;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.inquiry.Explanations;
import io.rollcall.inquiry.InquiryBeans;
import io.rollcall.inquiry.WhatIf;
import io.rollcall.results.PastRuns;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import io.rollcall.run.RunRequest;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What looks at a run again: a rerun, other rules, an explanation. */
class AgainTest {

	private static final Path JOB = Cases.ungated();

	private static final Messages MESSAGES = Messages.of("zh");

	private static final String HEADER = "考生号,学号,姓名,性别,出生日期,身份证号,民族,专业名称,学院\n";

	private static final String ONE = "20610000000001,202001001,张三,女,19940823,810000199408230021,汉族,飞行器设计,飞行器学院\n";

	private static final String TWO = "20610000000002,202001002,张三,男,19950101,81000019950101901X,汉族,软件工程,理学院\n";

	@TempDir
	private Path folder;

	private Path input;

	private Database database;

	private ConfigurableApplicationContext context;

	private RunService runs;

	private Run run;

	@BeforeEach
	void open() throws Exception {
		this.input = Files.createDirectories(this.folder.resolve("input"));
		this.database = TestDatabase.migrated();
		Path home = Files.createDirectories(this.folder.resolve("home"));
		this.context = new SpringApplicationBuilder(CampaignRunJob.class, InquiryBeans.class)
			.properties(Map.of("rollcall.home", home.toString(), "spring.datasource.url", this.database.jdbcUrl(),
					"spring.datasource.username", this.database.user(), "spring.datasource.password",
					this.database.password()))
			.run();
		this.runs = this.context.getBean(RunService.class);
		file("roster/名单.csv", HEADER + ONE + ONE + TWO);
		file("platform/学信网.csv", HEADER + ONE.replace("飞行器设计", "工业设计").replace("汉族", "汉") + TWO);
		this.run = this.runs
			.start(new RunRequest(JOB, Files.readString(JOB), JobFiles.load(JOB), LocalDate.of(2020, 11, 12),
					this.input, this.folder.resolve("output"), "", false), RunListener.NONE)
			.run();
	}

	@AfterEach
	void close() {
		this.context.close();
		this.database.close();
	}

	@Test
	void aRerunTakesTheSameInputsAndGivesTheSameBytes() throws Exception {
		file("roster/后来.csv", HEADER + ONE.replace("1,2", "3,2"));
		RunOutcome again = this.runs.rerun(ref(), "again", RunListener.NONE);
		assertThat(again.run().number()).isEqualTo(2);
		assertThat(again.run().reason()).isEqualTo("again");
		assertThat(again.folder().resolve("findings.csv"))
			.hasSameBinaryContentAs(this.run.folder().resolve("findings.csv"));
	}

	@Test
	void aRerunIsRefusedWhenAnInputHasChanged() throws Exception {
		file("roster/名单.csv", HEADER + TWO);
		assertThatThrownBy(() -> this.runs.rerun(ref(), "", RunListener.NONE)).isInstanceOf(RunFailure.class)
			.satisfies((ex) -> assertThat(((RunFailure) ex).sentence(MESSAGES)).contains("roster/名单.csv"));
		assertThat(this.run.folder().resolveSibling("latest")).isSymbolicLink();
		assertThat(Files.readSymbolicLink(this.run.folder().resolveSibling("latest"))).hasToString("2020-11-12-1");
	}

	@Test
	void otherRulesAreComparedAndNothingIsPublished() throws Exception {
		String rules = Files.readString(JOB) + "\ncompared: [name, sex, birth_date, id_no]\n";
		WhatIf.Outcome outcome = this.context.getBean(WhatIf.class)
			.compare(this.run, "rules.yml", rules, RunListener.NONE);
		assertThat(outcome.counts()).isEqualTo(Map.of("gone", Map.of("FIELD_DIFFERS", 1L)));
		assertThat(Files.readString(outcome.folder().resolve("differences.csv"))).contains("\"gone\",\"FIELD_DIFFERS\"")
			.contains("\"飞行器学院\"");
		assertThat(this.context.getBean(PastRuns.class).all()).hasSize(1);
		assertThat(this.context.getBean(JdbcClient.class)
			.sql("select count(distinct run_id) from staged_record")
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(Files.list(this.run.campaignFolder()).map((path) -> path.getFileName().toString()))
			.containsExactlyInAnyOrder("2020-11-12-1", "latest", "what-if");
	}

	@Test
	void theSameRulesMakeNoDifference() throws Exception {
		assertThat(this.context.getBean(WhatIf.class)
			.compare(this.run, "rules.yml", Files.readString(JOB), RunListener.NONE)
			.counts()).isEmpty();
	}

	@Test
	void rulesOfAnotherCampaignAreRefused() throws Exception {
		String rules = Files.readString(JOB).replace("campaign: freshman-2020", "campaign: other");
		assertThatThrownBy(
				() -> this.context.getBean(WhatIf.class).compare(this.run, "rules.yml", rules, RunListener.NONE))
			.hasMessage("OTHER_CAMPAIGN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "202001001", "20610000000001", "810000199408230021", " 202001001 " })
	void aStudentIsExplainedByAnyNumber(String number) {
		assertThat(explain(number)).first().asString().startsWith("张三  202001001  20610000000001");
	}

	@Test
	void anExplanationTellsWhereWhyAndWhyNot() {
		String page = String.join("\n", explain("202001001"));
		assertThat(page).contains("roster:名单.csv#!2", "roster:名单.csv#!3", "platform:学信网.csv#!2")
			.contains("按考生号关联", "与同一来源的另一行是同一学生，已合并")
			.contains("* [E] FIELD_DIFFERS 字段不一致 · 专业名称", "* [I] ROW_DUPLICATE")
			.contains("规则：", "首次发现 2020-11-12，待处理")
			.contains("民族：汉族 = 汉（代码表或对照表）")
			.contains("另有 1 名同名学生，其中 0 名同生日")
			.contains("2020-11-12-1\n    FIELD_DIFFERS 字段不一致 · 专业名称  待处理")
			.doesNotContain("810000199408230021");
	}

	@Test
	void bothNamesakesAreExplained() {
		assertThat(explain("张三")).filteredOn((line) -> line.startsWith("张三")).hasSize(2);
	}

	@Test
	void aFindingIdLeadsToItsStudent() {
		String id = this.context.getBean(JdbcClient.class)
			.sql("select finding_id from finding where code = 'FIELD_DIFFERS'")
			.query(String.class)
			.single();
		assertThat(explain(id)).first().asString().contains("202001001");
	}

	@Test
	void whatACrashEmptiedIsReadAgainFromTheSameFiles() throws Exception {
		List<String> before = explain("202001001");
		this.context.getBean(JdbcClient.class)
			.sql("truncate staged_record, staged_mark, staged_file_mark, staged_student, staged_fold")
			.update();
		assertThat(explain("202001001")).isEqualTo(before);
		Files.delete(this.input.resolve("platform/学信网.csv"));
		assertThat(String.join("\n", explain("202001001"))).startsWith("张三  202001001  20610000000001")
			.contains("本次运行读入的记录已不保留", "* [E] FIELD_DIFFERS 字段不一致 · 专业名称",
					"2020-11-12-1\n    FIELD_DIFFERS 字段不一致 · 专业名称  待处理")
			.doesNotContain("按考生号关联");
		assertThatThrownBy(() -> explain("209999")).hasMessage("INPUT_GONE");
	}

	@Test
	void anUnknownStudentIsWrongUsage() {
		assertThatThrownBy(() -> explain("209999")).isInstanceOfSatisfying(RunFailure.class,
				(ex) -> assertThat(ex.isUsage()).isTrue());
	}

	private List<String> explain(String wanted) {
		return this.context.getBean(Explanations.class).explain(wanted, Optional.of(this.run), MESSAGES, 1_000);
	}

	private RunRef ref() {
		return RunRef.parse(this.run.toString()).orElseThrow();
	}

	private void file(String name, String text) throws IOException {
		Path file = this.input.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
