package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.rollcall.database.TestDatabase;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StagedRunsTest {

	private static final String HEAD = "考生号,学号,姓名,性别,出生日期,身份证号,专业名称,学院,民族\n";

	private static final String STUDENT = "20610000000001,202001001,张三,女,19940823,810000199408230021,飞行器设计与工程,飞行器学院,汉族\n";

	@TempDir
	private Path folder;

	@Test
	void recordsGoWhenTheNextRunIsPublishedAndWhatWasFoundStaysKnown() throws Exception {
		try (Installation rollcall = new Installation(this.folder)) {
			Run first = night(rollcall, 12, STUDENT, STUDENT.replace("张三", "张珊"));
			assertThat(staged(rollcall)).containsExactly(first.id());
			Run second = night(rollcall, 13, STUDENT.replace("汉族", "回族"), STUDENT);
			assertThat(staged(rollcall)).containsExactly(second.id());
			assertThat(explain(rollcall, first, "202001001")).contains("张珊").contains("输入文件也已更换");
			assertThatThrownBy(() -> explain(rollcall, first, "202009999")).isInstanceOf(RunFailure.class)
				.hasMessage("INPUT_GONE");
			assertThatThrownBy(
					() -> rollcall.runs().rerun(RunRef.parse("2020-11-12-1").orElseThrow(), "", RunListener.NONE))
				.isInstanceOf(RunFailure.class)
				.hasMessage("INPUT_GONE");
			assertThat(staged(rollcall)).containsExactly(second.id());
		}
	}

	@Test
	void anOlderRunIsExplainedFromItsFilesWhileTheyAreThere() throws Exception {
		try (Installation rollcall = new Installation(this.folder)) {
			Run first = night(rollcall, 12, STUDENT, STUDENT.replace("张三", "张珊"));
			String before = explain(rollcall, first, "202001001");
			night(rollcall, 13, STUDENT, STUDENT.replace("张三", "张珊"));
			assertThat(records(explain(rollcall, first, "202001001"))).isEqualTo(records(before));
		}
	}

	@Test
	void theJobFileSaysOfHowManyRunsRecordsStay() throws Exception {
		Path job = Files.writeString(this.folder.resolve("two.yml"),
				Files.readString(Installation.SMALL_JOB) + "\nkeep_runs: 2\n");
		try (Installation rollcall = new Installation(this.folder, job)) {
			Run first = night(rollcall, 12, STUDENT, STUDENT);
			Run second = night(rollcall, 13, STUDENT, STUDENT);
			assertThat(staged(rollcall)).containsExactly(first.id(), second.id());
			Run third = night(rollcall, 14, STUDENT, STUDENT);
			assertThat(staged(rollcall)).containsExactly(second.id(), third.id());
		}
	}

	@Test
	void recordsGoAtOnceThoughSomebodyHasTheTablesInHand() throws Exception {
		try (Installation rollcall = new Installation(this.folder)) {
			Run first = night(rollcall, 12, STUDENT, STUDENT);
			Run second;
			try (Connection other = rollcall.database().connect()) {
				other.setAutoCommit(false);
				other.createStatement().executeQuery("select count(*) from staged_record where run_id = 0");
				second = night(rollcall, 13, STUDENT, STUDENT);
				assertThat(staged(rollcall)).containsExactly(second.id());
				assertThat(parted(rollcall)).containsExactly(first.id(), second.id());
				other.rollback();
			}
			Run third = night(rollcall, 14, STUDENT, STUDENT);
			assertThat(parted(rollcall)).containsExactly(third.id());
		}
	}

	@Test
	void whoDoesNotOwnTheTablesHasThemPartedAndAnalysed() throws Exception {
		try (Installation rollcall = new Installation(this.folder, Installation.SMALL_JOB,
				TestDatabase.withLeastRights(TestDatabase.migrated()))) {
			Run first = night(rollcall, 12, STUDENT, STUDENT.replace("张三", "张珊"));
			Run second = night(rollcall, 13, STUDENT, STUDENT.replace("张三", "张珊"));
			assertThat(parted(rollcall)).containsExactly(second.id());
			assertThat(rollcall.jdbc()
				.sql("select reltuples from pg_class where relname = 'staged_student_" + second.id() + "'")
				.query(Double.class)
				.single()).isEqualTo(1);
			assertThat(records(explain(rollcall, first, "202001001"))).contains("张珊");
			assertThat(parted(rollcall)).containsExactly(second.id());
		}
	}

	private static Run night(Installation rollcall, int day, String roster, String platform) throws Exception {
		rollcall.file("roster/roster.csv", HEAD + roster).file("platform/platform.csv", HEAD + platform);
		return rollcall.run(LocalDate.of(2020, 11, day), RunListener.NONE).run();
	}

	private static String explain(Installation rollcall, Run run, String wanted) {
		return String.join("\n", rollcall.explanations().explain(wanted, Optional.of(run), Messages.of("zh"), 1_000));
	}

	/** The page from the records on, up to what other runs found. */
	private static String records(String page) {
		return page.substring(page.indexOf("一、"), page.indexOf("七、"));
	}

	/** The runs that have tables of their own, be they empty. */
	private static List<Long> parted(Installation rollcall) {
		return rollcall.jdbc().sql("select run_id from staged_run order by run_id").query(Long.class).list();
	}

	private static List<Long> staged(Installation rollcall) {
		return rollcall.jdbc()
			.sql("select run_id from staged_record union select run_id from staged_student order by run_id")
			.query(Long.class)
			.list();
	}

}
