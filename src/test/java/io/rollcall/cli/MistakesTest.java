package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.campaign.Cases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever people do wrongly, they are told in one sentence, and scripts by the code. */
class MistakesTest {

	@TempDir
	private Path folder;

	/** The table. */
	record Mistakes(List<Command> commands, List<Setting> settings, List<Text> files) {
	}

	/** A wrong command. */
	record Command(String typed, String says, Optional<Integer> exit) {
	}

	/** A wrong setting of a job file. */
	record Setting(String wrong, String says) {
	}

	/** A text that is no job file. */
	record Text(String text, String says) {
	}

	private static Mistakes all() throws IOException {
		return Cases.read(MistakesTest.class, "/mistakes.yml", new TypeReference<>() {
		});
	}

	static Stream<Command> commands() throws IOException {
		return all().commands().stream();
	}

	static Stream<Setting> settings() throws IOException {
		return all().settings().stream();
	}

	static Stream<Text> files() throws IOException {
		return all().files().stream();
	}

	@ParameterizedTest
	@MethodSource("commands")
	void aWrongCommandIsOneSentence(Command command) {
		String[] words = Stream.of(command.typed().split(" "))
			.map((word) -> word.equals("\"\"") ? "" : placed(word))
			.toArray(String[]::new);
		assertThat(sentence(command.exit().orElse(ExitCode.USAGE), words)).startsWith(placed(command.says()));
	}

	@ParameterizedTest
	@MethodSource("settings")
	void aWrongSettingIsOneSentenceWithItsLine(Setting setting) throws Exception {
		String key = setting.wrong().replaceFirst(":.*", "");
		String right = Cases.VALID.replaceFirst("(?m)^" + key + ":.*\\n(?:  .*\\n)*", "");
		assertThat(validated(right + setting.wrong() + "\n")).matches("(?s)job.yml，第 \\d+ 行，.*")
			.contains(setting.says());
	}

	@ParameterizedTest
	@MethodSource("files")
	void whatIsNoJobFileIsOneSentence(Text file) throws Exception {
		assertThat(validated(file.text())).startsWith(file.says());
	}

	private String validated(String text) throws Exception {
		Path job = Files.writeString(this.folder.resolve("job.yml"), text);
		return sentence(ExitCode.USAGE, "validate", job.toString());
	}

	private String placed(String text) {
		return text.replace("{folder}", this.folder.toString())
			.replace("{here}", Path.of("").toAbsolutePath().toString());
	}

	private static String sentence(int exit, String... words) {
		StringWriter said = new StringWriter();
		int code = Rollcall.execute(new PrintWriter(new StringWriter()), new PrintWriter(said, true), words);
		assertThat(code).as(said.toString()).isEqualTo(exit);
		assertThat(said.toString().strip().lines()).hasSize(1);
		return said.toString().strip();
	}

}
