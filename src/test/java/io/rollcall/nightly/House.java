package io.rollcall.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.Cases;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.pipeline.RunService;
import io.rollcall.results.PastRuns;
import io.rollcall.run.Run;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOrigin;
import io.rollcall.run.RunRequest;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office on a database of its own, with a clock that the test sets. */
final class House implements AutoCloseable {

	static final String CAMPAIGN = "test";

	final MutableClock clock = new MutableClock(Instant.parse("2020-11-10T04:00:00Z"));

	private final Path folder;

	private final Database database;

	private final ConfigurableApplicationContext context;

	House(Path folder) throws IOException {
		this(folder, TestDatabase.migrated());
	}

	House(Path folder, Database database) throws IOException {
		this.folder = folder;
		this.database = database;
		Files.createDirectories(folder.resolve("jobs"));
		file("roster/a.csv", "学号,姓名,学院\n202001001,测甲,理学院\n202001002,测乙,人文学院\n");
		file("platform/a.csv", "学号,姓名,学院\n202001001,测甲,理学院\n202001002,测乙,人文学院\n");
		this.context = new SpringApplicationBuilder(Office.class)
			.properties(Map.of("rollcall.home", Files.createDirectories(folder.resolve("home")).toString()))
			.initializers((starting) -> {
				this.database.configure(starting.getEnvironment());
				starting.getBeanFactory().registerSingleton("database", this.database);
				((GenericApplicationContext) starting).registerBean("testClock", InstantSource.class, () -> this.clock);
			})
			.run();
	}

	Database database() {
		return this.database;
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	ConfigurableListableBeanFactory beans() {
		return this.context.getBeanFactory();
	}

	JdbcClient jdbc() {
		return get(JdbcClient.class);
	}

	House file(String name, String text) throws IOException {
		Path file = this.folder.resolve("input").resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
		return this;
	}

	/** The job file with further settings. */
	JobFolder.Job job(String settings) throws IOException {
		Files.writeString(this.folder.resolve("jobs/test.yml"), Cases.VALID + settings);
		return jobs().read().job(CAMPAIGN).orElseThrow();
	}

	JobFolder jobs() {
		return new JobFolder(this.folder.resolve("jobs"));
	}

	Schedules.Place place() {
		return new Schedules.Place(this.folder.resolve("input"), output());
	}

	Path output() {
		return this.folder.resolve("output");
	}

	RunRequest request(JobFolder.Job job, String date, RunOrigin.Trigger trigger) {
		return new RunRequest(job.file(), job.text(), job.campaign(), LocalDate.parse(date), place().input(), output(),
				"", false, new RunOrigin(trigger, Optional.empty(), "somebody"));
	}

	/** Runs as a command does. */
	Run run(JobFolder.Job job, String date) {
		return get(RunLine.class)
			.start(request(job, date, RunOrigin.Trigger.COMMAND), new RunLine.Wish(false, (run) -> {
			}, RunListener.NONE))
			.run();
	}

	/** The runs, the oldest first: date, number, status, trigger. */
	List<String> runs() {
		return get(PastRuns.class).all()
			.stream()
			.sorted((a, b) -> Long.compare(a.id(), b.id()))
			.map((run) -> run.name() + " " + run.status().column() + " " + run.origin().trigger().word())
			.toList();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
