package io.rollcall.nightly;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.cases.Routes;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What goes when a campaign's time is over, what stays, and that nothing goes before. */
class RetentionTest {

	private static final Actor REGISTRAR = new Actor("registrar", "registrar", "");

	/** Everybody here is invented. */
	private static final List<String> PERSONS = List.of("诸葛试验甲", "诸葛试验乙", "20619999999901", "2020999901", "2020999902",
			"100001200102030019", "20010203", "2001-02-03");

	@TempDir
	private Path folder;

	private House house;

	private Retention retention;

	private Campaigns campaigns;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder);
		this.retention = this.house.get(Retention.class);
		this.campaigns = this.house.get(Campaigns.class);
		String header = "考生号,学号,姓名,性别,出生日期,身份证号,学院,专业名称\n";
		this.house.file("roster/a.csv", header + """
				20619999999901,2020999901,诸葛试验甲,男,20010203,100001200102030019,理学院,数学
				,2020999902,诸葛试验乙,女,20010203,100001200102030027,人文学院,文学
				,,诸葛试验甲,男,20010203,,理学院,数学
				""");
		this.house.file("platform/a.csv", header + """
				20619999999901,2020999901,诸葛试验甲,女,20010203,100001200102030019,理学院,物理
				,2020999902,诸葛试验丙,女,20010203,100001200102030027,人文学院,文学
				""");
		this.house.file("discrepancies/理学院.csv", "学院,学号,姓名,有误字段,学信网信息,正确信息\n理学院,2020999901,诸葛试验甲,性别,女,男\n");
		JobFolder.Job job = this.house.job("gate: {refused_rows: 1%}\nretention: {personal_days: 10}\n");
		this.house.run(job, "2020-11-10");
		job = this.house.job("retention: {personal_days: 10}\nfile_names: dated\n");
		agree(this.house.run(job, "2020-11-11"));
		Run corrected = this.house.run(job, "2020-11-12");
		long sent = 0;
		for (String route : Routes.all()) {
			sent += this.house.get(RunDesk.class).sent(corrected, route, corrected.date(), REGISTRAR);
		}
		assertThat(sent).isPositive();
		this.house.jdbc().sql("update run set reason = '诸葛试验甲'").update();
		this.house.clock.pass(Duration.ofDays(1));
	}

	/** The registrar agrees to all that stands on his list. */
	private void agree(Run run) throws Exception {
		Path target = Files.createDirectories(this.folder.resolve("input/reviews")).resolve("教务处.xlsx");
		try (InputStream in = Files.newInputStream(run.folder().resolve("registrar.xlsx"));
				Workbook book = new XSSFWorkbook(in);
				OutputStream out = Files.newOutputStream(target)) {
			Sheet list = book.getSheet("待处理");
			int column = 0;
			while (!list.getRow(0).getCell(column).getStringCellValue().equals("复核意见")) {
				column++;
			}
			for (int row = 1; row <= list.getLastRowNum(); row++) {
				list.getRow(row).createCell(column).setCellValue("同意");
			}
			book.write(out);
		}
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	private void dropTheHeldOneAndClose() {
		this.house.get(RunDesk.class)
			.drop(io.rollcall.run.RunRef.parse("2020-11-10-1").orElseThrow(), "why", REGISTRAR);
		this.campaigns.close("test", "诸葛试验甲 asked for it", REGISTRAR);
	}

	/** Every row of every table, and every byte of every file. */
	private String everything() throws Exception {
		StringBuilder text = new StringBuilder();
		for (String table : this.house.jdbc().sql("""
				select table_name from information_schema.tables
				 where table_schema = current_schema() and table_type = 'BASE TABLE'
				""").query(String.class).list()) {
			this.house.jdbc()
				.sql("select t::text from " + table + " t")
				.query(String.class)
				.list()
				.forEach((row) -> text.append(table).append(": ").append(row).append('\n'));
		}
		for (Path place : List.of(this.house.output(), this.folder.resolve("home"))) {
			for (Path file : files(place)) {
				text.append(file).append(": ").append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
				text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).append('\n');
			}
		}
		return text.toString();
	}

	private static List<Path> files(Path place) throws Exception {
		try (Stream<Path> walk = Files.walk(place)) {
			return new ArrayList<>(walk.filter(Files::isRegularFile).toList());
		}
	}

	@Test
	void whenTheTimeIsOverNothingTellsOfAnybodyAndTheCountsStay() throws Exception {
		assertThat(everything()).contains(PERSONS.get(0), PERSONS.get(3));
		assertThat(this.house.output().resolve("test/corrections")).isDirectoryContaining("glob:**.xlsx");
		dropTheHeldOneAndClose();
		this.house.clock.pass(Duration.ofDays(11));
		List<Retention.Item> items = this.retention.clear(false, REGISTRAR);
		assertThat(everything()).doesNotContain(PERSONS);
		assertThat(files(this.house.output())).extracting((file) -> this.house.output().relativize(file).toString())
			.containsExactlyInAnyOrder("test/2020-11-11-1/summary.json", "test/2020-11-12-1/summary.json",
					"test/held/2020-11-10-1/summary.json");
		for (String counts : List.of("run_metric", "run_standing", "run_gate")) {
			assertThat(this.house.jdbc().sql("select count(*) from " + counts).query(Long.class).single()).isPositive();
		}
		assertThat(this.house.jdbc().sql("select count(*) from batch_job_instance").query(Long.class).single())
			.isZero();
		assertThat(items).filteredOn((item) -> item.what().equals("input"))
			.extracting(Retention.Item::place)
			.anySatisfy((place) -> assertThat(place).endsWith("roster/a.csv"));
		assertThat(this.house.jdbc().sql("select count(*) from deletion").query(Long.class).single())
			.isEqualTo(items.size());
		assertThat(Files.readString(this.folder.resolve("input/roster/a.csv"))).contains(PERSONS.get(0));
		assertThat(this.house.runs()).hasSize(3);
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.campaigns.reopen("test", "why", REGISTRAR))
			.withMessage("CLEARED");
		assertThat(this.retention.clear(false, REGISTRAR)).isEmpty();
	}

	@Test
	void nothingGoesBeforeItsTimeNorWhatWasOpenedAgain() throws Exception {
		this.house.clock.pass(Duration.ofDays(100));
		assertThat(this.retention.clear(false, REGISTRAR)).isEmpty();
		dropTheHeldOneAndClose();
		this.house.clock.pass(Duration.ofDays(9));
		assertThat(this.retention.clear(false, REGISTRAR)).isEmpty();
		this.campaigns.reopen("test", "why", REGISTRAR);
		this.house.clock.pass(Duration.ofDays(100));
		assertThat(this.retention.clear(false, REGISTRAR)).isEmpty();
		assertThat(everything()).contains(PERSONS.get(0));
	}

	@Test
	void aDryRunTellsAndChangesNothing() throws Exception {
		dropTheHeldOneAndClose();
		this.house.clock.pass(Duration.ofDays(11));
		List<Retention.Item> items = this.retention.clear(true, REGISTRAR);
		assertThat(items).extracting(Retention.Item::what).contains("rows", "file", "input");
		assertThat(everything()).contains(PERSONS.get(0));
		assertThat(this.retention.clear(true, REGISTRAR)).isEqualTo(items);
	}

}
