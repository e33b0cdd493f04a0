package io.rollcall.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.rollcall.results.RunWatch;
import io.rollcall.run.Run;
import io.rollcall.run.RunListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** How a run gets on, as somebody sees it who only knows the database. */
class RunWatchTest {

	@TempDir
	private Path folder;

	private Installation rollcall;

	private RunWatch watch;

	@BeforeEach
	void open() throws Exception {
		this.rollcall = new Installation(this.folder, Installation.SMALL_JOB);
		this.rollcall.file("roster/a.csv", Nights.HEADER + Nights.ONE + Nights.TWO)
			.file("platform/a.csv", Nights.HEADER + Nights.ONE + Nights.TWO);
		this.watch = this.rollcall.bean(RunWatch.class);
	}

	@AfterEach
	void close() {
		this.rollcall.close();
	}

	@Test
	void everyStepIsSeenFromElsewhereAndTheRunEndsWhole() throws Exception {
		List<RunWatch.Progress> seen = new ArrayList<>();
		Run run = this.rollcall.run(LocalDate.of(2020, 11, 12), new RunListener() {

			@Override
			public void stepStarted(Step step) {
				if (step == Step.JUDGE || step == Step.REPORT) {
					seen.add(lookOnce(step));
				}
			}

		}).run();
		assertThat(seen).extracting(RunWatch.Progress::step)
			.containsExactly(Optional.of(RunListener.Step.JUDGE), Optional.of(RunListener.Step.REPORT));
		assertThat(seen.get(0).percent()).isBetween(1, seen.get(1).percent());
		assertThat(seen).allSatisfy((progress) -> assertThat(progress.isOver()).isFalse());
		RunWatch.Progress end = this.watch.look(this.watch.watch(run));
		assertThat(end.isOver()).isTrue();
		assertThat(end.percent()).isEqualTo(100);
	}

	/** The notes are written by a thread of their own, within about a second. */
	private RunWatch.Progress lookOnce(RunListener.Step step) {
		Run running = this.rollcall.past().all().get(0);
		RunWatch.Watched watched = this.watch.watch(running);
		return org.awaitility.Awaitility.await()
			.atMost(io.rollcall.Patience.LONGEST)
			.until(() -> this.watch.look(watched), (progress) -> progress.step().equals(Optional.of(step)));
	}

	@Test
	void formerNightsTellHowLongItStillTakes() throws Exception {
		Run first = this.rollcall.run(LocalDate.of(2020, 11, 12), RunListener.NONE).run();
		assertThat(this.watch.watch(first).usual()).isEmpty();
		Run second = this.rollcall.run(LocalDate.of(2020, 11, 13), RunListener.NONE).run();
		RunWatch.Watched watched = this.watch.watch(second);
		assertThat(watched.usual()).containsOnlyKeys(RunListener.Step.values());
		this.rollcall.jdbc().sql("update run set status = 'running' where run_id = ?").param(second.id()).update();
		this.rollcall.jdbc().sql("delete from run_progress").update();
		assertThat(this.watch.look(watched).left()).isPresent();
		assertThat(this.watch.look(new RunWatch.Watched(second, java.util.Map.of())).left()).isEmpty();
	}

	@Test
	void theFiguresOfANightTellTheSelfCheckByCollegeAndWhatIsToldOnly() throws Exception {
		this.rollcall.run(LocalDate.of(2020, 11, 12), RunListener.NONE);
		assertThat(this.rollcall.jdbc()
			.sql("select name || ' ' || value from run_metric where kind = 'expected' order by name")
			.query(String.class)
			.list()).containsExactly("理学院 1", "飞行器学院 1");
		assertThat(this.rollcall.jdbc().sql("""
				select (select coalesce(sum(value), 0) from run_metric where kind in ('problems', 'information'))
				     - (select count(*) from finding)
				""").query(Long.class).single()).isZero();
	}

}
