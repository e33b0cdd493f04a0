package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Runs that go on where the folders have other names. */
class SameFoldersTest {

	@TempDir
	private Path folder;

	private Installation installation;

	@BeforeEach
	void aRunThatWasStoppedWhileFilesWereRead() throws Exception {
		this.installation = new Installation(this.folder, Installation.SMALL_JOB);
		this.installation.file("roster/名单.csv", "考生号,学号,姓名,学院\n20610000000001,202001001,张三,飞行器学院\n");
		this.installation.file("platform/学信网.csv", "考生号,学号,姓名,学院\n20610000000001,202001001,张散,飞行器学院\n");
		RunListener stop = new RunListener() {

			@Override
			public void stepStarted(Step started) {
				if (started == Step.LOAD) {
					SameFoldersTest.this.installation.runs().stop();
				}
			}

		};
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.installation.run(stop));
	}

	@AfterEach
	void close() {
		this.installation.close();
	}

	private void assertRefused() {
		assertThatExceptionOfType(RunFailure.class).isThrownBy(() -> this.installation.resume(1))
			.withMessage("NOT_HERE");
		assertThat(this.installation.past().all().get(0).status()).isEqualTo(Run.Status.FAILED);
	}

	private void assertGoesOn() throws Exception {
		assertThat(this.installation.resume(1).run().status()).isEqualTo(Run.Status.PUBLISHED);
		assertThat(this.installation.campaignFolder().resolve("2020-11-12-1/rejects.csv")).content()
			.doesNotContain("FILE_CHANGED");
		assertThat(this.installation.campaignFolder().resolve("2020-11-12-1/findings.csv")).content().contains("张散");
	}

	@Test
	void withoutTheInputUnderItsNameARunDoesNotGoOnAndWithALinkItDoes() throws Exception {
		Path elsewhere = Files.move(this.folder.resolve("input"), this.folder.resolve("eingang"));
		assertRefused();
		Files.createDirectories(this.folder.resolve("input/roster"));
		assertRefused();
		Files.delete(this.folder.resolve("input/roster"));
		Files.delete(this.folder.resolve("input"));
		Files.createSymbolicLink(this.folder.resolve("input"), elsewhere);
		assertGoesOn();
	}

	@Test
	void withoutTheOutputUnderItsNameNothingIsMadeThereAndWithALinkARunGoesOn() throws Exception {
		Path elsewhere = Files.move(this.folder.resolve("output"), this.folder.resolve("ausgang"));
		assertRefused();
		assertThat(this.folder.resolve("output")).doesNotExist();
		Files.createSymbolicLink(this.folder.resolve("output"), elsewhere);
		assertGoesOn();
	}

}
