package io.rollcall.nightly;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.campaign.Cases;
import io.rollcall.run.RunFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the clock starts, and what it makes up for. Two o'clock at night is 18:00Z. */
class ScheduleTest {

	private static final String NIGHTLY = "schedule: 0 0 2 * * *\nbusiness_date: 2020-11-12\n";

	private static final Actor REGISTRAR = new Actor("registrar", "registrar", "");

	@TempDir
	private Path folder;

	private House house;

	private Schedules schedules;

	private Campaigns campaigns;

	private JobFolder.Job job;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder);
		this.schedules = this.house.get(Schedules.class);
		this.campaigns = this.house.get(Campaigns.class);
		this.job = this.house.job(NIGHTLY);
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	private void lookAt(String time) {
		this.house.clock.set(time);
		this.schedules.answer(this.job, this.house.place());
	}

	private void startAt(String time) {
		this.house.clock.set(time);
		this.schedules.makeUp(this.job, this.house.place());
		this.schedules.answer(this.job, this.house.place());
	}

	@Test
	void aRunHasTheDateOnWhichItWasDueHoweverLateItStarts() {
		lookAt("2020-11-10T17:59:59Z");
		assertThat(this.house.runs()).isEmpty();
		lookAt("2020-11-12T03:00:00Z");
		assertThat(this.house.runs()).containsExactly("2020-11-11-1 waiting schedule");
		assertThat(
				this.house.jdbc().sql("select due from run").query(java.time.OffsetDateTime.class).single().toInstant())
			.isEqualTo("2020-11-10T18:00:00Z");
	}

	@Test
	void aDueTimeIsAnsweredOnceHoweverOftenSomebodyLooks() throws Exception {
		lookAt("2020-11-10T17:00:00Z");
		this.house.clock.set("2020-11-10T18:00:01Z");
		Callable<Object> look = () -> this.schedules.answer(this.job, this.house.place());
		ExecutorService several = Executors.newFixedThreadPool(4);
		for (var done : several.invokeAll(List.of(look, look, look, look))) {
			done.get();
		}
		several.shutdown();
		assertThat(this.house.runs()).containsExactly("2020-11-11-1 waiting schedule");
	}

	@Test
	void aDueTimeThatFindsAScheduledRunWaitingAddsNone() {
		lookAt("2020-11-10T17:00:00Z");
		lookAt("2020-11-10T18:00:01Z");
		lookAt("2020-11-11T18:00:01Z");
		assertThat(this.house.runs()).containsExactly("2020-11-11-1 waiting schedule");
	}

	@Test
	void missedNightsAreMadeUpForByOneRunWithTheDateOfTheLast() {
		lookAt("2020-11-10T17:00:00Z");
		startAt("2020-11-13T20:00:00Z");
		assertThat(this.house.runs()).containsExactly("2020-11-14-1 waiting missed");
	}

	@Test
	void aDateThatIsPublishedIsNotMadeUpFor() throws Exception {
		lookAt("2020-11-10T17:00:00Z");
		this.house.run(this.job, "2020-11-11");
		startAt("2020-11-10T20:00:00Z");
		assertThat(this.house.runs()).containsExactly("2020-11-11-1 published command");
	}

	@Test
	void nothingWasMissedBeforeTheCampaignWasKnown() {
		startAt("2020-11-13T20:00:00Z");
		assertThat(this.house.runs()).isEmpty();
	}

	@Test
	void nothingIsDueInAPauseAndNothingOfItIsMadeUpFor() {
		lookAt("2020-11-10T17:00:00Z");
		this.campaigns.pause(House.CAMPAIGN, "holidays", REGISTRAR);
		lookAt("2020-11-12T20:00:00Z");
		this.campaigns.goOn(House.CAMPAIGN, "back", REGISTRAR);
		startAt("2020-11-12T21:00:00Z");
		assertThat(this.house.runs()).isEmpty();
		lookAt("2020-11-13T18:00:00Z");
		assertThat(this.house.runs()).containsExactly("2020-11-14-1 waiting schedule");
	}

	@Test
	void closingEmptiesTheLineAndNothingIsDueUntilItIsOpenedAgain() {
		lookAt("2020-11-10T17:00:00Z");
		lookAt("2020-11-10T18:00:00Z");
		this.campaigns.close(House.CAMPAIGN, "done", REGISTRAR);
		lookAt("2020-11-12T20:00:00Z");
		assertThat(this.house.runs()).containsExactly("2020-11-11-1 stopped schedule");
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.house.run(this.job, "2020-11-12"))
			.withMessage("CLOSED");
		this.campaigns.reopen(House.CAMPAIGN, "not done", REGISTRAR);
		startAt("2020-11-12T21:00:00Z");
		assertThat(this.house.runs()).hasSize(1);
	}

	@Test
	void whatIsAskedOfAScheduleInTheWrongStateIsRefused() {
		lookAt("2020-11-10T17:00:00Z");
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> this.campaigns.goOn(House.CAMPAIGN, "why", REGISTRAR))
			.withMessage("NOT_PAUSED");
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> this.campaigns.reopen(House.CAMPAIGN, "why", REGISTRAR))
			.withMessage("NOT_CLOSED");
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.campaigns.pause("unknown", "why", REGISTRAR))
			.matches(RunFailure::isUsage);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0 0 2 * * *    | Asia/Shanghai | 2020-11-10T17:00:00Z | 2020-11-10T18:00:00Z | 2020-11-11
			0 0 2 * * *    | Europe/Berlin | 2020-11-10T17:00:00Z | 2020-11-11T01:00:00Z | 2020-11-11
			0 30 23 * * *  | Asia/Shanghai | 2020-11-10T15:30:00Z | 2020-11-11T15:30:00Z | 2020-11-11
			0 0 2 * * *    | Asia/Shanghai | 2020-10-01T00:00:00Z | 2020-11-03T18:00:00Z | 2020-11-04
			*/10 * * * * * | Asia/Shanghai | 2020-11-10T17:00:01Z | 2020-11-10T17:00:10Z | 2020-11-11
			""")
	void dueTimesFollowTheClockOnTheWallFromTheFirstDayOn(String cron, String zone, String after, String next,
			String date) {
		DueTimes times = new DueTimes(Cases.campaign("schedule: \"" + cron + "\"\ntime_zone: " + zone + "\n"));
		assertThat(times.after(Instant.parse(after))).contains(Instant.parse(next));
		assertThat(times.date(Instant.parse(next))).isEqualTo(date);
	}

	@Test
	void dueTimesOfALongSleepAreTheLastOnes() {
		DueTimes times = new DueTimes(Cases.campaign("schedule: \"* * * * * *\"\n"));
		Instant from = Instant.parse("2020-11-10T00:00:00Z");
		assertThat(times.between(from, from.plus(Duration.ofDays(1)))).endsWith(from.plus(Duration.ofDays(1)))
			.hasSize(1_000);
		assertThat(Stream.of(times.between(from, from))).containsOnly(List.of());
	}

}
