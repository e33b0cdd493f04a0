package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.Operation.Gate;
import io.rollcall.facts.RunCause.Check;
import io.rollcall.generate.ForeignSchool;
import io.rollcall.results.RunStory;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.setup.Setup;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/** From a folder of exports to the first report, by the job file that was proposed. */
class FirstHourTest {

	@TempDir
	private Path folder;

	@Test
	void theFirstReportTellsWhatDiffersAndNothingElse() throws Exception {
		ForeignSchool school = Cases.read(FirstHourTest.class, "/setup/foreign-school.yml", new TypeReference<>() {
		});
		Path input = this.folder.resolve("input");
		school.write(input);
		LocalDate day = LocalDate.of(2021, 11, 12);
		Setup setup = Setup.look(input, Optional.empty(), Messages.of("zh"), day, (file) -> {
		});
		Path job = Files.writeString(this.folder.resolve("other-2021.yml"),
				setup.jobFile("other-2021", setup.answers(), setup.open()));
		try (Installation installation = new Installation(this.folder, job)) {
			RunOutcome outcome = installation.run(day, RunListener.NONE);
			assertThat(outcome.rows().values()).allMatch((rows) -> rows.read() == rows.loaded());
			List<String> findings = installation.jdbc()
				.sql("select code || ' ' || field from finding where code not in ('NOT_SELF_CHECKED') order by 1")
				.query(String.class)
				.list();
			assertThat(findings).containsExactlyElementsOf(school.expected().findings());
			Gate gate = JobFiles.parse("gate.yml", Cases.VALID + "gate: {refused_rows: 0%, require: [roster]}\n")
				.operation()
				.gate();
			assertThat(installation.bean(RunStory.class).gate(outcome.run(), gate)).extracting(Check::check)
				.containsExactly("refused_rows", "refused_rows", "refused_rows", "require");
			assertThat(installation.story(outcome.run()).gate()).isEmpty();
			assertThat(Map.copyOf(outcome.findings())).containsKey("E");
		}
	}

}
