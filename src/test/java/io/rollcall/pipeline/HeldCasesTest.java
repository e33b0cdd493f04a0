package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a night that is held back does to cases: nothing, until it is released. */
class HeldCasesTest {

	private static final String ZHANG = "202001001";

	private static final String OTHER = Nights.ONE.replace("汉族", "回族");

	private static final String BROKEN = "enrolled/empty.csv";

	@TempDir
	private Path folder;

	private Nights nights;

	private Path held;

	/**
	 * The first night is published. On the second the registrar agrees, but a file cannot
	 * be read.
	 */
	@BeforeEach
	void open() throws Exception {
		Path job = Files.createDirectories(this.folder.resolve("jobs")).resolve("freshman-2020.yml");
		Files.writeString(job, Files.readString(Installation.SMALL_JOB) + "\ngate:\n  refused_files: 0\n");
		this.nights = new Nights(this.folder, job).sources(Nights.ONE, OTHER, Nights.ONE);
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意");
		this.nights.installation().file(BROKEN, "");
		this.held = this.nights.night(13);
	}

	private void mend() throws Exception {
		Files.delete(this.folder.resolve("input").resolve(BROKEN));
	}

	@AfterEach
	void close() {
		this.nights.close();
	}

	private RunService runs() {
		return this.nights.installation().runs();
	}

	private static RunRef ref(String run) {
		return RunRef.parse(run).orElseThrow();
	}

	private Path campaign() {
		return this.nights.installation().campaignFolder();
	}

	@Test
	void aHeldNightShowsWhatItWouldDoAndDoesNothing() throws Exception {
		assertThat(this.held).isEqualTo(campaign().resolve("held/2020-11-13-1"));
		assertThat(this.held.resolve("corrections.xlsx")).exists();
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "registrar-approved");
		assertThat(this.nights.events()).isEmpty();
		assertThat(campaign().resolve("corrections")).doesNotExist();
		assertThat(Files.readSymbolicLink(campaign().resolve("latest"))).hasToString("2020-11-12-1");
		assertThatExceptionOfType(RunFailure.class)
			.isThrownBy(() -> this.nights.installation()
				.handedIn()
				.enter(runs().find(ref("2020-11-13-1")), "platform", java.time.LocalDate.of(2020, 11, 13), "registrar"))
			.withMessage("NOT_PUBLISHED");
	}

	@Test
	void aReleasedNightCountsAsIfItHadBeenPublishedAtOnce() throws Exception {
		Run released = runs().release(ref("2020-11-13-1"));
		assertThat(released.folder().resolve("corrections.xlsx")).exists();
		assertThat(campaign().resolve("corrections")).isDirectoryContaining("glob:**/2020-11-13-1.xlsx")
			.isDirectoryContaining("glob:**/index.csv");
		mend();
		Path third = this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "registrar-approved");
		assertThat(this.nights.events()).containsExactly("answered open registrar-approved");
		assertThat(Nights.sheet(third.resolve("corrections.xlsx"), "更正前后对照").get(0)).containsEntry("新增", "");
	}

	@Test
	void afterADroppedNightTheNextGoesOnFromTheLastPublishedOne() throws Exception {
		runs().drop(ref("2020-11-13-1"));
		mend();
		Path third = this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "registrar-approved");
		assertThat(this.nights.events()).containsExactly("answered open registrar-approved");
		assertThat(this.nights.codes()).doesNotContainKeys("REVIEW_REFUSED", "REVIEW_STALE");
		assertThat(Nights.sheet(third.resolve("corrections.xlsx"), "更正前后对照").get(0)).containsEntry("新增", "新");
		try (var issues = Files.list(campaign().resolve("corrections"))) {
			assertThat(issues.map((file) -> file.getFileName().toString()).sorted().toList())
				.isEqualTo(List.of("2020-11-14-1.xlsx", "index.csv"));
		}
		assertThat(Nights.figures(third)).containsEntry("answered", 1);
	}

	@Test
	void whatAHeldNightWroteIsNotHandedIn() throws Exception {
		this.nights.fill(this.held.resolve("corrections.xlsx"), "更正前后对照", "报送.xlsx", ZHANG, "民族", "已上报", "2020-11-13");
		mend();
		this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "registrar-approved");
	}

}
