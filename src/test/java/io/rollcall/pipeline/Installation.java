package io.rollcall.pipeline;

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
import io.rollcall.campaign.JobFiles;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.desk.AnswerBeans;
import io.rollcall.desk.PageAnswers;
import io.rollcall.inquiry.Explanations;
import io.rollcall.inquiry.InquiryBeans;
import io.rollcall.results.PastRuns;
import io.rollcall.results.RunStory;
import io.rollcall.run.HandedIn;
import io.rollcall.run.Run;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import io.rollcall.run.RunRequest;
import io.rollcall.text.Messages;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rollcall on a fresh database, with folders of its own and the shipped job file. */
final class Installation implements AutoCloseable {

	private static final Path JOB = Cases.ungated();

	/** Two colleges: nights are short. */
	static final Path SMALL_JOB = Path.of("src/test/resources/jobs/freshman-2020.yml").toAbsolutePath();

	private final Path folder;

	private final Path job;

	private final Database database;

	private final ConfigurableApplicationContext context;

	private Instant now;

	Installation(Path folder) throws IOException {
		this(folder, JOB);
	}

	Installation(Path folder, Path job) throws IOException {
		this(folder, job, TestDatabase.migrated());
	}

	Installation(Path folder, Path job, Database database) throws IOException {
		this(folder, job, database, Map.of());
	}

	/**
	 * An installation that is told more.
	 * @param more properties of the application
	 */
	Installation(Path folder, Path job, Database database, Map<String, Object> more) throws IOException {
		this.folder = folder;
		this.job = job;
		this.database = database;
		Files.createDirectories(folder.resolve("input"));
		this.context = new SpringApplicationBuilder(CampaignRunJob.class, InquiryBeans.class, AnswerBeans.class)
			.properties(Map.of("rollcall.home", Files.createDirectories(folder.resolve("home")).toString()))
			.properties(more)
			.initializers((starting) -> {
				this.database.configure(starting.getEnvironment());
				((GenericApplicationContext) starting).registerBean("testClock", InstantSource.class,
						() -> () -> (this.now != null) ? this.now : Instant.now());
			})
			.run();
	}

	/** Stops the clock. */
	Installation at(String instant) {
		this.now = Instant.parse(instant);
		return this;
	}

	Database database() {
		return this.database;
	}

	PastRuns past() {
		return this.context.getBean(PastRuns.class);
	}

	RunService runs() {
		return this.context.getBean(RunService.class);
	}

	RunStory.Story story(Run run) {
		return this.context.getBean(RunStory.class).of(run);
	}

	JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	HandedIn handedIn() {
		return this.context.getBean(HandedIn.class);
	}

	PageAnswers pageAnswers() {
		return this.context.getBean(PageAnswers.class);
	}

	List<String> explain(String wanted) {
		return this.context.getBean(Explanations.class).explain(wanted, Optional.empty(), Messages.of("zh"), 1_000);
	}

	Explanations explanations() {
		return this.context.getBean(Explanations.class);
	}

	Path campaignFolder() {
		return this.folder.resolve("output/freshman-2020");
	}

	Installation file(String name, String text) throws IOException {
		Path file = this.folder.resolve("input").resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
		return this;
	}

	RunOutcome run(RunListener listener) throws Exception {
		return run(LocalDate.of(2020, 11, 12), listener);
	}

	RunOutcome run(LocalDate date, RunListener listener) throws Exception {
		return run(date, false, listener);
	}

	RunOutcome run(LocalDate date, boolean unmasked, RunListener listener) throws Exception {
		return runs().start(new RunRequest(this.job, Files.readString(this.job), JobFiles.load(this.job), date,
				this.folder.resolve("input"), this.folder.resolve("output"), "", unmasked), listener);
	}

	/** A night without its reports. */
	Run judge(String jobText, LocalDate date, boolean unmasked) throws Exception {
		return Judging.run(this.context,
				new RunRequest(this.job, jobText, JobFiles.parse(this.job.getFileName().toString(), jobText), date,
						this.folder.resolve("input"), this.folder.resolve("output"), "", unmasked));
	}

	RunOutcome resume(int number) {
		return runs().resume(RunRef.parse("2020-11-12-" + number).orElseThrow(), RunListener.NONE);
	}

	@Override
	public void close() {
		this.context.close();
		this.database.close();
	}

}
