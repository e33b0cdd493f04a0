package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.rollcall.files.WholeFolders;
import io.rollcall.report.ReadBack;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.RunListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that an earlier run has read: what is taken over gives the same as reading it
 * anew, and what reading anew would change is not taken over.
 */
class EarlierReadingsTest {

	private static final String HEAD = "考生号,学号,姓名,性别,出生日期,身份证号,专业名称,学院,民族\n";

	private static final String ONE = "20610000000001,202001001,张三,女,19940823,810000199408230021,飞行器设计与工程,飞行器学院,汉族\n";

	/** Becomes 14 years old in the night of the 13th. */
	private static final String YOUNG = "20610000000002,202001002,李四,男,20061113,,软件工程,理学院,汉族\n";

	/** Was not born before the night of the 13th, says the number. */
	private static final String UNBORN = "20610000000003,202001003,王五,男,,110101202011130012,软件工程,理学院,汉族\n";

	private static final String NAMELESS = "20610000000004,202001004,NULL,男,,,软件工程,理学院,汉族\n";

	private static final String CLAIMS = "学号,姓名,信息问题,正确内容,提交日期\n202001001,张三,民族,回族,11.13\n";

	@TempDir
	private static Path folder;

	private static Installation rollcall;

	private long run;

	@BeforeAll
	static void open() throws Exception {
		rollcall = installation("own");
	}

	@AfterAll
	static void close() {
		rollcall.close();
	}

	/** Files as usual, of which nobody remembers anything. */
	@BeforeEach
	void files() throws Exception {
		WholeFolders.delete(folder.resolve("own/input"));
		files(rollcall);
		rollcall.jdbc().sql("update run_file set reading = null").update();
	}

	@Test
	void theSameIsFoundAsIfEveryFileWereReadEveryNight() throws Exception {
		try (Installation one = installation("one")) {
			one.bean(InstallationKey.class).references();
			Files.createDirectories(folder.resolve("other/home"));
			Files.copy(folder.resolve("one/home/reference.key"), folder.resolve("other/home/reference.key"));
			try (Installation other = installation("other")) {
				files(one);
				files(other);
				for (int day = 12; day < 15; day++) {
					LocalDate date = LocalDate.of(2020, 11, day);
					Map<String, Object> found = reports(one.run(date, RunListener.NONE).folder());
					assertThat(found).containsKeys("findings.csv", "rejects.csv", "registrar.xlsx");
					assertThat(found).isEqualTo(reports(other.run(date, RunListener.NONE).folder()));
					other.jdbc().sql("update run_file set reading = null").update();
				}
			}
		}
	}

	@Test
	void unchangedFilesAreTakenOverAndChangedOnesRead() throws Exception {
		night(11);
		assertThat(taken(11)).containsExactly("admission", "platform", "roster");
		rollcall.file("platform/platform.csv", HEAD + ONE + ONE.replace("1,", "7,"));
		assertThat(taken(11)).containsExactly("admission", "roster");
	}

	@Test
	void aFileIsReadAnewOnceTheDateDecides() throws Exception {
		rollcall.file("platform/platform.csv", HEAD + ONE + YOUNG).file("admission/admission.csv", HEAD + ONE + UNBORN);
		night(11);
		assertThat(taken(12)).containsExactly("admission", "platform", "roster");
		assertThat(taken(13)).containsExactly("roster");
		assertThat(taken(14)).containsExactly("admission", "platform", "roster");
		rollcall.jdbc().sql("update run_file set reading = null where run_id < ?").param(this.run).update();
		assertThat(taken(12)).containsExactly("roster");
	}

	@Test
	void daysThatOnlyTheDateCompletesAreReadAnew() throws Exception {
		rollcall.file("discrepancies/claims.csv", CLAIMS);
		night(12);
		assertThat(taken(12)).contains("discrepancies");
		assertThat(taken(13)).doesNotContain("discrepancies");
	}

	@Test
	void whatOtherFilesDecideOfIsReadAnew() throws Exception {
		rollcall.file("roster/roster.csv", HEAD + ONE + NAMELESS);
		night(11);
		assertThat(taken(11)).containsExactly("admission", "platform");
	}

