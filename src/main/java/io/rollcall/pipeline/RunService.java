package io.rollcall.pipeline;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.rollcall.campaign.Colleges;
import io.rollcall.database.DatabaseException;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts, resumes and lists runs. The caller of {@link #start} and {@link #resume} holds
 * the campaign's lock: under it, a run that looks alive is dead.
 */
@Service
public class RunService {

	private final RunStore runs;

	private final ReportData data;

	private final ReportStep reports;

	private final PublishStep publisher;

	private final RunProgress progress;

	private final LongStatements statements;

	private final Job job;

	private final JobOperator operator;

	private final JobRepository repository;

	private final TransactionTemplate transaction;

	RunService(RunStore runs, ReportData data, ReportStep reports, PublishStep publisher, RunProgress progress,
			LongStatements statements, Job job, JobOperator operator, JobRepository repository,
			PlatformTransactionManager transactions) {
		this.runs = runs;
		this.data = data;
		this.reports = reports;
		this.publisher = publisher;
		this.progress = progress;
		this.statements = statements;
		this.job = job;
		this.operator = operator;
		this.repository = repository;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Starts a new run and carries it through.
	 * @param request what is asked for
	 * @param listener hears how it gets on
	 * @return the published run
	 * @throws RunFailure when the run ends without reports
	 */
	public RunOutcome start(RunRequest request, RunListener listener) {
		checkWritable(request);
		recover(request.campaign().name());
		return execute(this.runs.create(request), listener);
	}

	/**
	 * Carries a failed or killed run on where it stopped. A published run is left as it
	 * is.
	 * @param ref the run
	 * @param listener hears how it gets on
	 * @return the published run
	 * @throws RunFailure when it does not exist, or ends without reports again
	 */
	public RunOutcome resume(RunRef ref, RunListener listener) {
		Run run = find(ref);
		recover(run.campaign());
		Run current = this.runs.get(run.id());
		return (current.status() == Run.Status.PUBLISHED) ? this.data.outcome(current) : execute(current, listener);
	}

	/**
	 * Starts a new run on the inputs, rules, folders and options of another.
	 * @param ref the other run
	 * @param reason why, or empty
	 * @param listener hears how it gets on
	 * @return the published run
	 * @throws RunFailure when an input is gone or has changed, or the run ends without
	 * reports
	 */
	public RunOutcome rerun(RunRef ref, String reason, RunListener listener) {
		Run run = find(ref);
		recover(run.campaign());
		return execute(this.runs.repeat(run, reason), listener);
	}

	/**
	 * The run that somebody means.
	 * @param ref its name
	 * @return the run
	 * @throws RunFailure when no run has that name, or several campaigns have one
	 */
	public Run find(RunRef ref) {
		List<Run> found = this.runs.find(ref);
		if (found.isEmpty()) {
			throw new RunFailure("UNKNOWN_RUN", ref);
		}
		if (found.size() > 1) {
			throw new RunFailure("UNKNOWN_CAMPAIGN", ref, found.get(0));
		}
		return found.get(0);
	}

	/**
	 * All runs.
	 * @return newest first
	 */
	public List<Run> all() {
		return this.runs.all();
	}

	/**
	 * How long a run took, all its attempts together.
	 * @param run the run
	 * @return whole seconds
	 */
	public long seconds(Run run) {
		return this.runs.seconds(run).setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	/** Asks the current run to stop; it can be resumed. Returns at once. */
	public void stop() {
		this.progress.stop();
		this.statements.cancelWhile(this.progress::isAwaited);
	}

	/**
	 * Has somebody asked before runs of this process publish.
	 * @param guard knows whether the caller still holds the campaign's lock
	 */
	public void guard(PublishGuard guard) {
		this.progress.guard(guard);
	}

	/**
	 * Writes one college's workbook of the last published run anew.
	 * @param campaign the campaign's name
	 * @param college the college as somebody wrote it
	 * @return the workbook
	 * @throws RunFailure when there is no published run or no such college
	 */
	public Path college(String campaign, String college) {
		Run run = this.runs.latestPublished(campaign).orElseThrow(() -> new RunFailure("UNKNOWN_PUBLISHED", campaign));
		RunContext context = RunContext.of(run);
		Colleges colleges = context.campaign().colleges();
		String name = colleges.resolve(college)
			.college()
			.orElseThrow(() -> new RunFailure("UNKNOWN_COLLEGE", college,
					String.join(", ", colleges.all().stream().map((each) -> each.name()).toList())));
		return this.transaction.execute((status) -> rewrite(context, name));
	}

	/** Better said now than after an hour of reading. */
	private static void checkWritable(RunRequest request) {
		Path folder = request.output().resolve(request.campaign().name());
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, ".try-", ""));
		}
		catch (IOException ex) {
			throw new RunFailure("OUTPUT", folder);
		}
	}

	private Path rewrite(RunContext context, String college) {
		Path aside = context.run().workFolder();
		try {
			Folders.delete(aside);
			Files.createDirectories(aside.resolve("colleges"));
			Path written = this.reports.college(context, college, aside).orElseThrow();
			Path target = context.run().folder().resolve(aside.relativize(written).toString());
			Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			PublishStep.renew(context.run(), target);
			return target;
		}
		catch (IOException ex) {
			throw new RunFailure("OUTPUT", context.run().folder());
		}
		finally {
			Folders.deleteQuietly(aside);
		}
	}

	private RunOutcome execute(Run run, RunListener listener) {
		this.progress.begin(listener);
		try {
			return execute(run);
		}
		finally {
			this.progress.end();
		}
	}

	private RunOutcome execute(Run run) {
		this.runs.status(run, Run.Status.RUNNING);
		Instant start = Instant.now();
		JobExecution execution;
		try {
			execution = launch(run);
		}
		catch (JobExecutionException ex) {
			throw new RunFailure("NOT_STARTED", run);
		}
		finally {
			Instant end = Instant.now();
			this.runs.addSeconds(run, BigDecimal.valueOf(Duration.between(start, end).toMillis(), 3), end);
		}
		if (execution.getStatus().isUnsuccessful() || this.runs.get(run.id()).status() != Run.Status.PUBLISHED) {
			fail(run);
			throw failure(run, execution);
		}
		return this.data.outcome(this.runs.get(run.id()));
	}

	private JobExecution launch(Run run) throws JobExecutionException {
		JobParameters parameters = parameters(run);
		JobExecution last = this.repository.getLastJobExecution(CampaignRunJob.NAME, parameters);
		if (last != null && last.isRunning()) {
			// Its process died, or could not write down that the run had ended.
			last = this.operator.recover(last);
		}
		return (last == null) ? this.operator.start(this.job, parameters) : this.operator.restart(last);
	}

	private RuntimeException failure(Run run, JobExecution execution) {
		if (this.progress.isStopping()) {
			return new RunFailure("INTERRUPTED", run);
		}
		for (Throwable failure : execution.getAllFailureExceptions()) {
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				if (cause instanceof RunFailure known) {
					return known;
				}
				if (cause instanceof DatabaseException known) {
					return known;
				}
			}
		}
		return new RunFailure("FAILED", run);
	}

	/**
	 * Settles runs whose process died: publishing is completed, anything else can be
	 * resumed.
	 */
	private void recover(String campaign) {
		for (Run dead : this.runs.unfinished(campaign)) {
			JobExecution last = this.repository.getLastJobExecution(CampaignRunJob.NAME, parameters(dead));
			if (last != null && last.isRunning()) {
				this.operator.recover(last);
			}
			boolean moved = dead.status() == Run.Status.PUBLISHING && Files.exists(dead.folder());
			if (moved) {
				finish(dead);
			}
			else {
				fail(dead);
			}
		}
	}

	/** Half-written reports hold personal data, and a resumed run writes them anew. */
	private void fail(Run run) {
		this.runs.status(run, Run.Status.FAILED);
		Folders.deleteQuietly(run.workFolder());
	}

	private void finish(Run dead) {
		try {
			this.publisher.finish(dead);
		}
		catch (IOException ex) {
			throw new RunFailure("OUTPUT", dead.folder());
		}
	}

	private static JobParameters parameters(Run run) {
		return new JobParametersBuilder().addString(RunTasklet.CAMPAIGN, run.campaign())
			.addLocalDate(RunTasklet.DATE, run.date())
			.addLong(RunTasklet.NUMBER, (long) run.number())
			.toJobParameters();
	}

	/**
	 * How a run of the past ended.
	 * @param run the run
	 * @return its counts, when it was published
	 */
	public Optional<RunOutcome> outcome(Run run) {
		return (run.status() == Run.Status.PUBLISHED) ? Optional.of(this.data.outcome(run)) : Optional.empty();
	}

}
