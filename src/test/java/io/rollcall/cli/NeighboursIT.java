package io.rollcall.cli;

import java.nio.file.Path;

import io.rollcall.cli.Packaged.Ended;
import io.rollcall.cli.Packaged.Started;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Several commands at a time, on one embedded server. */
class NeighboursIT {

	@TempDir
	private Path folder;

	@Test
	void commandsBesideARunUseItsServerAndASecondRunIsRefused() throws Exception {
		Packaged rollcall = new Packaged(this.folder).withJob().withManyStudents(40_000);
		Started run = rollcall.start("run").said("清点文件");
		long server = rollcall.server();
		assertThat(server).isPositive();
		Started second = rollcall.start("run");
		Ended runs = rollcall.call("runs");
		assertThat(runs.text().strip()).isEqualTo("freshman-2020/2020-11-12-1  运行中");
		assertThat(runs.code()).isEqualTo(ExitCode.OK);
		Ended refused = second.ended();
		assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
		assertThat(refused.text().strip().lines()).singleElement()
			.asString()
			.contains("freshman-2020", String.valueOf(run.process().pid()));
		assertThat(rollcall.call("check", "input/roster/many.csv", "--as", "roster").code()).isEqualTo(ExitCode.OK);
		assertThat(run.process().isAlive()).as("the run was still at work").isTrue();
		assertThat(rollcall.server()).isEqualTo(server);
		assertThat(run.ended().code()).isEqualTo(ExitCode.OK);
		assertThat(rollcall.server()).as("the last command stops the server").isZero();
		assertThat(rollcall.call("runs").text().strip()).isEqualTo("freshman-2020/2020-11-12-1  已发布");
	}

}
