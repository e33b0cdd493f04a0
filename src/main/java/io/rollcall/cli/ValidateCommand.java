package io.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Operation.Gate;
import io.rollcall.database.DatabaseException;
import io.rollcall.database.Home;
import io.rollcall.nightly.Campaigns;
import io.rollcall.nightly.DueTimes;
import io.rollcall.nightly.JobFolder;
import io.rollcall.results.RunStory;
import io.rollcall.run.Run;
import io.rollcall.setup.JobCheck;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code validate}: what a job file means, which files a run would read, when runs are
 * due, and what the gate would have said. Starts no run and makes no database.
 */
@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {

	private static final int DUE_TIMES = 5;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Parameters(index = "0", arity = "0..1", paramLabel = "JOB_FILE", descriptionKey = "cli.help.jobFile")
	private Path jobFile;

	@Option(names = "--input", paramLabel = "DIR", defaultValue = "input", descriptionKey = "cli.help.input")
	private Path input;

	@Spec
	private CommandSpec spec;

	private Messages messages;

	private PrintWriter out;

	@Override
	public Integer call() {
		this.messages = this.common.messages();
		this.out = this.spec.commandLine().getOut();
		JobFileArgument job = JobFileArgument.inForce(this.jobFile, this.messages);
		line("valid", job.file());
		JobCheck check = new JobCheck(job.file(), job.campaign(), this.messages);
		check.meaning().forEach(this.out::println);
		Path folder = this.input.toAbsolutePath().normalize();
		if (Files.isDirectory(folder)) {
			check.files(folder).forEach(this.out::println);
		}
		else if (this.spec.commandLine().getParseResult().hasMatchedOption("--input")) {
			throw new UsageError(this.messages.get("cli.input.missing", folder));
		}
		else {
			this.out.println(this.messages.get("cli.input.missing", folder));
		}
		neighbours(job, check);
		schedule(job.campaign());
		standing(job.campaign());
		return ExitCode.OK;
	}

	/** Other campaigns of the folder, of which a run of this one need know nothing. */
	private void neighbours(JobFileArgument job, JobCheck check) {
		JobFolder.Content content = new JobFolder(job.file().getParent()).read();
		List<String> shared = new ArrayList<>();
		for (Map.Entry<String, JobFolder.Job> other : content.jobs().entrySet()) {
			if (!other.getValue().file().equals(job.file())) {
				shared.addAll(check.shared(other.getValue().file(), other.getValue().campaign()));
			}
		}
		content.wrong().values().forEach((why) -> shared.add(why.sentence().apply(this.messages)));
		if (shared.isEmpty()) {
			line("alone");
		}
		shared.forEach(this.out::println);
	}

	private void schedule(Campaign campaign) {
		ZoneId zone = campaign.operation().timeZone();
		if (campaign.schedule().isEmpty()) {
			line("schedule.none");
			return;
		}
		List<Instant> times = new DueTimes(campaign).next(Instant.now(), DUE_TIMES);
		line(times.isEmpty() ? "schedule.never" : "schedule", campaign.schedule().get(), zone);
		times.forEach((time) -> this.out.println("  " + MINUTE.format(time.atZone(zone))));
	}

	/** What only the database knows; it is opened only where it has something to say. */
	private void standing(Campaign campaign) {
		boolean gated = !campaign.operation().gate().equals(Gate.NONE);
		if (!gated) {
			line("gate.none");
		}
		if (!gated && campaign.schedule().isEmpty()) {
			return;
		}
		if (this.database.url() == null && !Files.isDirectory(Home.path())) {
			line("noDatabase");
			return;
		}
		try (Session session = Session.openQuietly(this.database.url(), this.messages,
				this.spec.commandLine().getErr())) {
			state(campaign, session);
			if (gated) {
				gate(campaign, session);
			}
		}
		catch (DatabaseException ex) {
			line("databaseFailed", ex.sentence(this.messages));
		}
	}

	private void state(Campaign campaign, Session session) {
		Optional<Campaigns.Standing> standing = session.get(Campaigns.class).standing(campaign.name());
		standing.filter(Campaigns.Standing::closed).ifPresent((closed) -> line("closed"));
		standing.filter(Campaigns.Standing::paused).ifPresent((paused) -> line("paused"));
	}

	private void gate(Campaign campaign, Session session) {
		Optional<Run> last = session.runs().latest(campaign.name());
		if (last.isEmpty()) {
			line("gate.noRun");
			return;
		}
		line("gate", last.get());
		session.get(RunStory.class)
			.gate(last.get(), campaign.operation().gate())
			.forEach((check) -> this.out.println("  " + RunPage.gate(check, this.messages)));
	}

	private void line(String key, Object... arguments) {
		this.out.println(this.messages.get("cli.validate." + key, arguments));
	}

}
