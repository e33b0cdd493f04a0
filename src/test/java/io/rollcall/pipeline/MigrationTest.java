package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database of the version in which findings were answered: three nights of a school
 * whose workbooks that version wrote, accepted and still finds in the folder.
 */
class MigrationTest {

	private static final Path OLD = Dump.folder("9");

	@TempDir
	private Path folder;

	private Installation installation;

	@BeforeEach
	void migrate() throws Exception {
		Map.of("roster.csv", "roster/a.csv", "platform.csv", "platform/a.csv", "admission.csv", "admission/a.csv",
				"申报.csv", "discrepancies/申报.csv", "教务处.xlsx", "reviews/教务处.xlsx", "理学院.xlsx", "reviews/理学院.xlsx",
				"飞行器学院.xlsx", "reviews/飞行器学院.xlsx")
			.forEach(this::copy);
		Database database = TestDatabase.fresh();
		Dump.load(database, "9", this.folder);
		this.installation = new Installation(this.folder, Installation.SMALL_JOB, database);
	}

	private void copy(String from, String to) {
		try {
			Path target = this.folder.resolve("input").resolve(to);
			Files.createDirectories(target.getParent());
			Files.copy(OLD.resolve(from), target, StandardCopyOption.COPY_ATTRIBUTES);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@AfterEach
	void close() {
		this.installation.close();
	}

	@Test
	void answersThatAgreeHoldAndWhatContradictsItselfIsOpenAndTold() {
		assertThat(cases()).containsEntry("202001001 ethnic_group", "registrar-approved 汉族 migrated-written")
			.containsEntry("202001002 major_name", "open  migrated-contradiction")
			.containsEntry("202001003 ethnic_group", "college-confirmed  ");
		assertThat(this.installation.jdbc()
			.sql("select count(*) from case_event where case_id = '' or case_no = 0")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void theNextNightGoesOnAndRefusesNothingThatWasAccepted() throws Exception {
		Path night = this.installation.run(LocalDate.of(2020, 11, 15), RunListener.NONE).folder();
		assertThat(cases()).containsEntry("202001001 ethnic_group", "registrar-approved 汉族 migrated-written")
			.containsEntry("202001002 major_name", "open  migrated-contradiction")
			.containsEntry("202001003 ethnic_group", "college-confirmed  ");
		assertThat(codes()).doesNotContain("REVIEW_REFUSED");
		assertThat(Nights.sheet(night.resolve("corrections.xlsx"), "更正前后对照").subList(0, 1)).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("更正后", "汉族")
				.containsEntry("审核人", "王老师")
				.containsEntry("复核人", "赵老师"));
		assertThat(Nights.sheet(night.resolve("registrar.xlsx"), "待处理"))
			.anySatisfy((row) -> assertThat(row.get("状态")).contains("旧版各条答复不一致"))
			.anySatisfy((row) -> assertThat(row.get("状态")).contains("旧版已写入更正文件"));
	}

	@Test
	void aRunOfAnOldNightOverAgainAcceptsItsWorkbooks() {
		RunOutcome again = this.installation.runs()
			.rerun(RunRef.parse("2020-11-13-1").orElseThrow(), "", RunListener.NONE);
		assertThat(again.rows().get("reviews").rejected()).isZero();
		assertThat(cases()).containsEntry("202001001 ethnic_group", "college-confirmed  ");
	}

	/** State, approved value and note of each case after the newest run. */
	private Map<String, String> cases() {
		Map<String, String> cases = new TreeMap<>();
		this.installation.jdbc().sql("""
				select student_no || ' ' || matter, state || ' ' || approved || ' ' || note from run_case
				 where run_id = (select max(run_id) from run_case)
				""").query((row) -> {
			cases.put(row.getString(1), row.getString(2));
		});
		return cases;
	}

	private List<String> codes() {
		return this.installation.jdbc()
			.sql("select distinct code from finding where run_id = (select max(run_id) from run)")
			.query(String.class)
			.list();
	}

}
