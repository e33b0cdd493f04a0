package io.rollcall.pipeline;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.Colleges;
import io.rollcall.database.DatabaseException;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
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

	private final RunStates states;

	private final ReportData data;

	private final ReportStep reports;

	private final RunSettlement settlement;

	private final RunProgress progress;

	private final LongStatements statements;

	private final Job job;

	private final JobOperator operator;

	private final JobRepository repository;

	private final TransactionTemplate transaction;

	RunService(RunStore runs, RunStates states, ReportData data, ReportStep reports, RunSettlement settlement,
			RunProgress progress, LongStatements statements, Job job, JobOperator operator, JobRepository repository,
			PlatformTransactionManager transactions) {
		this.runs = runs;
		this.states = states;
		this.data = data;
		this.reports = reports;
		this.settlement = settlement;
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
	 * @return the finished run
	 * @throws RunFailure when the run ends without reports
	 */
	public RunOutcome start(RunRequest request, RunListener listener) {
		checkWritable(request);
		recover(request.campaign().name());
		return execute(this.runs.create(request, Run.Status.RUNNING, ""), listener);
	}

	/**
	 * Puts a new run in line, with its number. Whoever takes it holds the campaign's lock
	 * and calls {@link #carry}; nobody needs it for this.
	 * @param request what is asked for
	 * @param waiter the presence of the command that waits with it, or empty
	 * @return the waiting run
	 * @throws RunFailure when the campaign is closed
	 */
	public Run enqueue(RunRequest request, String waiter) {
		return this.runs.create(request, Run.Status.WAITING, waiter);
	}

	/**
	 * Puts a new run on the inputs, rules, folders and options of another in line.
	 * @param ref the other run
	 * @param reason why, or empty
	 * @param origin what made it begin
	 * @param waiter the presence of the command that waits with it, or empty
	 * @return the waiting run
	 * @throws RunFailure when the campaign is closed or there is no such run
	 */
	public Run enqueueRerun(RunRef ref, String reason, RunOrigin origin, String waiter) {
		return this.runs.repeat(find(ref), reason, origin, Run.Status.WAITING, waiter);
	}

	/**
	 * Carries a waiting run through.
	 * @param waiting the run whose turn it is
	 * @param listener hears how it gets on
	 * @return the finished run
	 * @throws RunFailure when it was taken out of the line, or ends without reports
	 */
	public RunOutcome carry(Run waiting, RunListener listener) {
		recover(waiting.campaign());
		Run current = this.runs.get(waiting.id());
		if (current.status() != Run.Status.WAITING) {
			throw new RunFailure("TAKEN_OUT", waiting);
		}
		return execute(current, listener);
	}

	/**
	 * Carries a failed or killed run on where it stopped. A published run is left as it
	 * is.
	 * @param ref the run
	 * @param listener hears how it gets on
	 * @return the finished run
	 * @throws RunFailure when it does not exist, or ends without reports again
	 */
	public RunOutcome resume(RunRef ref, RunListener listener) {
		Run run = find(ref);
		recover(run.campaign());
		Run current = this.runs.get(run.id());
		return isFinished(current) ? this.data.outcome(current) : execute(current, listener);
	}

	/** Whether there are reports, wherever they lie. */
	private static boolean isFinished(Run run) {
		return Set.of(Run.Status.PUBLISHED, Run.Status.HELD, Run.Status.DROPPED).contains(run.status());
	}

	/**
	 * Starts a new run on the inputs, rules, folders and options of another.
	 * @param ref the other run
	 * @param reason why, or empty
	 * @param listener hears how it gets on
	 * @return the finished run
	 * @throws RunFailure when an input is gone or has changed, or the run ends without
	 * reports
	 */
	public RunOutcome rerun(RunRef ref, String reason, RunListener listener) {
		Run run = find(ref);
		recover(run.campaign());
		RunOrigin origin = new RunOrigin(RunOrigin.Trigger.RERUN, Optional.empty(), RunOrigin.command().by());
		return execute(this.runs.repeat(run, reason, origin, Run.Status.RUNNING, ""), listener);
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

	/** Asks the current run to stop; it can be resumed. Returns at once. */
	public void stop() {
		stop(Run.Status.STOPPED);
	}

	/**
	 * Asks the current run to stop. Returns at once.
	 * @param status where it then stands: stopped, or waiting to go on
	 */
	public void stop(Run.Status status) {
		this.progress.stop(status);
		this.statements.cancelWhile(this.progress::isAwaited);
	}

	/**
	 * Forgets a wish to stop that came too late, so that it does not meet the next run.
	 */
	public void goOn() {
		this.progress.goOn();
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

	/**
	 * Makes sure that reports can be written: better said now than after an hour of
	 * reading.
	 * @param request what is asked for
	 * @throws RunFailure when they cannot
	 */
	public static void checkWritable(RunRequest request) {
		checkWritable(request.output().resolve(request.campaign().name()));
	}

	private static void checkWritable(Path folder) {
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
		if (!this.states.take(run)) {
			throw new RunFailure("TAKEN_OUT", run);
		}
		try {
			checkWritable(run.campaignFolder());
		}
		catch (RunFailure ex) {
			this.settlement.settle(run, Run.Status.FAILED, word(ex));
			throw ex;
		}
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
		Run ended = this.runs.get(run.id());
		if (execution.getStatus().isUnsuccessful() || !isFinished(ended)) {
			RuntimeException failure = failure(run, execution);
			// Without the lock the run may be somebody else's by now.
			this.progress.guard().check();
			this.settlement.settle(run, this.progress.isStopping() ? this.progress.stopped() : Run.Status.FAILED,
					word(failure));
			throw failure;
		}
		return this.data.outcome(ended);
	}

	/** Why a run ended without reports, for machines. */
	private static String word(RuntimeException failure) {
		return (failure instanceof RunFailure known) ? known.getMessage() : "DATABASE";
	}

	private JobExecution launch(Run run) throws JobExecutionException {
		JobParameters parameters = RunTasklet.parameters(run);
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
	 * Settles runs whose process died: publishing is completed, anything else goes on by
	 * itself once, where somebody serves, and can be resumed by hand.
	 * @param campaign the campaign whose lock the caller holds
	 */
	public void recover(String campaign) {
		this.settlement.recover(campaign);
	}

	/**
	 * Publishes what the gate held back, as it is. The caller holds the campaign's lock.
	 * @param ref the run
	 * @return the published run
	 * @throws RunFailure when it is not held, or a run of its date or later was published
	 * since
	 */
	public Run release(RunRef ref) {
		Run run = find(ref);
		this.settlement.recover(run.campaign());
		this.settlement.release(this.runs.get(run.id()));
		return this.runs.get(run.id());
	}

	/**
	 * Sets a held run aside for good. The caller holds the campaign's lock.
	 * @param ref the run
	 * @return the dropped run
	 * @throws RunFailure when it is not held
	 */
	public Run drop(RunRef ref) {
		Run run = find(ref);
		this.settlement.recover(run.campaign());
		this.settlement.drop(this.runs.get(run.id()));
		return this.runs.get(run.id());
	}

	/**
	 * How a run of the past ended.
	 * @param run the run
	 * @return its counts, when it was finished
	 */
	public Optional<RunOutcome> outcome(Run run) {
		return isFinished(run) ? Optional.of(this.data.outcome(run)) : Optional.empty();
	}

}
