package io.rollcall.nightly;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.database.CampaignLock;
import io.rollcall.database.Database;
import io.rollcall.database.DatabaseException;
import io.rollcall.database.LockHolder;
import io.rollcall.database.Presence;
import io.rollcall.pipeline.RunService;
import io.rollcall.run.PublishGuard;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOrigin;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import io.rollcall.run.RunRequest;
import org.springframework.stereotype.Service;

/**
 * The one line of a campaign's runs, over all processes on a database: whoever wants a
 * run carried through takes the campaign's lock, or a place in line.
 */
@Service
public class RunLine {

	private static final int MILLIS_BETWEEN_LOOKS = 500;

	/** Looks at the line between two at whether who works on the campaign is stopped. */
	private static final int LOOKS_TO_SILENCE = 20;

	private final Database database;

	private final RunService runs;

	private final LineStore store;

	private final Locks locks;

	private final AuditLog audit;

	private final AtomicBoolean stopped = new AtomicBoolean();

	RunLine(Database database, RunService runs, LineStore store, Locks locks, AuditLog audit) {
		this.database = database;
		this.runs = runs;
		this.store = store;
		this.locks = locks;
		this.audit = audit;
	}

	/**
	 * How somebody in a terminal wants a run.
	 *
	 * @param waits whether to wait while the campaign is busy
	 * @param waiting hears of the run that got a place in line
	 * @param listener hears how the run gets on
	 */
	public record Wish(boolean waits, Consumer<Run> waiting, RunListener listener) {
	}

	/**
	 * Carries a new run through, in its turn.
	 * @param request what is asked for
	 * @param wish how
	 * @return the finished run
	 * @throws DatabaseException when the campaign is busy and nobody wants to wait
	 * @throws RunFailure when it ends without reports
	 */
	public RunOutcome start(RunRequest request, Wish wish) {
		RunService.checkWritable(request);
		String campaign = request.campaign().name();
		return inTurn(campaign, wish, (waiter) -> {
			Run run = this.runs.enqueue(request, waiter);
			this.audit.write(Actor.shell(), "run.start", campaign, run.name(), "", "done");
			return run;
		});
	}

	/**
	 * Carries a new run on the inputs of another through, in its turn.
	 * @param ref the other run
	 * @param reason why, or empty
	 * @param origin what made it begin
	 * @param wish how
	 * @return the finished run
	 * @throws DatabaseException when the campaign is busy and nobody wants to wait
	 * @throws RunFailure when it ends without reports
	 */
	public RunOutcome rerun(RunRef ref, String reason, RunOrigin origin, Wish wish) {
		String campaign = this.runs.find(ref).campaign();
		return inTurn(campaign, wish, (waiter) -> {
			Run run = this.runs.enqueueRerun(ref, reason, origin, waiter);
			this.audit.write(Actor.shell(), "run.rerun", campaign, run.name(), ref.toString(), "done");
			return run;
		});
	}

	/**
	 * Carries a failed, stopped or killed run on, in its turn. A finished one is left as
	 * it is.
	 * @param ref the run
	 * @param wish how
	 * @return the finished run
	 * @throws DatabaseException when the campaign is busy and nobody wants to wait
	 * @throws RunFailure when it ends without reports
	 */
	public RunOutcome resume(RunRef ref, Wish wish) {
		Run run = this.runs.find(ref);
		Optional<RunOutcome> finished = this.runs.outcome(run);
		if (finished.isPresent()) {
			return finished.get();
		}
		return inTurn(run.campaign(), wish, (waiter) -> {
			if (!this.store.enter(run, waiter)) {
				throw new RunFailure("TAKEN_OUT", run);
			}
			this.audit.write(Actor.shell(), "run.resume", run.campaign(), run.name(), "", "done");
			return run;
		});
	}

	private RunOutcome inTurn(String campaign, Wish wish, Function<String, Run> enter) {
		Optional<CampaignLock> free = free(campaign, wish.waits());
		try (CampaignLock now = free.orElse(null); Presence presence = Presence.alone(this.database)) {
			if (now != null) {
				this.runs.recover(campaign);
				return carry(now, enter.apply(presence.name()), wish.listener());
			}
			Run run = enter.apply(presence.name());
			wish.waiting().accept(run);
			try (CampaignLock turn = await(run)) {
				return carry(turn, run, wish.listener());
			}
		}
	}

