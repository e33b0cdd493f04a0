package io.rollcall.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import io.rollcall.results.PastRuns;
import io.rollcall.results.ReportData;
import io.rollcall.run.Attempt;
import io.rollcall.run.LongStatements;
import io.rollcall.run.NewRuns;
import io.rollcall.run.OutputFolders;
import io.rollcall.run.PublishGuard;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOrigin;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunRef;
import io.rollcall.run.RunRequest;
import io.rollcall.run.RunStore;
import io.rollcall.staging.StagedRuns;
import org.springframework.stereotype.Service;

/**
 * Starts and resumes runs. The caller of {@link #start} and {@link #resume} holds the
 * campaign's lock: under it, a run that looks alive is dead.
 */
@Service
public class RunService {

	private final RunStore runs;

	private final PastRuns past;

	private final NewRuns fresh;

	private final ReportData data;

	private final RunExecution execution;

	private final RunSettlement settlement;

	private final StagedRuns staged;

	private final CollegeWorkbooks workbooks;

	private final RunProgress progress;

	private final LongStatements statements;

	RunService(RunStore runs, PastRuns past, NewRuns fresh, ReportData data, RunExecution execution,
			RunSettlement settlement, StagedRuns staged, CollegeWorkbooks workbooks, RunProgress progress,
			LongStatements statements) {
		this.runs = runs;
		this.past = past;
		this.fresh = fresh;
		this.data = data;
		this.execution = execution;
		this.settlement = settlement;
		this.staged = staged;
		this.workbooks = workbooks;
		this.progress = progress;
		this.statements = statements;
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
		return this.execution.execute(this.fresh.create(request, Run.Status.RUNNING, ""), listener);
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
		return this.fresh.create(request, Run.Status.WAITING, waiter);
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
		return this.fresh.repeat(find(ref), reason, origin, Run.Status.WAITING, waiter);
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
		return this.execution.execute(current, listener);
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
		return current.isFinished() ? this.data.outcome(current) : this.execution.execute(current, listener);
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
		return this.execution.execute(this.fresh.repeat(run, reason, origin, Run.Status.RUNNING, ""), listener);
	}

	/**
	 * The run that somebody means.
	 * @param ref its name
	 * @return the run
	 * @throws RunFailure when no run has that name, or several campaigns have one
	 */
	public Run find(RunRef ref) {
		return this.past.find(ref);
	}

	/**
	 * The run that the link to the newest one names.
	 * @param campaign the campaign's name
	 * @param output the folder that gets one folder a campaign
	 * @return the published run with the highest date, then number; empty before there is
	 * one
	 */
	public Optional<Run> latest(String campaign, Path output) {
		return this.runs.latestPublished(campaign, output);
	}

	/**
	 * The published run of a campaign with the highest date, then number, wherever its
	 * reports lie.
	 * @param campaign the campaign's name
	 * @return the run, empty before there is one
	 */
	public Optional<Run> latest(String campaign) {
		return this.runs.latestPublished(campaign);
	}

	/**
	 * What stands in the way of publishing a held run as it is.
	 * @param held the held run
	 * @return a run of its date or later that was published since
	 */
	public Optional<Run> publishedSince(Run held) {
		return this.runs.publishedSince(held);
	}

	/** Asks every run of this process to stop; they can be resumed. Returns at once. */
	public void stop() {
		stop(Run.Status.STOPPED);
	}

	/**
	 * Asks every run of this process to stop. Returns at once.
	 * @param status where they then stand: stopped, or waiting to go on
	 */
	public void stop(Run.Status status) {
		this.progress.stop(status).forEach(this.statements::cancelWhileAwaited);
	}

	/**
	 * A way to stop the run that this thread carries through, and no other.
	 * @return to be told where the run shall stand then; returns at once
	 */
	public Consumer<Run.Status> stopper() {
		Attempt attempt = this.progress.current();
		return (status) -> {
			attempt.stop(status);
			this.statements.cancelWhileAwaited(attempt);
		};
	}

	/**
	 * Forgets a wish to stop that came too late, so that it does not meet the next run of
	 * this thread.
	 */
	public void goOn() {
		this.progress.goOn();
	}

	/**
	 * Has somebody asked before runs of this thread publish.
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
		return this.workbooks.rewrite(campaign, college);
	}

	/**
	 * Makes sure that reports can be written: better said now than after an hour of
	 * reading.
	 * @param request what is asked for
	 * @throws RunFailure when they cannot
	 */
	public static void checkWritable(RunRequest request) {
		OutputFolders.checkWritable(request.output().resolve(request.campaign().name()));
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
		Run released = this.runs.get(run.id());
		this.staged.forget(released);
		return released;
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
		return this.past.outcome(run);
	}

}
