package io.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.rollcall.Patience;
import io.rollcall.cli.Packaged.Ended;
import io.rollcall.cli.Packaged.Started;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Several machines: what happens when one of their processes is killed. */
class WorkerIT {

	private static final int ROWS = 8_000;

	@TempDir
	private Path folder;

	private final Database database = TestDatabase.migrated();

	private Packaged office;

	/**
	 * Another machine: a home of its own with the same key, other paths to the folders.
	 */
	private Packaged machine(String name) throws Exception {
		Path place = Files.createDirectories(this.folder.resolve(name));
		Path home = Files.createDirectories(place.resolve("own"));
		Files.copy(this.folder.resolve("home/reference.key"), home.resolve("reference.key"));
		Files.createSymbolicLink(place.resolve("eingang"), this.folder.resolve("input"));
		Files.createSymbolicLink(place.resolve("ausgang"), this.folder.resolve("output"));
		return new Packaged(place, "C.UTF-8", home).withFlag("-Duser.timezone=America/New_York");
	}

	private Started worker(Packaged machine) throws Exception {
		return machine
			.start("worker", "--database", url(), "--input", "eingang", "--output", "ausgang", "--threads", "1")
			.said("已就绪");
	}

	private String url() {
		return this.database.jdbcUrl() + "&user=" + this.database.user() + "&password=" + this.database.password();
	}

	/** Waits until a worker has something in hand. */
	private void awaitWork(Started run) throws Exception {
		Patience.await("part in hand", () -> count("select count(*) from part where worker_id is not null") > 0,
				run::text);
	}

	private long count(String sql) throws SQLException {
		try (Connection connection = this.database.connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

	private void assertSame(String run) {
		Path runs = this.folder.resolve("output/freshman-2020");
		for (String file : List.of("findings.csv", "rejects.csv")) {
			assertThat(runs.resolve(run).resolve(file))
				.hasSameBinaryContentAs(runs.resolve("2020-11-12-1").resolve(file));
		}
	}

	@Test
	void whoeverIsKilledTheResultIsTheSame() throws Exception {
		this.office = new Packaged(this.folder).withJob().withManyStudents(ROWS);
		assertThat(this.office.call("run", "--database", url()).code()).isEqualTo(ExitCode.OK);
		Packaged one = machine("one");
		Packaged two = machine("two");
		Started killed = worker(one);
		Started left = worker(two);
		count("with gone as (update run_file set reading = null returning 1) select count(*) from gone");

		Started run = this.office.start("run", "--remote", "--database", url());
		awaitWork(run);
		killed.signal("KILL");
		Ended ended = run.ended();
		assertThat(ended.code()).as(ended.text()).isEqualTo(ExitCode.OK);
		assertSame("2020-11-12-2");

		count("with gone as (update run_file set reading = null returning 1) select count(*) from gone");
		Started dead = this.office.start("run", "--remote", "--database", url());
		awaitWork(dead);
		dead.signal("KILL").process().waitFor();
		Ended resumed = this.office.call("resume", "2020-11-12-3", "--database", url());
		assertThat(resumed.code()).as(resumed.text()).isEqualTo(ExitCode.OK);
		assertSame("2020-11-12-3");
		assertThat(count("select (select count(*) from part) + (select count(*) from int_channel_message)")).isZero();

		Ended workers = this.office.call("workers", "--database", url());
		assertThat(workers.code()).isZero();
		assertThat(workers.text().lines())
			.anySatisfy((line) -> assertThat(line.split("\t")).hasSize(5).contains("idle"));
		assertThat(left.signal("TERM").ended().code()).as(left.text()).isEqualTo(ExitCode.OK);
		assertThat(count("select count(*) from worker where not ending and name like '" + left.process().pid() + "@%'"))
			.isZero();
	}

	@Test
	void workersNeedADatabaseThatOthersReachAndTheInstallationsKey() throws Exception {
		Packaged lonely = new Packaged(this.folder).withJob().withManyStudents(1);
		for (List<String> words : List.of(List.of("worker"), List.of("run", "--remote"), List.of("serve", "--remote"),
				List.of("worker", "--threads", "0", "--database", url()))) {
			Ended ended = lonely.call(words.toArray(String[]::new));
			assertThat(ended.code()).as(words.toString()).isEqualTo(ExitCode.USAGE);
			assertThat(ended.text().strip().lines()).as(words.toString()).hasSize(1);
		}
		Files.createDirectories(this.folder.resolve("output"));
		Ended keyless = lonely.call("worker", "--database", url());
		assertThat(keyless.code()).isEqualTo(ExitCode.FAILED);
		assertThat(keyless.text()).contains("reference.key");
		Ended nobody = lonely.call("workers", "--database", url());
		assertThat(nobody.code()).isZero();
		assertThat(nobody.text()).isEmpty();
	}

}
