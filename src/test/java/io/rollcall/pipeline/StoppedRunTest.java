package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

import io.rollcall.Patience;
import io.rollcall.database.CampaignLock;
import io.rollcall.database.DatabaseException;
import io.rollcall.run.PublishGuard;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Runs that end before they publish: on request, or because they must not go on. */
class StoppedRunTest {

	@TempDir
	private Path folder;

	private Installation rollcall;

	@BeforeEach
	void open() throws IOException {
		this.rollcall = new Installation(this.folder)
			.file("roster/名单.csv", "学号,姓名,学院\n202001001,张三,飞行器学院\n202001002,李四,理学院\n")
			.file("platform/学信网.csv", "学号,姓名,学院\n202001001,张三,飞行器学院\n");
	}

	@AfterEach
	void close() {
		this.rollcall.close();
	}

	@ParameterizedTest
	@EnumSource(RunListener.Step.class)
	void aRunStopsAtEveryStepAndCanBeResumed(RunListener.Step step) throws Exception {
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> this.rollcall.run(at(step, this.rollcall.runs()::stop)))
			.matches(RunFailure::isInterrupt)
			.withMessage("INTERRUPTED");
		assertThat(this.rollcall.past().all()).extracting(Run::status).containsExactly(Run.Status.STOPPED);
		assertThat(this.rollcall.campaignFolder()).isEmptyDirectory();
		assertThat(this.rollcall.resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
	}

	@ParameterizedTest
	@CsvSource({ "UNKNOWN, UNKNOWN", "STARTED, FAILED", "STARTED, STARTED" })
	void aRunWhoseEndCouldNotBeWrittenDownCanBeResumed(String steps, String job) throws Exception {
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> this.rollcall.run(at(RunListener.Step.REPORT, this.rollcall.runs()::stop)));
		this.rollcall.jdbc()
			.sql("update batch_step_execution set status = ? where status <> 'COMPLETED'")
			.param(steps)
			.update();
		this.rollcall.jdbc()
			.sql("update batch_job_execution set status = ?, end_time = case when ? = 'STARTED' then null else end_time end")
			.params(job, job)
			.update();
		assertThat(this.rollcall.resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
	}

	@Test
	void aRunThatBatchHadOnlyBegunToEnterCanBeResumed() throws Exception {
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> this.rollcall.run(at(RunListener.Step.FREEZE, this.rollcall.runs()::stop)));
		for (String table : List.of("batch_step_execution_context", "batch_step_execution",
				"batch_job_execution_context", "batch_job_execution_params", "batch_job_execution")) {
			this.rollcall.jdbc().sql("delete from " + table).update();
		}
		assertThat(this.rollcall.resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
	}

	@Test
	void aStatementThatTakesLongIsCutShort() throws Exception {
		try (Connection other = this.rollcall.database().connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("lock table run_college in access exclusive mode");
			assertThatExceptionOfType(RunFailure.class)
				.isThrownBy(() -> this.rollcall.run(at(RunListener.Step.JUDGE, () -> stopOnceBlocked())))
				.matches(RunFailure::isInterrupt);
			other.rollback();
		}
		assertThat(this.rollcall.resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
	}

	private void stopOnceBlocked() {
		new Thread(() -> {
			String blocked = "select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock'"
					+ " and datname = current_database())";
			try {
				Patience.await("blocked statement",
						() -> this.rollcall.jdbc().sql(blocked).query(Boolean.class).single(),
						() -> this.rollcall.past().all());
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				this.rollcall.runs().stop();
			}
		}).start();
	}

	@Test
	void aRunThatLostItsLockPublishesNothing() throws Exception {
		try (CampaignLock lock = CampaignLock.acquire(this.rollcall.database(), "freshman-2020")) {
			this.rollcall.runs().guard(() -> {
				try {
					lock.verify();
				}
				catch (DatabaseException ex) {
					throw new RunFailure("LOCK_LOST", "freshman-2020");
				}
			});
			assertThatExceptionOfType(RunFailure.class)
				.isThrownBy(() -> this.rollcall.run(at(RunListener.Step.PUBLISH, this::cutTheLock)))
				.withMessage("LOCK_LOST");
		}
		assertThat(this.rollcall.campaignFolder().resolve("2020-11-12-1")).doesNotExist();
		assertThat(this.rollcall.past().all()).extracting(Run::status).containsExactly(Run.Status.PUBLISHING);
		this.rollcall.runs().guard(PublishGuard.NONE);
		assertThat(this.rollcall.resume(1).folder()).isDirectory();
	}

	private void cutTheLock() {
		this.rollcall.jdbc()
			.sql("select pg_terminate_backend(pid) from pg_stat_activity"
					+ " where application_name like 'rollcall %@%' and datname = current_database()")
			.query(Boolean.class)
			.single();
	}

	@Test
	void theGuardIsAskedWhenEverythingElseIsDone() throws Exception {
		Path aside = this.rollcall.campaignFolder().resolve(".2020-11-12-1.part");
		this.rollcall.runs().guard(() -> {
			assertThat(aside.resolve("manifest.json")).isRegularFile();
			assertThat(this.rollcall.past().all()).extracting(Run::status).containsExactly(Run.Status.PUBLISHING);
		});
		assertThat(this.rollcall.run(RunListener.NONE).folder()).isDirectory();
	}

	@Test
	void anOutputFolderThatCannotBeWrittenIsToldBeforeAnythingIsRead() throws Exception {
		Files.writeString(this.folder.resolve("output"), "a file in its place");
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.rollcall.run(RunListener.NONE))
			.withMessage("OUTPUT");
		assertThat(this.rollcall.past().all()).isEmpty();
	}

	@Test
	void reportsThatCannotBeWrittenEndTheRunWithTheFolderAsTheReason() throws Exception {
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> this.rollcall.run(at(RunListener.Step.PUBLISH, this::blockTheTarget)))
			.withMessage("OUTPUT");
	}

	private void blockTheTarget() {
		try {
			Files.createDirectories(this.rollcall.campaignFolder().resolve("2020-11-12-1/in the way"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RunListener at(RunListener.Step step, Runnable action) {
		return new RunListener() {

			@Override
			public void stepStarted(Step started) {
				if (started == step) {
					action.run();
				}
			}

		};
	}

}
