package io.rollcall.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.Patience;
import io.rollcall.campaign.Cases;
import io.rollcall.cli.Packaged.Ended;
import io.rollcall.cli.Packaged.Started;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The process that serves, started and ended as an operator does. */
class ServeIT {

	private static final String[] PORTS = { "--port", "0", "--management-port", "0" };

	private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

	@TempDir
	private Path folder;

	private final List<Started> started = new ArrayList<>();

	private static String[] words(String... more) {
		String[] all = new String[PORTS.length + more.length + 1];
		all[0] = "serve";
		System.arraycopy(PORTS, 0, all, 1, PORTS.length);
		System.arraycopy(more, 0, all, 1 + PORTS.length, more.length);
		return all;
	}

	private Packaged scheduled(String cron) throws IOException {
		Path jobs = Files.createDirectories(this.folder.resolve("jobs"));
		Files.writeString(jobs.resolve("freshman-2020.yml"),
				Files.readString(Cases.ungated()) + "\nschedule: \"" + cron + "\"\n");
		Files.writeString(jobs.resolve("wrong.yml"), "campaign: [");
		return new Packaged(this.folder);
	}

	private static long count(Database database, String sql) throws SQLException {
		try (Connection connection = database.connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

	private static boolean has(Database database, long published) throws SQLException {
		return count(database, "select count(*) from run where status = 'published'") >= published;
	}

	@AfterEach
	void endWhatATestLeft() {
		this.started.forEach((process) -> process.process().destroyForcibly());
	}

	/** Starting takes longer than a command does. */
	private Started serving(Started started) throws Exception {
		this.started.add(started);
		await(() -> started.text().contains("http://") || !started.process().isAlive());
		return started;
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Patience.LONGEST).pollInterval(Duration.ofMillis(100)).until(condition);
	}

	@Test
	void twoProcessesRunNoDueTimeTwiceAlsoWhenOneIsKilled() throws Exception {
		Packaged rollcall = scheduled("*/2 * * * * *").withManyStudents(20);
		Database database = TestDatabase.migrated();
		String url = database.jdbcUrl() + "&user=" + database.user() + "&password=" + database.password();
		Started first = serving(rollcall.start(words("--database", url)));
		Started second = serving(rollcall.start(words("--database", url)));
		await(() -> has(database, 2));
		first.process().destroyForcibly().waitFor();
		await(() -> has(database, 4));
		assertThat(second.signal("TERM").ended().code()).isZero();
		assertThat(count(database, "select count(*) - count(distinct due) from run")).isZero();
		assertThat(count(database, "select count(*) from run where trigger not in ('schedule', 'missed')")).isZero();
		String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
		Path campaign = this.folder.resolve("output/freshman-2020");
		assertThat(Files.readSymbolicLink(campaign.resolve("latest")).toString()).startsWith(today.substring(0, 8));
		assertThat(campaign.resolve("latest/manifest.json")).isRegularFile();
	}

	@Test
	void aRunThatIsLeftWhenTheProcessEndsGoesOnAtTheNextStart() throws Exception {
		Packaged rollcall = scheduled("*/3 * * * * *").withManyStudents(20_000);
		Started serve = serving(rollcall.start(words()));
		Path home = this.folder.resolve("home");
		try (Database database = Database.open(null, home)) {
			await(() -> count(database, "select count(*) from batch_step_execution where step_name = 'load'") > 0);
			assertThat(serve.signal("TERM").ended().code()).isZero();
			assertThat(count(database, "select count(*) from run where status = 'waiting'")).isPositive();
			assertThat(count(database, "select count(*) from run where status in ('running', 'failed', 'stopped')"))
				.isZero();
			Started again = serving(rollcall.start(words("--no-schedule")));
			await(() -> has(database, 1));
			assertThat(count(database, "select resumes from run order by run_id limit 1")).isZero();
			again.signal("TERM").ended();
		}
	}

	@Test
	void healthIsOneWordAndOneHomeIsServedOnce() throws Exception {
		Packaged rollcall = scheduled("0 0 2 1 1 *");
		Started serve = serving(rollcall.start(words()));
		Matcher address = ADDRESS.matcher(serve.text());
		assertThat(address.find()).isTrue();
		HttpResponse<String> health = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(address.group() + "/actuator/health")).build(),
					HttpResponse.BodyHandlers.ofString());
		assertThat(health.statusCode()).isEqualTo(200);
		assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
		Ended second = rollcall.call(words());
		assertThat(second.code()).isEqualTo(ExitCode.FAILED);
		assertThat(second.text().strip().lines()).singleElement().asString().contains("--database");
		assertThat(rollcall.call("pause", "freshman-2020", "--reason", "why").code()).isZero();
		assertThat(rollcall.call("pause", "freshman-2020", "--reason", "why").code()).isEqualTo(ExitCode.FAILED);
		assertThat(rollcall.call("pause", "freshman-2020").code()).isEqualTo(ExitCode.USAGE);
		assertThat(rollcall.call("audit").text()).contains("schedule.pause");
		assertThat(rollcall.call("serve", "--stop").code()).isZero();
		assertThat(serve.ended().code()).isZero();
		assertThat(rollcall.server()).as("the last one stops the server").isZero();
		Ended again = rollcall.call("serve", "--stop");
		assertThat(again.code()).isEqualTo(ExitCode.FAILED);
		assertThat(again.text().strip().lines()).singleElement().asString().contains("ROLLCALL_HOME");
	}

}
