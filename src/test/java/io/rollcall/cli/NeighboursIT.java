package io.rollcall.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

import io.rollcall.cli.Packaged.Ended;
import io.rollcall.cli.Packaged.Started;
import io.rollcall.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Several commands at a time, on one embedded server. */
class NeighboursIT {

	@TempDir
	private Path folder;

	@Test
	void commandsBesideARunUseItsServerAndASecondRunIsRefused() throws Exception {
		Packaged rollcall = new Packaged(this.folder).withJob().withManyStudents(100);
		Ended none = rollcall.call("runs");
		assertThat(none.code()).isEqualTo(ExitCode.OK);
		assertThat(none.text()).startsWith("还没有运行").contains("run").hasLineCount(1);
		Started run;
		long server;
		try (Database database = Database.open(null, this.folder.resolve("home"));
				Connection connection = database.connect();
				Statement statement = connection.createStatement()) {
			// Keeps the run at work for as long as it takes to look around.
			connection.setAutoCommit(false);
			statement.execute("lock table run_college in exclusive mode");
			run = rollcall.start("run").said("读入");
			server = rollcall.server();
			Ended runs = rollcall.call("runs");
			assertThat(runs.code()).isEqualTo(ExitCode.OK);
			assertThat(runs.text()).startsWith("freshman-2020/2020-11-12-1  运行中  ").hasLineCount(1);
			Ended refused = rollcall.call("run");
			assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
			assertThat(refused.text().strip().lines()).singleElement()
				.asString()
				.contains("freshman-2020", String.valueOf(run.process().pid()));
			assertThat(rollcall.call("check", "input/roster/many.csv", "--as", "roster").code()).isEqualTo(ExitCode.OK);
			assertThat(run.process().isAlive()).as("the run was still at work").isTrue();
			assertThat(rollcall.server()).isEqualTo(server).isPositive();
			connection.rollback();
		}
		assertThat(run.ended().code()).isEqualTo(ExitCode.OK);
		assertThat(rollcall.server()).as("the last one stops the server").isZero();
		assertThat(rollcall.call("runs").text()).startsWith("freshman-2020/2020-11-12-1  已发布  ")
			.contains("须处理", "退出码 0", "output")
			.hasLineCount(1);
	}

}
