package io.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command line of {@code generate}. */
class GenerateCommandTest {

	@TempDir
	private Path folder;

	@Test
	void writesACampaignAndSaysHowToRunIt() {
		Path campaign = this.folder.resolve("campaign");
		assertThat(generate("--students", "50", "--seed", "1", "--output", campaign.toString())).isEqualTo(ExitCode.OK);
		assertThat(campaign.resolve("truth.csv")).isNotEmptyFile();
		assertThat(campaign.resolve("jobs/synthetic-2020.yml")).isNotEmptyFile();
		assertThat(campaign.resolve("input/platform")).isNotEmptyDirectory();
	}

	@Test
	void refusesAFolderThatHoldsSomething() throws Exception {
		Files.writeString(this.folder.resolve("a"), "");
		assertThat(generate("--students", "50", "--seed", "1", "--output", this.folder.toString()))
			.isEqualTo(ExitCode.USAGE);
	}

	@Test
	void refusesNumbersOutOfRange() {
		String campaign = this.folder.resolve("campaign").toString();
		assertThat(generate("--students", "49", "--seed", "1", "--output", campaign)).isEqualTo(ExitCode.USAGE);
		assertThat(generate("--students", "50", "--seed", "1", "--output", campaign, "--faults", "1"))
			.isEqualTo(ExitCode.USAGE);
		assertThat(generate("--students", "50", "--output", campaign)).isEqualTo(ExitCode.USAGE);
	}

	private static int generate(String... words) {
		String[] arguments = new String[words.length + 1];
		arguments[0] = "generate";
		System.arraycopy(words, 0, arguments, 1, words.length);
		PrintWriter nowhere = new PrintWriter(new StringWriter());
		return Rollcall.execute(nowhere, nowhere, arguments);
	}

}
