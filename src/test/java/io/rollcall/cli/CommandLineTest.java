package io.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** What people read who type a command, rightly or wrongly. */
class CommandLineTest {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@TempDir
	private Path folder;

	private int call(String... words) {
		return Rollcall.execute(new PrintWriter(this.out, true), new PrintWriter(this.err, true), words);
	}

	static Stream<String> commands() {
		return new CommandLine(new Rollcall()).getSubcommands().keySet().stream();
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void withoutACommandTheHelpListsAllOfThem(String language) {
		assertThat(call("--lang", language)).isZero();
		assertThat(this.out.toString()).contains(commands().toList())
			.contains(language.equals("zh") ? "用法：rollcall" : "Usage: rollcall");
		assertThat(this.err.toString()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("commands")
	void everyCommandAndOptionIsExplainedInBothLanguages(String command) {
		for (String language : List.of("zh", "en")) {
			assertThat(call(command, "--help", "--lang", language)).isZero();
			ResourceBundle texts = ResourceBundle.getBundle("io.rollcall.text.cli", Messages.of(language).locale());
			assertThat(texts.containsKey("rollcall." + command + ".usage.description")).as(command).isTrue();
			CommandLine spec = new CommandLine(new Rollcall()).getSubcommands().get(command);
			assertThat(spec.getCommandSpec().args()).allSatisfy((argument) -> {
				assertThat(argument.descriptionKey()).as(command + " " + argument).isNotNull();
				assertThat(texts.containsKey(argument.descriptionKey())).as(argument.descriptionKey()).isTrue();
			});
		}
		assertThat(this.out.toString()).contains("用法：rollcall " + command, "Usage: rollcall " + command);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			nonsense                  | 没有名为“nonsense”的命令；用 --help 查看全部命令
			rnu                       | 没有名为“rnu”的命令；用 --help 查看全部命令。您要的是不是：run
			check nowhere.csv --as roster | 文件 nowhere.csv 不存在；请核对路径
			run --strict-exit hard    | --strict-exit 的值“hard”不正确；可用：files, rows, never
			completion fish           | 没有“fish”的补全脚本；可用：bash、zsh、powershell
			runs --database jdbc:mysql://h/d | --database 的值不是 PostgreSQL 地址
			--nonsense                | 不认识“--nonsense”；用 rollcall --help 查看用法
			run --nonsense            | 不认识“--nonsense”；用 rollcall run --help 查看用法
			runs extra                | “extra”不是运行名称；应为 <日期>-<序号>，例如 2020-11-12-1
			run --date 2020-13-01     | --date 的值“2020-13-01”不是日期；请写成 YYYY-MM-DD，例如 2020-11-12
			run --date 昨天            | --date 的值“昨天”不是日期；请写成 YYYY-MM-DD，例如 2020-11-12
			run --date                | --date 后面缺少值；用 --help 查看用法
			run --input a --input b   | --input 只能写一次
			check a.csv               | 缺少 --as；用 --help 查看用法
			resume                    | 缺少 RUN；用 --help 查看用法
			runs --lang fr            | 没有界面语言“fr”；--lang 和 ROLLCALL_LANG 可以是 zh 或 en
			run --lang en --date 1    | The value "1" of --date is no date; write YYYY-MM-DD, such as 2020-11-12
			check --lang en a --as me | No source is called "me"; choose one of
			""")
	void wrongUsageIsOneSentence(String words, String sentence) {
		assertThat(call(words.split(" "))).isEqualTo(ExitCode.USAGE);
		assertThat(this.err.toString().strip().lines()).singleElement().asString().startsWith(sentence);
		assertThat(this.out.toString()).isEmpty();
	}

	@Test
	void aWrongJobFileIsOneSentence() throws Exception {
		Path job = Files.writeString(this.folder.resolve("任务.yml"), "name: [");
		assertThat(call("run", job.toString())).isEqualTo(ExitCode.USAGE);
		assertThat(this.err.toString().strip().lines()).singleElement().asString().contains("任务.yml");
	}

	@Test
	void aMissingInputFolderIsOneSentence() {
		assertThat(call("run", "jobs/freshman-2020.yml", "--input", "nowhere")).isEqualTo(ExitCode.USAGE);
		assertThat(this.err.toString().strip().lines()).singleElement().asString().contains("nowhere", "--input");
	}

	@Test
	void everyFileOfAFolderIsChecked() throws Exception {
		Files.createDirectories(this.folder.resolve("名单"));
		Files.writeString(this.folder.resolve("名单/a.csv"), "学号,姓名\n2020010001,李一\n");
		Files.writeString(this.folder.resolve("名单/b.csv"), "学号,姓名\n2020010002,王二\n");
		Files.writeString(this.folder.resolve("说明.pdf"), "%PDF");
		assertThat(call("check", this.folder.toString(), "--as", "roster", "--job", "jobs/freshman-2020.yml"))
			.isEqualTo(ExitCode.OK);
		assertThat(this.out.toString()).contains("a.csv", "b.csv").doesNotContain("说明.pdf");
	}

	@Test
	void aFolderWithoutAnythingToCheckIsOneSentence() {
		assertThat(call("check", this.folder.toString(), "--as", "roster")).isEqualTo(ExitCode.USAGE);
		assertThat(this.err.toString().strip().lines()).singleElement().asString().contains("没有可检查的文件");
	}

	@Test
	void aComplaintBeyondTheFirstTwentyIsCounted() throws Exception {
		StringBuilder rows = new StringBuilder("学号,姓名,性别\n");
		for (int i = 0; i < 25; i++) {
			rows.append("20200100%02d,测试甲,七\n".formatted(i));
		}
		Path file = Files.writeString(this.folder.resolve("many.csv"), rows);
		call("check", file.toString(), "--as", "roster", "--job", "jobs/freshman-2020.yml");
		assertThat(this.out.toString()).contains("CODE_UNKNOWN", "还有 5 条 CODE_UNKNOWN 未列出");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			bash       | complete -F
			zsh        | bashcompinit
			powershell | Register-ArgumentCompleter
			""")
	void completionNamesEveryCommand(String shell, String mark) {
		assertThat(call("completion", shell)).isZero();
		assertThat(this.out.toString()).contains(mark).contains(commands().toList()).contains("--strict-exit");
	}

	@Test
	void theHelpTellsOfExitCodesAndTheEnvironment() {
		call("--help");
		assertThat(this.out.toString()).contains("退出码", "130", "ROLLCALL_HOME", "doctor");
		call("run", "--help");
		assertThat(this.out.toString()).contains("示例", "rollcall run --strict-exit rows");
	}

	@Test
	void aTraceIsPrintedOnlyWhenAskedFor() {
		call("run", "missing.yml");
		assertThat(this.err.toString()).doesNotContain("\tat ");
		call("run", "missing.yml", "--debug");
		assertThat(this.err.toString()).contains("\tat io.rollcall.");
	}

	@Test
	void aServerThatIsNotThereIsOneSentence() {
		assertThat(call("runs", "--database", "postgresql://somebody:secret@127.0.0.1:1/rollcall"))
			.isEqualTo(ExitCode.FAILED);
		assertThat(this.err.toString().strip().lines()).singleElement()
			.asString()
			.contains("127.0.0.1:1/rollcall")
			.doesNotContain("secret");
	}

}
