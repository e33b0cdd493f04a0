package io.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.rollcall.Patience;
import io.rollcall.cli.Packaged.Ended;
import io.rollcall.cli.Packaged.Started;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * As cron and systemd start it: without a UTF-8 locale, with the names that a Chinese
 * university has.
 */
class LocaleIT {

	@TempDir
	private Path folder;

	private Packaged rollcall;

	@BeforeEach
	void set() {
		this.rollcall = new Packaged(this.folder, "POSIX", this.folder.resolve("数据 库")).withFlag("-Xmx300m");
	}

	@Test
	void chineseArgumentsAndFoldersArriveWhole() throws Exception {
		Path job = Files.createDirectories(this.folder.resolve("任务")).resolve("新生 2020.yml");
		Files.copy(Packaged.ROOT.resolve("jobs/freshman-2020.yml"), job);
		Path input = this.folder.resolve("输入");
		try (Stream<Path> sample = Files.walk(Packaged.ROOT.resolve("input"))) {
			for (Path file : sample.filter(Files::isRegularFile).toList()) {
				Path copy = input.resolve(Packaged.ROOT.resolve("input").relativize(file).toString());
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		Ended run = this.rollcall.call("run", "任务/新生 2020.yml", "--input", "输入", "--output", "输出", "--reason",
				"复核 ？？ \"?\" 𠮷", "");
		assertThat(run.code()).as(run.text()).isEqualTo(ExitCode.USAGE);
		run = this.rollcall.call("run", "任务/新生 2020.yml", "--input", "输入", "--output", "输出", "--reason",
				"复核 ？？ \"?\" 𠮷");
		assertThat(run.code()).as(run.text()).isEqualTo(ExitCode.REFUSED);
		assertThat(run.text()).contains("输出/freshman-2020/2020-11-12-1");
		Path latest = this.folder.resolve("输出/freshman-2020/latest");
		assertThat(latest.resolve("colleges/飞行器学院.xlsx")).isRegularFile();
		assertThat(Files.readString(latest.resolve("manifest.json"))).contains("新生 2020.yml", "复核 ？？ \\\"?\\\" 𠮷");
		assertThat(this.rollcall.call("runs").text()).contains("复核 ？？ \"?\" 𠮷");
		assertThat(this.folder.resolve("数据 库/database")).isDirectory();
		Ended college = this.rollcall.call("run", "任务/新生 2020.yml", "--college", "理学院");
		assertThat(college.code()).as(college.text()).isEqualTo(ExitCode.OK);
		assertThat(college.text()).contains("输出/freshman-2020/2020-11-12-1/colleges/理学院.xlsx");
		Ended unknown = this.rollcall.call("run", "任务/新生 2020.yml", "--college", "没有的学院");
		assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
		assertThat(unknown.text()).contains("“没有的学院”");
	}

	@Test
	void theSecondProcessTakesOverHeapAndSignals() throws Exception {
		this.rollcall.withJob().withManyStudents(20_000);
		Started run = this.rollcall.start("run").said("清点文件");
		ProcessHandle second = second(run);
		assertThat(Files.readString(Path.of("/proc", Long.toString(second.pid()), "cmdline"))).contains("-Xmx300m");
		run.signal("TERM");
		Ended ended = run.ended();
		assertThat(ended.code()).isEqualTo(ExitCode.INTERRUPTED);
		assertThat(ended.text()).contains("已中断，报告未发布").doesNotContain("已立即结束");
		assertThat(second.isAlive()).isFalse();
		assertThat(this.rollcall.server()).isZero();
	}

	@Test
	void theSecondProcessDoesNotOutliveTheFirst() throws Exception {
		this.rollcall.withJob().withManyStudents(20_000);
		Started run = this.rollcall.start("run").said("清点文件");
		ProcessHandle second = second(run);
		run.signal("KILL");
		Patience.await("end of the second process", () -> !second.isAlive(), run::text);
		assertThat(this.rollcall.call("runs").text()).contains("2020-11-12-1  已中断");
		assertThat(this.rollcall.server()).isZero();
	}

	private static ProcessHandle second(Started run) {
		return run.process().children().findFirst().orElseThrow();
	}

}
