package io.rollcall.nightly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.rollcall.Patience;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunRef;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A night that the gate holds back, and what becomes of it. */
class HeldRunTest {

	private static final Actor REGISTRAR = new Actor("registrar", "registrar", "");

	@TempDir
	private Path folder;

	private House house;

	private RunLine line;

	private RunDesk desk;

	private JobFolder.Job job;

	private Run held;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder);
		this.line = this.house.get(RunLine.class);
		this.desk = this.house.get(RunDesk.class);
		this.job = this.house.job("gate: {lost_rows: 10%}\n");
		this.house.run(this.job, "2020-11-10");
		this.house.clock.pass(Duration.ofDays(1));
		this.house.file("platform/a.csv", "学号,姓名,学院\n202001001,测甲,理学院\n");
		this.held = this.house.run(this.job, "2020-11-11");
		this.house.clock.pass(Duration.ofHours(1));
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	private Path campaign() {
		return this.house.output().resolve("test");
	}

	private JsonNode json(String file) throws Exception {
		return JsonMapper.builder().build().readTree(Files.readAllBytes(campaign().resolve(file)));
	}

	private RunRef ref() {
		return RunRef.parse(this.held.toString()).orElseThrow();
	}

	@Test
	void aHeldRunIsCompleteAsideAndChangesNothing() throws Exception {
		assertThat(this.held.status()).isEqualTo(Run.Status.HELD);
		assertThat(campaign().resolve("held/2020-11-11-1")).isDirectoryContaining("glob:**/registrar.xlsx")
			.isDirectoryContaining("glob:**/findings.csv");
		assertThat(campaign().resolve("2020-11-11-1")).doesNotExist();
		assertThat(Files.readSymbolicLink(campaign().resolve("latest"))).hasToString("2020-11-10-1");
		JsonNode summary = json("held/2020-11-11-1/summary.json");
		assertThat(summary.at("/status").asString()).isEqualTo("held");
		assertThat(summary.at("/gate")).anySatisfy((check) -> {
			assertThat(check.at("/check").asString()).isEqualTo("lost_rows");
			assertThat(check.at("/role").asString()).isEqualTo("platform");
			assertThat(check.at("/measured").asDouble()).isEqualTo(0.5);
			assertThat(check.at("/limit").asDouble()).isEqualTo(0.1);
			assertThat(check.at("/held").asBoolean()).isTrue();
		});
	}

	@Test
	void aReleasedRunIsPublishedAsItIs() throws Exception {
		byte[] findings = Files.readAllBytes(this.held.folder().resolve("findings.csv"));
		Run released = this.desk.release(ref(), "we know", REGISTRAR);
		assertThat(released.status()).isEqualTo(Run.Status.PUBLISHED);
		assertThat(campaign().resolve("held/2020-11-11-1")).doesNotExist();
		assertThat(Files.readAllBytes(campaign().resolve("latest/findings.csv"))).isEqualTo(findings);
		assertThat(json("latest/summary.json").at("/status").asString()).isEqualTo("published");
		assertThat(json("latest/manifest.json").at("/status").asString()).isEqualTo("published");
		assertThat(Files.readSymbolicLink(campaign().resolve("latest"))).hasToString("2020-11-11-1");
	}

	@Test
	void afterADropTheNextNightIsComparedWithTheLastPublishedOne() throws Exception {
		Run dropped = this.desk.drop(ref(), "a broken export", REGISTRAR);
		assertThat(dropped.status()).isEqualTo(Run.Status.DROPPED);
		assertThat(json("held/2020-11-11-1/summary.json").at("/status").asString()).isEqualTo("dropped");
		assertThat(this.house.run(this.job, "2020-11-12").status()).isEqualTo(Run.Status.HELD);
		this.house.file("platform/a.csv", "学号,姓名,学院\n202001001,测甲,理学院\n202001002,测乙,人文学院\n");
		assertThat(this.house.run(this.job, "2020-11-13").status()).isEqualTo(Run.Status.PUBLISHED);
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.desk.release(ref(), "why", REGISTRAR))
			.withMessage("NOT_HELD");
	}

	@Test
	void aHeldRunThatWasOvertakenIsNotReleased() throws Exception {
		this.house.file("platform/a.csv", "学号,姓名,学院\n202001001,测甲,理学院\n202001002,测乙,人文学院\n");
		assertThat(this.house.run(this.job, "2020-11-11").status()).isEqualTo(Run.Status.PUBLISHED);
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.desk.release(ref(), "why", REGISTRAR))
			.withMessage("OVERTAKEN");
	}

	@Test
	void aCampaignWithAHeldRunIsNotClosed() {
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> this.house.get(Campaigns.class).close("test", "why", REGISTRAR))
			.withMessage("CLOSE_HELD");
	}

	@Test
	void aReleaseThatWasCutOffIsCompletedByTheNextWhoComes() throws Exception {
		this.house.jdbc().sql("update run set status = 'publishing' where status = 'held'").update();
		Files.move(campaign().resolve("held/2020-11-11-1"), campaign().resolve("2020-11-11-1"));
		// The server frees the lock of the run before with a little delay.
		Awaitility.await().atMost(Patience.LONGEST).untilAsserted(() -> {
			this.line.tidy();
			assertThat(Files.readSymbolicLink(campaign().resolve("latest"))).hasToString("2020-11-11-1");
		});
		assertThat(json("latest/summary.json").at("/status").asString()).isEqualTo("published");
	}

}
