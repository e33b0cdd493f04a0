package io.rollcall.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.facts.RunCause.Check;
import io.rollcall.run.Run;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database of the version without schedule and gate: two nights with a correction that
 * was handed in, and one that failed.
 */
class UpgradedRunsTest {

	@TempDir
	private Path folder;

	private Installation installation;

	@BeforeEach
	void migrate() throws Exception {
		Map.of("roster.csv", "roster/a.csv", "platform.csv", "platform/a.csv", "admission.csv", "admission/a.csv",
				"教务处.xlsx", "reviews/教务处.xlsx")
			.forEach(this::copy);
		Database database = TestDatabase.fresh();
		Dump.load(database, "11", this.folder);
		Path job = this.folder.resolve("freshman-2020.yml");
		Files.writeString(job, Files.readString(Installation.SMALL_JOB) + "\ngate: {lost_rows: 10%}\n");
		this.installation = new Installation(this.folder, job, database);
	}

	private void copy(String from, String to) {
		try {
			Path target = this.folder.resolve("input").resolve(to);
			Files.createDirectories(target.getParent());
			Files.copy(Dump.folder("11").resolve(from), target, StandardCopyOption.COPY_ATTRIBUTES);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@AfterEach
	void close() {
		this.installation.close();
	}

	@Test
	void oldRunsKeepWhatTheyWere() {
		assertThat(this.installation.past().all())
			.extracting((run) -> run.name() + " " + run.status().column() + " " + run.origin().trigger().word())
			.containsExactly("2020-11-14-1 failed command", "2020-11-13-1 published command",
					"2020-11-12-1 published command");
		RunOutcome outcome = this.installation.runs()
			.outcome(this.installation.runs().find(RunRef.parse("2020-11-13-1").orElseThrow()))
			.orElseThrow();
		assertThat(outcome.rows().get("roster").loaded()).isEqualTo(2);
		assertThat(outcome.findings()).containsEntry("E", 1L);
		assertThat(outcome.cases().toDo()).isEqualTo(1);
	}

	@Test
	void theNextNightGoesOnAndIsComparedWithTheLastOne() throws Exception {
		Run night = this.installation.run(LocalDate.of(2020, 11, 15), RunListener.NONE).run();
		assertThat(night.status()).isEqualTo(Run.Status.PUBLISHED);
		assertThat(states(night)).containsExactly("sent");
		assertThat(verdict(night)).filteredOn((check) -> check.role().equals("roster"))
			.singleElement()
			.satisfies((check) -> assertThat(check.measured())
				.hasValueSatisfying((measured) -> assertThat(measured).isZero()));
		Files.delete(this.folder.resolve("input/admission/a.csv"));
		assertThat(this.installation.run(LocalDate.of(2020, 11, 16), RunListener.NONE).run().status())
			.isEqualTo(Run.Status.HELD);
	}

	private List<String> states(Run run) {
		return this.installation.jdbc()
			.sql("select state from run_case where run_id = ?")
			.param(run.id())
			.query(String.class)
			.list();
	}

	private List<Check> verdict(Run run) {
		return this.installation.story(run).gate();
	}

}
