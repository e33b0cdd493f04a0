package io.rollcall.pipeline;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import io.rollcall.Patience;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.pipeline.remote.Elapsed;
import io.rollcall.pipeline.remote.ProgramVersion;
import io.rollcall.pipeline.remote.WorkerSetup;
import io.rollcall.pipeline.remote.WorkerStore;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Runs whose parts other machines do. */
class RemotePartsTest {

	private static final String PASSWORD = "bad-pass-9431";

	@TempDir
	private Path folder;

	private final Database database = TestDatabase.migrated();

	private final AtomicLong later = new AtomicLong();

	private final List<Installation> open = new ArrayList<>();

	private final List<Colleague> colleagues = new ArrayList<>();

	private Installation own;

	@BeforeEach
	void inputs() throws Exception {
		Path job = Files.createDirectories(this.folder.resolve("jobs")).resolve("freshman-2020.yml");
		Files.writeString(job, Files.readString(Installation.SMALL_JOB) + "\nworkbook_password_file: password\n");
		Files.writeString(job.resolveSibling("password"), PASSWORD + "\n");
		this.own = opened(Map.of());
		this.own.file("roster/名单.csv",
				"考生号,学号,姓名,学院\n20610000000001,202001001,张三,飞行器学院\n" + "20610000000002,202001002,李四,理学院\n,,王五,理学院\n");
		this.own.file("platform/学信网.csv",
				"考生号,学号,姓名,学院\n20610000000001,202001001,张三,理学院\n" + "20610000000003,202001003,赵六,理学院\n");
	}

	@AfterEach
	void close() {
		dismiss();
		this.open.forEach(Installation::close);
	}

	private void dismiss() {
		this.colleagues.forEach(Colleague::close);
		this.colleagues.clear();
	}

	private Installation opened(Map<String, Object> more) throws Exception {
		Installation opened = new Installation(this.folder, this.folder.resolve("jobs/freshman-2020.yml"),
				this.database, more);
		this.open.add(opened);
		return opened;
	}

	private Installation manager() throws Exception {
		Installation manager = opened(Map.of("rollcall.parts", "remote", "rollcall.part-timeout", "60"));
		Elapsed fast = new Elapsed() {

			@Override
			public long nanos() {
				return super.nanos() + RemotePartsTest.this.later.get();
			}

		};
		ReflectionTestUtils.setField(manager.bean(Parts.class), "stopwatch", fast);
		return manager;
	}

	private void colleague() throws Exception {
		employ(Colleague.of(this.folder, this.database, Map.of())).ready();
	}

	private Colleague employ(Colleague colleague) {
		this.colleagues.add(colleague);
		return colleague;
	}

	/** Nothing that was read before is taken over. */
	private void afresh() {
		this.own.jdbc().sql("update run_file set reading = null").update();
	}

	private void assertSame(String one, String other) throws Exception {
		Path runs = this.own.campaignFolder();
		for (String file : List.of("findings.csv", "rejects.csv")) {
			assertThat(runs.resolve(other).resolve(file)).hasSameBinaryContentAs(runs.resolve(one).resolve(file));
		}
		assertThat(cells(runs.resolve(other))).isEqualTo(cells(runs.resolve(one))).hasSizeGreaterThan(2);
	}