	@Test
	void otherRulesReadEverythingAnew() throws Exception {
		night(11);
		mark();
		night(11, Files.readString(Installation.SMALL_JOB) + "\nrequired: [name, ethnic_group]\n", false);
		assertThat(marked()).isEmpty();
	}

	@Test
	void anotherCodeTableReadsTheFilesOfItsFolderAnew() throws Exception {
		String table = "MZDM,MZMC\n01,汉族\n";
		rollcall.file("admission/61/admission.csv", HEAD + ONE).file("admission/61/TD_MZDM.csv", table);
		Files.delete(folder.resolve("own/input/admission/admission.csv"));
		night(11);
		assertThat(taken(11)).containsExactly("admission", "platform", "roster");
		rollcall.file("admission/61/TD_MZDM.csv", table + "02,蒙古族\n");
		assertThat(taken(11)).containsExactly("platform", "roster");
	}

	@Test
	void whatIsShownInFullIsReadAnew() throws Exception {
		night(11);
		mark();
		night(11, Files.readString(Installation.SMALL_JOB), true);
		assertThat(marked()).isEmpty();
	}

	@Test
	void rowsThatAreNotAllThereAnyMoreAreReadAnew() throws Exception {
		night(11);
		mark();
		rollcall.jdbc().sql("delete from staged_record where role = 'platform'").update();
		night(11);
		assertThat(marked()).containsExactly("admission", "roster");
		assertThat(rows("role", "platform")).hasSize(2);
	}

	@Test
	void aFileIsTakenOverUnderAnotherNumber() throws Exception {
		night(11);
		rollcall.file("roster/another.csv", HEAD + ONE.replace("1,", "9,"));
		assertThat(taken(11)).containsExactly("admission", "platform", "roster");
		assertThat(rows("file_no || ' ' || student_no", "roster")).containsExactly("1 202001009", "2 202001001",
				"2 202001002");
	}

	private static Installation installation(String name) throws Exception {
		return new Installation(folder.resolve(name), Installation.SMALL_JOB).at("2020-11-20T08:00:00Z");
	}

	private static void files(Installation rollcall) throws Exception {
		rollcall.file("roster/roster.csv", HEAD + ONE + ONE.replace("1,", "2,").replace("汉族", "火星族"));
		rollcall.file("platform/platform.csv", HEAD + ONE + ",,,,,,软件工程,理学院,汉族\n" + YOUNG);
		rollcall.file("admission/admission.csv", HEAD + ONE + UNBORN);
	}

	private void night(int day) throws Exception {
		night(day, Files.readString(Installation.SMALL_JOB), false);
	}

	private void night(int day, String job, boolean unmasked) throws Exception {
		this.run = rollcall.judge(job, LocalDate.of(2020, 11, day), unmasked).id();
	}

	/** Runs a night; returns of which roles rows were taken over. */
	private List<String> taken(int day) throws Exception {
		mark();
		night(day);
		return marked();
	}

	private void mark() {
		rollcall.jdbc().sql("update staged_record set sheet = 'read before'").update();
	}

	private List<String> marked() {
		return rollcall.jdbc()
			.sql("select distinct role from staged_record where run_id = ? and sheet = 'read before' order by role")
			.param(this.run)
			.query(String.class)
			.list();
	}

	private List<String> rows(String shown, String role) {
		return rollcall.jdbc()
			.sql("select " + shown + " from staged_record where run_id = ? and role = ? order by id")
			.params(this.run, role)
			.query(String.class)
			.list();
	}

	/** Tables as they are, of workbooks the cells. */
	private static Map<String, Object> reports(Path folder) throws Exception {
		Map<String, Object> reports = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String name = folder.relativize(file).toString();
				if (name.endsWith(".xlsx")) {
					reports.put(name, ReadBack.sheets(file));
				}
				else if (name.endsWith(".csv")) {
					reports.put(name, Files.readString(file));
				}
			}
		}
		return reports;
	}

}
