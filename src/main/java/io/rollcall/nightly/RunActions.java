package io.rollcall.nightly;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.rollcall.pipeline.RunService;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What can be done with a run as it stands, and why not. It is asked before somebody
 * presses a button; who presses it is judged once more by the deed itself.
 */
@Service
public class RunActions {

	private final JdbcClient jdbc;

	private final RunService runs;

	private final LineStore store;

	RunActions(JdbcClient jdbc, RunService runs, LineStore store) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.store = store;
	}

	/** What can be done with runs. */
	public enum Action {

		/** Run its inputs once more. */
		RERUN,
		/** Take it out of the line, or stop it. */
		STOP,
		/** Carry it on where it stopped. */
		RESUME,
		/** Publish what the gate held back. */
		RELEASE,
		/** Set what the gate held back aside for good. */
		DROP,
		/** Write a college's workbook anew. */
		COLLEGES,
		/** Take down that its corrections were handed in. */
		SENT;

		/**
		 * The word for texts.
		 * @return the name in small letters
		 */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Where a run stands beside its status.
	 *
	 * @param closed whether its campaign is closed
	 * @param cleared whether the campaign's personal data are gone
	 * @param stopping whether somebody asked it to stop
	 */
	private record Circumstances(boolean closed, boolean cleared, boolean stopping) {
	}

	/**
	 * What can be done with a run.
	 * @param run the run
	 * @return every action with what forbids it
	 */
	public Map<Action, Optional<RunFailure>> of(Run run) {
		Circumstances around = circumstances(run);
		Map<Action, Optional<RunFailure>> actions = new EnumMap<>(Action.class);
		for (Action action : Action.values()) {
			actions.put(action, refusal(action, run, around));
		}
		return actions;
	}

	/**
	 * Makes sure that something can be done with a run.
	 * @param action what
	 * @param run the run
	 * @throws RunFailure when its state forbids it
	 */
	public void check(Action action, Run run) {
		refusal(action, run, circumstances(run)).ifPresent((refusal) -> {
			throw refusal;
		});
	}

	private Circumstances circumstances(Run run) {
		return this.jdbc.sql("""
				select c.closed_at is not null as closed, c.cleared_at is not null as cleared, r.stop_wanted
				  from run r join campaign c using (campaign_id) where r.run_id = ?
				""")
			.param(run.id())
			.query((row, index) -> new Circumstances(row.getBoolean("closed"), row.getBoolean("cleared"),
					row.getBoolean("stop_wanted")))
			.single();
	}

	private Optional<RunFailure> refusal(Action action, Run run, Circumstances around) {
		return switch (action) {
			case RERUN -> rerun(run, around);
			case STOP -> stop(run, around);
			case RESUME -> resume(run, around);
			case RELEASE -> release(run);
			case DROP -> when(run.status() != Run.Status.HELD, "NOT_HELD", run);
			case COLLEGES -> colleges(run, around);
			case SENT -> when(run.status() != Run.Status.PUBLISHED, "NOT_PUBLISHED", run)
				.or(() -> when(around.closed(), "CLOSED", run.campaign()));
		};
	}

	private Optional<RunFailure> rerun(Run run, Circumstances around) {
		return when(around.closed(), "CLOSED", run.campaign())
			.or(() -> when(!this.store.hasInputs(run), "NO_INPUTS", run))
			.or(() -> this.store.equalRerun(run)
				.map((first) -> new RunFailure("WAITS_ALREADY", first, first.origin().by())));
	}

	private static Optional<RunFailure> stop(Run run, Circumstances around) {
		boolean waits = run.status() == Run.Status.WAITING;
		boolean runs = run.status() == Run.Status.RUNNING || run.status() == Run.Status.PUBLISHING;
		return when(!waits && !runs, "NOT_RUNNING", run)
			.or(() -> when(runs && around.stopping(), "STOPS_ALREADY", run));
	}

	private static Optional<RunFailure> resume(Run run, Circumstances around) {
		boolean ended = run.status() == Run.Status.FAILED || run.status() == Run.Status.STOPPED;
		return when(around.closed(), "CLOSED", run.campaign()).or(() -> when(!ended, "NOT_ENDED", run));
	}

	private Optional<RunFailure> release(Run run) {
		return when(run.status() != Run.Status.HELD, "NOT_HELD", run)
			.or(() -> this.runs.publishedSince(run).map((later) -> new RunFailure("OVERTAKEN", run.toString(), later)));
	}

	private Optional<RunFailure> colleges(Run run, Circumstances around) {
		Optional<Run> latest = this.runs.latest(run.campaign());
		return when(around.cleared(), "CLEARED", run.campaign()).or(() -> when(latest.isEmpty(), "NOT_PUBLISHED", run))
			.or(() -> latest.filter((newest) -> newest.id() != run.id())
				.map((newest) -> new RunFailure("NOT_LATEST", newest)));
	}

	private static Optional<RunFailure> when(boolean forbidden, String key, Object named) {
		return forbidden ? Optional.of(new RunFailure(key, named)) : Optional.empty();
	}

}