	/**
	 * The cells of all workbooks but those of the summary, which tells the run's number.
	 */
	private static Map<String, List<String>> cells(Path run) throws Exception {
		Map<String, List<String>> cells = new TreeMap<>();
		Files.walkFileTree(run, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws java.io.IOException {
				if (file.toString().endsWith(".xlsx")) {
					cells.put(run.relativize(file).toString(), cellsOf(file));
				}
				return FileVisitResult.CONTINUE;
			}

		});
		return cells;
	}

	private static List<String> cellsOf(Path workbook) throws java.io.IOException {
		List<String> cells = new ArrayList<>();
		try (InputStream in = Files.newInputStream(workbook); Workbook book = WorkbookFactory.create(in, PASSWORD)) {
			for (Sheet sheet : book) {
				if (book.getSheetIndex(sheet) == 0) {
					continue;
				}
				for (Row row : sheet) {
					for (Cell cell : row) {
						cells.add(sheet.getSheetName() + "!" + cell.getAddress() + "=" + cell);
					}
				}
			}
		}
		return cells;
	}

	private void assertNothingIsLeft() throws Exception {
		assertThat(this.own.jdbc().sql("""
				select (select count(*) from part) + (select count(*) from int_channel_message)
				     + (select count(*) from remote_run where sealed is not null)
				""").query(Long.class).single()).as("requests left behind").isZero();
		try (var left = Files.list(this.own.campaignFolder())) {
			assertThat(left.map((path) -> path.getFileName().toString())).noneMatch((name) -> name.startsWith("."));
		}
	}

	@Test
	void workersMakeTheSameAsOwnThreadsUnderOtherNamesOfTheFoldersAndWithoutAJobFile() throws Exception {
		this.own.run(RunListener.NONE);
		afresh();
		colleague();
		colleague();
		manager().run(RunListener.NONE);
		assertSame("2020-11-12-1", "2020-11-12-2");
		assertThat(this.own.bean(WorkerStore.class).alive()).extracting(WorkerStore.Seen::part).containsOnly("");
		Patience.await("count",
				() -> this.own.bean(WorkerStore.class).alive().stream().mapToLong(WorkerStore.Seen::done).sum() == 7,
				() -> this.own.bean(WorkerStore.class).alive());
		dismiss();
		assertNothingIsLeft();
		assertThat(this.own.bean(WorkerStore.class).alive()).isEmpty();
	}

	@Test
	void whatAWorkerDoesNotSeeIsDoneByTheManager() throws Exception {
		this.own.run(RunListener.NONE);
		afresh();
		Path elsewhere = Files.createDirectories(this.folder.resolve("elsewhere"));
		Path home = Files.createDirectories(elsewhere.resolve("home"));
		Files.copy(this.folder.resolve("home/reference.key"), home.resolve("reference.key"));
		employ(new Colleague(elsewhere, this.database, elsewhere, elsewhere, Map.of())).ready();
		manager().run(RunListener.NONE);
		assertSame("2020-11-12-1", "2020-11-12-2");
	}

	@Test
	void aFileThatChangesAfterTheListWasFrozenIsRefusedByTheManager() throws Exception {
		this.own.bean(InstallationKey.class).references();
		colleague();
		manager().run(at(RunListener.Step.LOAD,
				() -> Files.writeString(this.folder.resolve("input/platform/学信网.csv"), "学号,姓名\n202001009,孙七\n")));
		assertThat(this.own.campaignFolder().resolve("2020-11-12-1/rejects.csv")).content()
			.contains("\"platform\",\"学信网.csv\",\"\",\"\",\"FILE_CHANGED\"");
	}

	@Test
	void withoutAWorkerTheRunSaysSoAfterAMinuteAndFailsAfterAnHourAndGoesOnWithOne() throws Exception {
		this.own.bean(InstallationKey.class).references();
		Installation manager = manager();
		List<Boolean> told = new CopyOnWriteArrayList<>();
		RunListener listener = new RunListener() {

			@Override
			public void progress(Step step, long done, long total) {
				RemotePartsTest.this.later.addAndGet(Duration.ofSeconds(told.isEmpty() ? 61 : 3_601).toNanos());
			}

			@Override
			public void waiting(Step step, boolean waiting) {
				told.add(waiting);
			}

		};
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> manager.run(listener)).withMessage("NO_WORKER");
		assertThat(told).first().isEqualTo(true);
		Run failed = this.own.past().all().get(0);
		assertThat(failed.status()).isEqualTo(Run.Status.FAILED);
		assertNothingIsLeft();
		colleague();
		// It goes on with workers though nobody says so again.
		assertThat(this.own.resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
		assertThat(this.own.bean(WorkerStore.class).alive()).hasSize(1);
	}

	@Test
	void aRunStopsWhilePartsWaitAndOwnThreadsCanGoOn() throws Exception {
		this.own.bean(InstallationKey.class).references();
		Installation manager = manager();
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> manager.run(progress(() -> manager.runs().stop())))
			.matches(RunFailure::isInterrupt);
		assertThat(this.own.past().all().get(0).status()).isEqualTo(Run.Status.STOPPED);
		assertNothingIsLeft();
		assertThat(opened(Map.of("rollcall.parts", "local")).resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
	}

	@Test
	void aWorkerLeavesAPartOfARunThatIsStopped() throws Exception {
		this.own.bean(InstallationKey.class).references();
		StringBuilder rows = new StringBuilder("考生号,学号,姓名,学院\n");
		for (int i = 0; i < 200_000; i++) {
			rows.append("2061%010d,2020%06d,测试,理学院\n".formatted(i, i));
		}
		this.own.file("admission/many.csv", rows.toString());
		Installation manager = manager();
		colleague();
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> manager.run(progress(() -> manager.runs().stop())))
			.matches(RunFailure::isInterrupt);
		Patience.await("idle worker",
				() -> this.own.bean(WorkerStore.class).alive().stream().allMatch((seen) -> seen.part().isEmpty()),
				() -> this.own.bean(WorkerStore.class).alive());
		dismiss();
		assertNothingIsLeft();
		assertThat(this.own.jdbc()
			.sql("select count(*) from staged_record where run_id = (select max(run_id) from run) and role = 'admission'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void partsOfWhichTheDatabaseKeptNoMoreThanTheNamesAreDoneAll() throws Exception {
		this.own.bean(InstallationKey.class).references();
		Installation manager = manager();
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> manager.run(progress(() -> manager.runs().stop())));
		assertThat(this.own.jdbc().sql("""
				delete from batch_step_execution_context where step_execution_id in (
				  select step_execution_id from batch_step_execution where step_name like 'load.part:%')
				""").update()).isEqualTo(2);
		colleague();
		assertThat(manager.resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
		assertThat(
				this.own.jdbc().sql("select count(*) from run_file where status = 'loaded'").query(Long.class).single())
			.isEqualTo(2);
	}

	@Test
	void aPartThatEndsEveryWorkerFailsTheRun() throws Exception {
		this.own.bean(InstallationKey.class).references();
		Installation manager = manager();
		RunListener listener = progress(() -> {
			if (this.own.jdbc().sql("update part set takes = 5 where takes = 0").update() > 0) {
				colleague();
			}
		});
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> manager.run(listener)).withMessage("PART_LOST");
	}

	@Test
	void aWorkerWhosePartHangsEndsAndAnotherTakesThePartThoughItsThreadNeverComesBack() throws Exception {
		this.own.run(RunListener.NONE);
		afresh();
		Installation manager = manager();
		Colleague hanging = employ(Colleague.of(this.folder, this.database, Map.of(WorkerSetup.SILENCE, "2s")));
		CountDownLatch back = new CountDownLatch(1);
		ReflectionTestUtils.setField(hanging.bean("bench"), "handler", new Hanging(back));
		WorkerStore workers = this.own.bean(WorkerStore.class);
		List<Duration> silences = new CopyOnWriteArrayList<>();
		manager.run(progress(() -> {
			if (this.colleagues.size() == 1) {
				Patience.await("silence",
						() -> workers.alive()
							.stream()
							.anyMatch((seen) -> silences.add(seen.silence()) && seen.silence().toSeconds() > 0),
						workers::alive);
				assertThat(hanging.failure()).hasMessage("PART_STUCK");
				colleague();
			}
		}));
		assertThat(silences).last().isEqualTo(Duration.ofSeconds(1));
		assertSame("2020-11-12-1", "2020-11-12-2");
		assertNothingIsLeft();
		back.countDown();
	}

	/** Never ends a part, like a folder that does not answer. */
	private static final class Hanging extends StepExecutionRequestHandler {

		private final CountDownLatch back;

		private Hanging(CountDownLatch back) {
			this.back = back;
		}

		@Override
		public StepExecution handle(StepExecutionRequest request) {
			try {
				this.back.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			throw new IllegalStateException("it came back");
		}

	}

	@Test
	void aWorkerOfAnotherVersionTakesNothingUntilTheManagerHasIt() throws Exception {
		this.own.bean(InstallationKey.class).references();
		Map<String, Object> next = Map.of("rollcall.build", "next-one");
		Installation manager = manager();
		employ(Colleague.of(this.folder, this.database, next)).ready();
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> manager.run(progress(() -> this.later.addAndGet(Duration.ofHours(1).toNanos()))))
			.withMessage("NO_WORKER");
		List<WorkerStore.Seen> seen = this.own.bean(WorkerStore.class).alive();
		assertThat(seen).hasSize(1);
		assertThat(seen.get(0).version()).isEqualTo("-+next-one");
		assertThat(seen.get(0).manager())
			.hasValueSatisfying((version) -> assertThat(version).isNotEqualTo("-+next-one"));
		assertThat(seen.get(0).done()).isZero();
		Installation upgraded = opened(Map.of("rollcall.parts", "remote", "rollcall.build", "next-one"));
		assertThat(upgraded.resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
		assertThat(this.own.bean(WorkerStore.class).alive().get(0).manager()).isEmpty();
	}

	@Test
	void aWorkerWithAnotherKeyOrNoneEnds() throws Exception {
		this.own.bean(InstallationKey.class).references();
		Path other = Files.createDirectories(this.folder.resolve("other"));
		Path home = Files.createDirectories(other.resolve("home"));
		Colleague without = employ(new Colleague(other, this.database, other, other, Map.of()));
		assertThat(without.failure()).hasMessage("KEY_ABSENT");
		Files.writeString(home.resolve("reference.key"), "ab".repeat(32));
		Colleague wrong = employ(new Colleague(other, this.database, other, other, Map.of()));
		assertThat(wrong.failure()).hasMessage("KEY_OTHER");
		assertThat(this.own.jdbc().sql("select count(*) from reference_key").query(Long.class).single()).isOne();
	}

	@Test
	void aWorkerThatCameBeforeTheKeyEndsWithItsFirstPart() throws Exception {
		Path other = Files.createDirectories(this.folder.resolve("other"));
		Files.writeString(Files.createDirectories(other.resolve("home")).resolve("reference.key"), "ab".repeat(32));
		Installation manager = manager();
		Colleague early = employ(new Colleague(other, this.database, other, other, Map.of())).ready();
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> manager.run(progress(() -> {
			early.failure();
			this.later.addAndGet(Duration.ofHours(1).toNanos());
		}))).withMessage("NO_WORKER");
		assertThat(early.failure()).hasMessage("KEY_OTHER");
		this.later.set(0);
		colleague();
		assertThat(manager.resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
	}

	@Test
	void aWorkerEndsWhenItsFolderIsGone() throws Exception {
		this.own.bean(InstallationKey.class).references();
		Colleague colleague = employ(Colleague.of(this.folder, this.database, Map.of())).ready();
		Path input = this.folder.resolve("input");
		Files.move(input, this.folder.resolve("unmounted"));
		assertThat(colleague.failure()).hasMessage("FOLDER_ABSENT");
	}

	@Test
	void thePasswordIsSealedAndNothingButNumbersIsSent() throws Exception {
		this.own.bean(InstallationKey.class).references();
		List<String> seen = new CopyOnWriteArrayList<>();
		Installation manager = manager();
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> manager.run(progress(() -> {
			seen.addAll(this.own.jdbc()
				.sql("select message_content from int_channel_message")
				.query((row, index) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
				.list());
			seen.addAll(this.own.jdbc()
				.sql("select sealed from remote_run")
				.query((row, index) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
				.list());
			manager.runs().stop();
		})));
		assertThat(seen).hasSizeGreaterThan(2).noneMatch((text) -> text.contains(PASSWORD));
		assertThat(seen.subList(0, 2)).allMatch((text) -> text.matches("load\\.part [0-9]+"));
		assertNothingIsLeft();
	}

	@Test
	void whatIsNoRequestIsThrownAway() throws Exception {
		this.own.bean(InstallationKey.class).references();
		String group = "parts-" + this.own.bean(ProgramVersion.class);
		this.own.jdbc().sql("""
				insert into int_channel_message (message_id, group_key, created_date, message_content, region)
				values (gen_random_uuid(), ?, 1, '\\xaced0005'::bytea, 'rollcall')
				""").param(UUID.nameUUIDFromBytes(group.getBytes(StandardCharsets.UTF_8)).toString()).update();
		colleague();
		Patience.await("empty table",
				() -> this.own.jdbc().sql("select count(*) from int_channel_message").query(Long.class).single() == 0,
				() -> "it lies there");
		assertThat(manager().run(RunListener.NONE).run().status()).isEqualTo(Run.Status.PUBLISHED);
	}

	/** Something that may fail. */
	@FunctionalInterface
	private interface Action {

		void take() throws Exception;

	}

	private static void take(Action action) {
		try {
			action.take();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RunListener at(RunListener.Step step, Action action) {
		return new RunListener() {

			@Override
			public void stepStarted(Step started) {
				if (started == step) {
					RemotePartsTest.take(action);
				}
			}

		};
	}

	/** Does something whenever the manager looks how far parts are. */
	private static RunListener progress(Action action) {
		return new RunListener() {

			@Override
			public void progress(Step step, long done, long total) {
				if (step == Step.LOAD) {
					RemotePartsTest.take(action);
				}
			}

		};
	}

}