	/** The lock, if nobody is at work and nobody waits. */
	private Optional<CampaignLock> free(String campaign, boolean waits) {
		Optional<CampaignLock> lock = waits ? CampaignLock.tryAcquire(this.database, campaign)
				: Optional.of(CampaignLock.acquire(this.database, campaign));
		Optional<Run> ahead = lock.flatMap((held) -> this.store.first(campaign, this.locks.look()));
		if (ahead.isEmpty()) {
			return lock;
		}
		lock.get().close();
		if (!waits) {
			throw new RunFailure("LINE", campaign, ahead.get());
		}
		return Optional.empty();
	}

	/** Waits until a run is the first in line and nobody works on the campaign. */
	private CampaignLock await(Run run) {
		for (int look = 1;; look++) {
			if (this.stopped.get()) {
				this.store.takeOut(run, "INTERRUPTED");
				throw new RunFailure("INTERRUPTED", run);
			}
			Locks.View view = this.locks.look();
			Optional<Run> first = this.store.first(run.campaign(), view);
			if (first.isEmpty() || !this.store.isWaiting(run)) {
				throw new RunFailure("TAKEN_OUT", run);
			}
			if (first.get().id() == run.id() && !view.isBusy(run.campaign())) {
				Optional<CampaignLock> lock = CampaignLock.tryOnce(this.database, run.campaign());
				if (lock.isPresent()) {
					return lock.get();
				}
			}
			else if (look % LOOKS_TO_SILENCE == 0) {
				LockHolder.endSilent(this.database, run.campaign());
			}
			Waiting.millis(MILLIS_BETWEEN_LOOKS);
		}
	}

	/** Carries a waiting run through under the campaign's lock. */
	RunOutcome carry(CampaignLock lock, Run run, RunListener listener) {
		return locked(lock, run.campaign(), () -> this.runs.carry(run, listener));
	}

	/**
	 * Decides on a campaign's runs under its lock. It takes a moment, so nobody asks for
	 * a stop; a run of another campaign that this process works on goes on undisturbed.
	 * @param campaign the campaign
	 * @param decision what to do
	 * @return what the decision returns
	 * @throws DatabaseException when the campaign is busy
	 */
	<T> T decided(String campaign, Function<RunService, T> decision) {
		try (CampaignLock lock = CampaignLock.acquire(this.database, campaign)) {
			this.runs.guard(() -> verify(lock, campaign));
			return decision.apply(this.runs);
		}
		finally {
			this.runs.guard(PublishGuard.NONE);
		}
	}

	private <T> T locked(CampaignLock lock, String campaign, Supplier<T> work) {
		this.runs.guard(() -> verify(lock, campaign));
		try (StopWatch watch = new StopWatch(this.store, this.runs.stopper(), lock, campaign)) {
			watch.begin();
			return work.get();
		}
		finally {
			this.runs.guard(PublishGuard.NONE);
			this.runs.goOn();
		}
	}

	private static void verify(CampaignLock lock, String campaign) {
		try {
			lock.verify();
		}
		catch (DatabaseException ex) {
			throw new RunFailure("LOCK_LOST", campaign);
		}
	}

	/** Asks what this process works on, or waits for, to stop. Returns at once. */
	public void stopHere() {
		this.stopped.set(true);
		this.runs.stop();
	}

	/**
	 * The runs whose turn it is and that no command waits for, one a campaign, the one
	 * that has waited longest first.
	 */
	List<RunRef> next() {
		return this.store.turns(this.locks.look());
	}

	/**
	 * Finds runs whose process died or gives no sign any more, and waiting ones whose
	 * command did.
	 */
	void tidy() {
		Locks.View view = this.locks.look();
		this.store.abandon(view);
		for (String campaign : this.store.atWork()) {
			if (!view.isBusy(campaign) || LockHolder.endSilent(this.database, campaign)) {
				CampaignLock.tryOnce(this.database, campaign).ifPresent((lock) -> {
					try (lock) {
						this.runs.recover(campaign);
					}
				});
			}
		}
	}

}
