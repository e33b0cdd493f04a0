package io.rollcall.pipeline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import io.rollcall.database.DatabaseException;
import io.rollcall.results.ReportData;
import io.rollcall.run.OutputFolders;
import io.rollcall.run.PlainFailure;
import io.rollcall.run.ProgressNotes;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunStates;
import io.rollcall.run.RunStore;
import io.rollcall.staging.StagedRuns;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Has Batch carry a run through, and brings the run to where it then stands. */
@Component
class RunExecution {

	private final RunStore runs;

	private final RunStates states;

	private final ReportData data;

	private final RunSettlement settlement;

	private final RunProgress progress;

	private final ProgressNotes notes;

	private final StagedRuns staged;

	private final Job job;

	private final JobOperator operator;

	private final JobRepository repository;

	private final Parts parts;

	private final SameFolders folders;

	RunExecution(RunStore runs, RunStates states, ReportData data, RunSettlement settlement, RunProgress progress,
			ProgressNotes notes, StagedRuns staged, Job job, JobOperator operator, JobRepository repository,
			Parts parts, SameFolders folders) {
		this.parts = parts;
		this.folders = folders;
		this.runs = runs;
		this.states = states;
		this.data = data;
		this.settlement = settlement;
		this.progress = progress;
		this.notes = notes;
		this.staged = staged;
		this.job = job;
		this.operator = operator;
		this.repository = repository;
	}

	/**
	 * Carries a run through, from where it stopped before. The caller holds the
	 * campaign's lock.
	 * @return the finished run
	 * @throws RunFailure when it was taken out of the line, or ends without reports
	 */
	RunOutcome execute(Run run, RunListener listener) {
		try (ProgressNotes.Notes noting = this.notes.of(run)) {
			this.progress.current().worksOn(run);
			this.progress.begin(new BothListeners(noting, listener));
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
			if (!this.folders.areHere(run)) {
				throw new RunFailure("NOT_HERE", run, run.input(), run.output());
			}
			OutputFolders.checkWritable(run.campaignFolder());
			this.staged.open(run);
			this.parts.begin(run);
		}
		catch (RunFailure ex) {
			this.settlement.settle(run, Run.Status.FAILED, word(ex));
			throw ex;
		}
		Instant start = Instant.now();
		JobExecution execution;
		boolean ours = false;
		try {
			execution = launch(run);
			ours = !execution.getStatus().isUnsuccessful();
		}
		catch (JobExecutionException ex) {
			throw new RunFailure("NOT_STARTED", run);
		}
		finally {
			if (ours || isOurs()) {
				this.parts.takeBack(run);
			}
			Instant end = Instant.now();
			this.runs.addSeconds(run, BigDecimal.valueOf(Duration.between(start, end).toMillis(), 3), end);
		}
		Run ended = this.runs.get(run.id());
		if (execution.getStatus().isUnsuccessful() || !ended.isFinished()) {
			RuntimeException failure = failure(run, execution);
			this.progress.guard().check();
			this.settlement.settle(run, this.progress.isStopping() ? this.progress.stopped() : Run.Status.FAILED,
					word(failure));
			throw failure;
		}
		if (ended.status() == Run.Status.PUBLISHED) {
			this.staged.forget(ended);
		}
		return this.data.outcome(ended);
	}

	/** Without the lock the run, and its parts, may be somebody else's by now. */
	private boolean isOurs() {
		try {
			this.progress.guard().check();
			return true;
		}
		catch (RunFailure ex) {
			return false;
		}
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
		if (last != null && this.states.endSteps(last.getJobInstanceId())) {
			last = this.repository.getLastJobExecution(CampaignRunJob.NAME, parameters);
		}
		if (last == null) {
			forgetHalfBegun(parameters);
			return this.operator.start(this.job, parameters);
		}
		return this.operator.restart(last);
	}

	/**
	 * Batch enters a run and then its first execution; it can do nothing with what was
	 * cut off in between.
	 */
	private void forgetHalfBegun(JobParameters parameters) {
		JobInstance begun = this.repository.getJobInstance(CampaignRunJob.NAME, parameters);
		if (begun != null) {
			this.repository.deleteJobInstance(begun);
		}
	}

	/** The first cause without a sentence of its own. */
	private static String cause(JobExecution execution) {
		return execution.getAllFailureExceptions()
			.stream()
			.filter(PlainFailure.class::isInstance)
			.map(Throwable::getMessage)
			.findFirst()
			.orElse("-");
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
				if (cause instanceof OutOfMemoryError) {
					return new RunFailure("OUT_OF_MEMORY", run, Runtime.getRuntime().maxMemory() >> 20);
				}
			}
		}
		return new RunFailure("FAILED", run, cause(execution));
	}

}
