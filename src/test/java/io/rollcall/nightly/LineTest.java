package io.rollcall.nightly;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.rollcall.Patience;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.database.CampaignLock;
import io.rollcall.database.DatabaseException;
import io.rollcall.database.Presence;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOrigin.Trigger;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import io.rollcall.text.Messages;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One line a campaign, whoever wants a run. */
class LineTest {

	private static final Actor REGISTRAR = new Actor("registrar", "registrar", "");

	@TempDir
	private Path folder;

	private House house;

	private RunLine line;

	private RunDesk desk;

	private JobFolder.Job job;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder);
		this.line = this.house.get(RunLine.class);
		this.desk = this.house.get(RunDesk.class);
		this.job = this.house.job("");
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	private Run request(String date) {
		return this.desk.request(this.house.request(this.job, date, Trigger.PORTAL), REGISTRAR);
	}

	@Test
	void aWaitingRunHasItsNumberAndIsCarriedThroughInItsTurn() {
		try (Presence serving = Presence.show(this.house.database(), Presence.SERVING)) {
			Run first = request("2020-11-10");
			Run second = request("2020-11-11");
			assertThat(serving.isShown()).isTrue();
			assertThat(this.house.runs()).containsExactly("2020-11-10-1 waiting portal", "2020-11-11-1 waiting portal");
			assertThat(this.line.next()).containsExactly(ref(first));
			carry(first);
			// The server notices with a little delay that the lock's session has ended.
			Awaitility.await()
				.atMost(Patience.LONGEST)
				.untilAsserted(() -> assertThat(this.line.next()).containsExactly(ref(second)));
		}
		assertThat(this.house.runs()).containsExactly("2020-11-10-1 published portal", "2020-11-11-1 waiting portal");
	}

	private RunOutcome carry(Run run) {
		try (CampaignLock lock = CampaignLock.acquire(this.house.database(), House.CAMPAIGN)) {
			return this.line.carry(lock, run, RunListener.NONE);
		}
	}

	@Test
	void anEqualRequestIsRefusedAndAnotherOneIsNot() {
		request("2020-11-10");
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> request("2020-11-10"))
			.withMessage("WAITS_ALREADY");
		assertThat(request("2020-11-11").number()).isEqualTo(1);
	}

	@Test
	void aSecondPressWhileTheFirstRunHasJustBegunIsRefusedTooAndSaysWhoWasFirst() {
		Run first = request("2020-11-10");
		this.house.jdbc().sql("update run set status = 'running'").update();
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> request("2020-11-10"))
			.matches((failure) -> failure.sentence(Messages.of("en")).contains(first + ", asked for by somebody"));
		this.house.jdbc().sql("update run set frozen_at = now(), queued_at = now() - interval '2 minutes'").update();
		assertThat(request("2020-11-10").number()).isEqualTo(2);
	}

	@Test
	void ofTwoEqualRequestsAtOnceOneIsTaken() {
		List<CompletableFuture<Boolean>> both = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
			try {
				return request("2020-11-10") != null;
			}
			catch (RunFailure ex) {
				return false;
			}
		})).limit(2).toList();
		assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
	}

	@Test
	void aRunOverAgainWaitsInLineWithWhoWantedItAndWhy() {
		Run first = this.house.run(this.job, "2020-11-10");
		Run again = this.desk.rerun(ref(first), "a broken export", REGISTRAR);
		assertThat(this.house.runs()).containsExactly("2020-11-10-1 published command", "2020-11-10-2 waiting rerun");
		assertThat(again.reason()).isEqualTo("a broken export");
		assertThat(again.origin().by()).isEqualTo("registrar");
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.desk.rerun(ref(first), "why", REGISTRAR))
			.withMessage("WAITS_ALREADY");
		assertThat(carry(again).run().inputsOf()).contains(first.id());
	}

	@Test
	void aRunThatHasReadNothingCannotBeRunAgain() {
		Run waiting = request("2020-11-10");
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.desk.rerun(ref(waiting), "why", REGISTRAR))
			.withMessage("NO_INPUTS");
	}

	@Test
	void whatWasStoppedIsResumedByTheLineAndWhatIsPublishedIsNot() {
		Run run = request("2020-11-10");
		this.desk.stop(ref(run), "not now", REGISTRAR);
		assertThat(this.desk.resume(ref(run), "now", REGISTRAR).status()).isEqualTo(Run.Status.WAITING);
		assertThat(carry(run).run().status()).isEqualTo(Run.Status.PUBLISHED);
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.desk.resume(ref(run), "why", REGISTRAR))
			.withMessage("NOT_ENDED");
	}

	@Test
	void stopTakesAWaitingRunOutAndNobodyCarriesItThrough() {
		Run run = request("2020-11-10");
		assertThat(this.desk.stop(ref(run), "why", REGISTRAR).status()).isEqualTo(Run.Status.STOPPED);
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> carry(run)).withMessage("TAKEN_OUT");
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.desk.stop(ref(run), "why", REGISTRAR))
			.withMessage("NOT_RUNNING");
	}

	@Test
	void aBusyCampaignSaysSoAndOnesTurnComes() throws Exception {
		CompletableFuture<RunOutcome> waiting;
		try (CampaignLock lock = CampaignLock.acquire(this.house.database(), House.CAMPAIGN)) {
			assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> this.house.run(this.job, "2020-11-10"));
			assertThat(this.house.runs()).isEmpty();
			CompletableFuture<Run> place = new CompletableFuture<>();
			waiting = CompletableFuture
				.supplyAsync(() -> this.line.start(this.house.request(this.job, "2020-11-10", Trigger.COMMAND),
						new RunLine.Wish(true, place::complete, RunListener.NONE)));
			assertThat(place.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS).status())
				.isEqualTo(Run.Status.WAITING);
			lock.verify();
		}
		assertThat(waiting.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS).run().status())
			.isEqualTo(Run.Status.PUBLISHED);
	}

	@Test
	void aRunThatWaitsForItsCommandIsTakenOutWhenTheCommandIsGone() {
		Presence gone = Presence.alone(this.house.database());
		this.house.get(io.rollcall.pipeline.RunService.class)
			.enqueue(this.house.request(this.job, "2020-11-10", Trigger.COMMAND), gone.name());
		this.line.tidy();
		assertThat(this.house.runs()).containsExactly("2020-11-10-1 waiting command");
		gone.close();
		Awaitility.await().atMost(Patience.LONGEST).untilAsserted(() -> {
			this.line.tidy();
			assertThat(this.house.runs()).containsExactly("2020-11-10-1 stopped command");
		});
	}

	@Test
	void aDeadRunGoesOnByItselfOnceAndThenHasFailed() {
		Run run = request("2020-11-10");
		try (Presence serving = Presence.show(this.house.database(), Presence.SERVING)) {
			die();
			assertThat(this.house.runs()).containsExactly("2020-11-10-1 waiting portal");
			die();
			assertThat(this.house.runs()).containsExactly("2020-11-10-1 failed portal");
			assertThat(serving.isShown()).isTrue();
		}
		assertThat(this.line.resume(ref(run), new RunLine.Wish(false, (any) -> {
		}, RunListener.NONE)).run().status()).isEqualTo(Run.Status.PUBLISHED);
	}

	/** As a process leaves a run that is killed while it works. */
	private void die() {
		this.house.jdbc().sql("update run set status = 'running'").update();
		// The server frees a lock with a little delay.
		Awaitility.await().atMost(Patience.LONGEST).untilAsserted(() -> {
			this.line.tidy();
			assertThat(this.house.runs()).noneMatch((run) -> run.contains(" running "));
		});
	}

	@Test
	void aDeadRunThatSomebodyWantedStoppedDoesNotGoOn() {
		request("2020-11-10");
		this.house.jdbc().sql("update run set stop_wanted = true").update();
		try (Presence serving = Presence.show(this.house.database(), Presence.SERVING)) {
			die();
			assertThat(serving.isShown()).isTrue();
		}
		assertThat(this.house.runs()).containsExactly("2020-11-10-1 failed portal");
	}

	@Test
	void aRunIsStoppedByWhoeverAsksWhereverItRuns() throws Exception {
		Run run = request("2020-11-10");
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> {
			try (CampaignLock lock = CampaignLock.acquire(this.house.database(), House.CAMPAIGN)) {
				this.line.carry(lock, run, new RunListener() {

					@Override
					public void stepStarted(Step step) {
						if (step == Step.JUDGE) {
							// By somebody who is not in the transaction of the step.
							CompletableFuture.runAsync(() -> LineTest.this.desk.stop(ref(run), "why", REGISTRAR))
								.join();
							Awaitility.await().atMost(Patience.LONGEST).until(() -> isStopping());
						}
					}

				});
			}
		}).matches(RunFailure::isInterrupt);
		assertThat(this.house.runs()).containsExactly("2020-11-10-1 stopped portal");
	}

	private static boolean isStopping() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch((thread) -> thread.getName().equals("cancel-statements"));
	}

	@Test
	void aRunningRunGoesOnToItsEndWhenItsCampaignIsClosedAndTheLineIsEmpty() throws Exception {
		Run run = request("2020-11-10");
		request("2020-11-11");
		try (CampaignLock lock = CampaignLock.acquire(this.house.database(), House.CAMPAIGN)) {
			this.line.carry(lock, run, new RunListener() {

				@Override
				public void stepStarted(Step step) {
					if (step == Step.JUDGE) {
						LineTest.this.house.get(Campaigns.class).close(House.CAMPAIGN, "why", REGISTRAR);
					}
				}

			});
		}
		assertThat(this.house.runs()).containsExactly("2020-11-10-1 published portal", "2020-11-11-1 stopped portal");
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> request("2020-11-12")).withMessage("CLOSED");
	}

	private static RunRef ref(Run run) {
		return RunRef.parse(run.toString()).orElseThrow();
	}

}
