package io.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.rollcall.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program as users start it: the packaged jar, the shipped job file and the shipped
 * sample.
 */
class RunIT {

	private static final Path ROOT = Path.of("").toAbsolutePath();

	@TempDir
	private Path folder;

	@Test
	void theSampleEndsWithElevenWorkbooksAndExitCode3() throws Exception {
		assertThat(rollcall("C.UTF-8", "run", "--input", sample()).code()).isEqualTo(ExitCode.REFUSED);
		Path latest = this.folder.resolve("output/freshman-2020/latest");
		assertThat(latest.resolve("registrar.xlsx")).isRegularFile();
		try (Stream<Path> colleges = Files.list(latest.resolve("colleges"))) {
			assertThat(colleges.map((file) -> file.getFileName().toString())).contains("飞行器学院.xlsx", "人文学院.xlsx")
				.hasSizeBetween(10, 11);
		}
		assertThat(rollcall("C.UTF-8", "runs").text()).contains("freshman-2020/2020-11-12-1");
		assertThat(rollcall("C.UTF-8", "resume", "2020-11-12-1").code()).isEqualTo(ExitCode.REFUSED);
		assertThat(rollcall("C.UTF-8", "run", "--college", "理学院").code()).isEqualTo(ExitCode.OK);
		noIdNumberIn(this.folder.resolve("home/logs"));
	}

	@Test
	void aKilledRunIsResumedWithTheSameBytes() throws Exception {
		assertThat(rollcall("C.UTF-8", "run", "--input", sample()).code()).isEqualTo(ExitCode.REFUSED);
		Process killed = start("C.UTF-8", "run", "--input", sample());
		Path part = this.folder.resolve("output/freshman-2020/.2020-11-12-2.part");
		while (killed.isAlive() && !Files.exists(part)) {
			killed.waitFor(2, TimeUnit.MILLISECONDS);
		}
		killed.destroyForcibly().waitFor();
		rollcall("C.UTF-8", "resume", "2020-11-12-2");
		Path runs = this.folder.resolve("output/freshman-2020");
		assertThat(runs.resolve("2020-11-12-2/findings.csv"))
			.hasSameBinaryContentAs(runs.resolve("2020-11-12-1/findings.csv"));
		assertThat(runs.resolve("2020-11-12-2/rejects.csv"))
			.hasSameBinaryContentAs(runs.resolve("2020-11-12-1/rejects.csv"));
	}

	@Test
	void withoutAUtf8LocaleChineseFileNamesWork() throws Exception {
		assertThat(rollcall("POSIX", "run", "--input", sample()).code()).isEqualTo(ExitCode.REFUSED);
		assertThat(this.folder.resolve("output/freshman-2020/latest/colleges/飞行器学院.xlsx")).isRegularFile();
	}

	@Test
	void wrongUsageEndsWithOneSentenceAndExitCode2() throws Exception {
		for (List<String> words : List.of(List.of("run", "missing.yml"), List.of("resume", "2020-01-01-9"),
				List.of("resume", "yesterday"), List.of("nonsense"), List.of("run", "--input", "nowhere"))) {
			Ended ended = rollcall("C.UTF-8", words.toArray(String[]::new));
			assertThat(ended.code()).as(words.toString()).isEqualTo(ExitCode.USAGE);
			assertThat(ended.text().strip().lines()).as(words.toString()).hasSize(1);
		}
		assertThat(rollcall("C.UTF-8", "rollcall", "run").text()).as("what to type instead")
			.contains("java -jar " + System.getProperty("rollcall.jar") + " run");
	}

	@Test
	void everyCommandHasHelp() throws Exception {
		for (String command : List.of("run", "check", "runs", "resume", "generate", "template")) {
			Ended ended = rollcall("C.UTF-8", command, "--help");
			assertThat(ended.code()).isZero();
			assertThat(ended.text()).contains("rollcall " + command);
		}
		assertThat(rollcall("C.UTF-8").text()).contains("resume");
	}

	@Test
	void checkNeedsNoDatabase() throws Exception {
		Path file = Files.writeString(this.folder.resolve("a.csv"), "学号,姓名,身份证号\n1,张三,810000199408230022\n,李四,\n");
		Ended ended = rollcall("C.UTF-8", "check", file.toString(), "--as", "roster");
		assertThat(ended.code()).isEqualTo(ExitCode.REFUSED);
		assertThat(ended.text()).contains("ID_CHECKSUM", "ROW_NO_KEY", "student_no")
			.doesNotContain("810000199408230022");
		assertThat(this.folder.resolve("home")).doesNotExist();
	}

	@Test
	void checkReadsTheCodeTablesBesideTheFile() throws Exception {
		Ended ended = rollcall("C.UTF-8", "check", ROOT.resolve("input/admission/13/T_TDD.dbf").toString(), "--as",
				"admission");
		assertThat(ended.code()).isEqualTo(ExitCode.OK);
		assertThat(ended.text()).doesNotContain("CODE_UNKNOWN");
	}

	private static String sample() {
		return ROOT.resolve("input").toString();
	}

	private void noIdNumberIn(Path logs) throws IOException {
		try (Stream<Path> files = Files.walk(logs)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(Files.readString(file))
					.doesNotContainPattern("(?<![0-9a-f])[1-9]\\d{16}[0-9Xx](?![0-9a-f])");
			}
		}
	}

	private Process start(String locale, String... words) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-jar",
						System.getProperty("rollcall.jar")));
		command.addAll(List.of(words));
		if (Files.notExists(this.folder.resolve("jobs"))) {
			Files.createDirectories(this.folder.resolve("jobs"));
			Files.copy(ROOT.resolve("jobs/freshman-2020.yml"), this.folder.resolve("jobs/freshman-2020.yml"));
		}
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true);
		builder.redirectOutput(this.folder.resolve("out.txt").toFile());
		builder.environment().put("LC_ALL", locale);
		builder.environment().put("ROLLCALL_HOME", this.folder.resolve("home").toString());
		return builder.start();
	}

	private Ended rollcall(String locale, String... words) throws Exception {
		Process process = start(locale, words);
		int code = Patience.await(process, () -> Files.readString(this.folder.resolve("out.txt")));
		return new Ended(code, Packaged.withoutNotice(Files.readString(this.folder.resolve("out.txt"))));
	}

	private record Ended(int code, String text) {
	}

}
