package io.rollcall.nightly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.run.Drift;
import io.rollcall.run.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is out of line with the nights before is told, and holds nothing. */
class DriftTest {

	@TempDir
	private Path folder;

	private House house;

	private JobFolder.Job job;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder);
		this.job = this.house.job("");
		roster(100);
		for (int day = 10; day < 13; day++) {
			this.house.run(this.job, "2020-11-" + day);
		}
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	private void roster(int students) throws Exception {
		StringBuilder rows = new StringBuilder("学号,姓名,学院\n");
		for (int i = 0; i < students; i++) {
			rows.append("2020%05d,测%c,理学院\n".formatted(i, (char) ('一' + i)));
		}
		this.house.file("roster/a.csv", rows.toString());
	}

	private List<Drift.Line> drift(Run run) {
		return this.house.get(Drift.class).of(run).lines();
	}

	@Test
	void aNightLikeTheOthersIsInLine() throws Exception {
		assertThat(drift(this.house.run(this.job, "2020-11-13"))).isEmpty();
	}

	@Test
	void aNightUnlikeTheOthersIsToldAndPublished() throws Exception {
		roster(160);
		Run run = this.house.run(this.job, "2020-11-13");
		assertThat(run.status()).isEqualTo(Run.Status.PUBLISHED);
		assertThat(drift(run)).contains(new Drift.Line("rows", "roster", "160", "100"),
				new Drift.Line("findings", "MISSING_IN_PLATFORM", "160", "100"));
		assertThat(Files.readString(run.folder().resolve("manifest.json"))).contains("\"DRIFT\"", "160 行");
	}

}
