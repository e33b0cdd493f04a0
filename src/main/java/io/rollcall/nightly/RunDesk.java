package io.rollcall.nightly;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.database.DatabaseException;
import io.rollcall.pipeline.RunService;
import io.rollcall.run.HandedIn;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunOrigin;
import io.rollcall.run.RunRef;
import io.rollcall.run.RunRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people ask for and decide about runs without waiting for them. */
@Service
public class RunDesk {

	private final RunService runs;

	private final RunLine line;

	private final LineStore store;

	private final HandedIn handedIn;

	private final AuditLog audit;

	RunDesk(RunService runs, RunLine line, LineStore store, HandedIn handedIn, AuditLog audit) {
		this.runs = runs;
		this.line = line;
		this.store = store;
		this.handedIn = handedIn;
		this.audit = audit;
	}

	/**
	 * Puts a request in line that any process which serves carries through.
	 * @param request what is asked for
	 * @param actor who asks
	 * @return the waiting run
	 * @throws RunFailure when the campaign is closed or an equal request waits already
	 */
	@Transactional
	public Run request(RunRequest request, Actor actor) {
		this.store.oneByOne(request.campaign().name());
		this.store.equal(request).ifPresent(RunDesk::refuseSecond);
		Run run = this.runs.enqueue(request, "");
		this.audit.write(actor, "run.start", run.campaign(), run.name(), "", "done");
		return run;
	}

	/**
	 * Puts a new run on the inputs of another in line.
	 * @param ref the other run
	 * @param reason why
	 * @param actor who asks
	 * @return the waiting run
	 * @throws RunFailure when the campaign is closed, the other run has read no files
	 * yet, or an equal request waits already
	 */
	@Transactional
	public Run rerun(RunRef ref, String reason, Actor actor) {
		Run run = this.runs.find(ref);
		this.store.oneByOne(run.campaign());
		if (!this.store.hasInputs(run)) {
			throw new RunFailure("NO_INPUTS", run);
		}
		this.store.equalRerun(run).ifPresent(RunDesk::refuseSecond);
		RunOrigin origin = new RunOrigin(RunOrigin.Trigger.RERUN, Optional.empty(), actor.account());
		Run again = this.runs.enqueueRerun(ref, reason, origin, "");
		this.audit.write(actor, "run.rerun", run.campaign(), again.name(), run.name(), "done");
		return again;
	}

	private static void refuseSecond(Run first) {
		throw new RunFailure("WAITS_ALREADY", first, first.origin().by());
	}

	/**
	 * Gives a run that failed or was stopped a place in line again; it goes on where it
	 * stopped.
	 * @param ref the run
	 * @param reason why
	 * @param actor who asks
	 * @return the waiting run
	 * @throws RunFailure when the campaign is closed, or the run neither failed nor was
	 * stopped
	 */
	@Transactional
	public Run resume(RunRef ref, String reason, Actor actor) {
		Run run = this.runs.find(ref);
		if (run.status() != Run.Status.FAILED && run.status() != Run.Status.STOPPED || !this.store.enter(run, "")) {
			throw new RunFailure("NOT_ENDED", run);
		}
		this.store.decided(run, actor.account(), reason);
		this.audit.write(actor, "run.resume", run.campaign(), run.name(), "", "done");
		return this.runs.find(ref);
	}

	/**
	 * Takes a waiting run out of the line, or asks whoever works on a run to stop.
	 * @param ref the run
	 * @param reason why
	 * @param actor who asks
	 * @return the run as it is now
	 * @throws RunFailure when it neither waits nor runs
	 */
	public Run stop(RunRef ref, String reason, Actor actor) {
		Run run = this.runs.find(ref);
		if (!this.store.takeOut(run, "STOPPED") && !this.store.wantStop(run)) {
			throw new RunFailure("NOT_RUNNING", run);
		}
		this.store.decided(run, actor.account(), reason);
		this.audit.write(actor, "run.stop", run.campaign(), run.name(), "", "done");
		return this.runs.find(ref);
	}

	/**
	 * Publishes what the gate held back.
	 * @param ref the run
	 * @param reason why
	 * @param actor who decides
	 * @return the published run
	 * @throws DatabaseException when the campaign is busy
	 * @throws RunFailure when it is not held, or a run of its date or later was published
	 * since
	 */
	public Run release(RunRef ref, String reason, Actor actor) {
		return decide(ref, "run.release", reason, actor, (service) -> service.release(ref));
	}

	/**
	 * Sets a held run aside for good.
	 * @param ref the run
	 * @param reason why
	 * @param actor who decides
	 * @return the dropped run
	 * @throws DatabaseException when the campaign is busy
	 * @throws RunFailure when it is not held
	 */
	public Run drop(RunRef ref, String reason, Actor actor) {
		return decide(ref, "run.drop", reason, actor, (service) -> service.drop(ref));
	}

	/**
	 * Takes down that corrections were handed in; the next run applies it.
	 * @param run a published run
	 * @param route the route by which
	 * @param on the day
	 * @param actor who says so
	 * @return how many corrections of that route the run lists
	 * @throws RunFailure when the run was not published, or its campaign is closed
	 */
	@Transactional
	public long sent(Run run, String route, LocalDate on, Actor actor) {
		long listed = this.handedIn.enter(run, route, on, actor.account());
		this.audit.write(actor, "corrections.sent", run.campaign(), run.name(), route,
				(listed > 0) ? "done" : "nothing");
		return listed;
	}

	/**
	 * Writes one college's workbook of the last published run anew.
	 * @param campaign the campaign
	 * @param college the college as somebody wrote it
	 * @param actor who wants it
	 * @return the workbook
	 * @throws DatabaseException when the campaign is busy
	 * @throws RunFailure when there is no published run or no such college
	 */
	public Path college(String campaign, String college, Actor actor) {
		Path written = this.line.decided(campaign, (service) -> service.college(campaign, college));
		this.audit.write(actor, "run.college", campaign, written.getParent().getParent().getFileName().toString(),
				written.getFileName().toString(), "done");
		return written;
	}

	private Run decide(RunRef ref, String action, String reason, Actor actor, Function<RunService, Run> decision) {
		Run run = this.runs.find(ref);
		Run decided = this.line.decided(run.campaign(), decision);
		this.store.decided(decided, actor.account(), reason);
		this.audit.write(actor, action, run.campaign(), run.name(), "", "done");
		return decided;
	}

}
