package io.rollcall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.rollcall.Patience;
import io.rollcall.cli.Packaged.Ended;
import io.rollcall.cli.Packaged.Started;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Ctrl-C, and being ended from outside. */
class InterruptIT {

	private static final int ROWS = 20_000;

	private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

	@TempDir
	private Path folder;

	@Test
	void aStoppedRunSaysHowToGoOnAndIsResumedWithTheSameBytes() throws Exception {
		Packaged rollcall = new Packaged(this.folder).withJob().withManyStudents(ROWS);
		stopped(rollcall, "INT");
		Path runs = this.folder.resolve("output/freshman-2020");
		assertThat(runs).isEmptyDirectory();
		assertThat(rollcall.call("runs").text()).contains("freshman-2020/2020-11-12-1  已停止");
		assertThat(rollcall.call("resume", "freshman-2020/2020-11-12-1").code()).isEqualTo(ExitCode.OK);
		assertThat(rollcall.call("run").code()).isEqualTo(ExitCode.OK);
		for (String file : new String[] { "findings.csv", "rejects.csv" }) {
			assertThat(runs.resolve("2020-11-12-1").resolve(file))
				.hasSameBinaryContentAs(runs.resolve("2020-11-12-2").resolve(file));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TERM", "HUP" })
	void otherSignalsStopARunInTheSameWay(String signal) throws Exception {
		stopped(new Packaged(this.folder).withJob().withManyStudents(ROWS), signal);
	}

	/**
	 * A signal that is ignored here is ignored by every program started from here: a
	 * hangup under nohup, an interrupt in the background of a shell script.
	 */
	private static void assumeHeard(String signal) throws IOException {
		long mask = Files.readAllLines(Path.of("/proc/self/status"))
			.stream()
			.filter((line) -> line.startsWith("SigIgn:"))
			.mapToLong((line) -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
			.findFirst()
			.orElse(0);
		assumeTrue((mask >>> (NUMBERS.get(signal) - 1)) % 2 == 0, signal + " is ignored where the tests were started");
	}

	private static void stopped(Packaged rollcall, String signal) throws Exception {
		assumeHeard(signal);
		Ended ended = rollcall.start("run").said("清点文件").signal(signal).ended();
		assertThat(ended.code()).isEqualTo(ExitCode.INTERRUPTED);
		assertThat(ended.text().strip())
			.endsWith("运行 freshman-2020/2020-11-12-1 已中断，报告未发布；" + "可用 resume freshman-2020/2020-11-12-1 从中断处继续");
		assertThat(rollcall.server()).as("the server stopped after the run").isZero();
	}

	@Test
	void aSecondSignalEndsAtOnce() throws Exception {
		assumeHeard("INT");
		Packaged rollcall = new Packaged(this.folder).withJob().withManyStudents(10);
		Path endless = this.folder.resolve("jobs/password");
		assertThat(new ProcessBuilder("mkfifo", endless.toString()).start().waitFor()).isZero();
		Files.writeString(this.folder.resolve("jobs/freshman-2020.yml"), "\nworkbook_password_file: password\n",
				StandardOpenOption.APPEND);
		Started run = rollcall.start("run");
		// Opens as soon as the run does; the run then waits for bytes that never come.
		try (OutputStream nothing = Files.newOutputStream(endless)) {
			run.signal("INT").said("正在停止运行");
			assertThat(run.process().isAlive()).isTrue();
			// Two signals within half a second count as one; a third would not even let
			// the server stop.
			Patience.await("end", () -> {
				if (!run.text().contains("已立即结束")) {
					run.signal("INT");
				}
				return run.process().waitFor(600, TimeUnit.MILLISECONDS);
			}, run::text);
			nothing.flush();
		}
		Ended ended = run.ended();
		assertThat(ended.code()).isEqualTo(ExitCode.INTERRUPTED);
		assertThat(ended.text().strip().lines()).hasSize(2);
		assertThat(rollcall.server()).as("the server stopped").isZero();
		Files.delete(endless);
		assertThat(rollcall.call("runs").text()).contains("2020-11-12-1  已中断");
	}

	@Test
	void aCommandWithoutARunJustEnds() throws Exception {
		assumeHeard("INT");
		Packaged rollcall = new Packaged(this.folder);
		Path endless = Files.createDirectories(this.folder.resolve("jobs")).resolve("freshman-2020.yml");
		assertThat(new ProcessBuilder("mkfifo", endless.toString()).start().waitFor()).isZero();
		Files.writeString(this.folder.resolve("a.csv"), "考生号\n");
		Started check = rollcall.start("check", "a.csv", "--as", "roster");
		// Opens as soon as the command reads its job file.
		try (OutputStream nothing = Files.newOutputStream(endless)) {
			assertThat(check.signal("INT").ended()).isEqualTo(new Ended(ExitCode.INTERRUPTED, "命令已中断\n"));
			nothing.flush();
		}
	}

}
