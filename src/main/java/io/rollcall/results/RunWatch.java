package io.rollcall.results;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import io.rollcall.run.Run;
import io.rollcall.run.RunListener.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How a run gets on, whichever process works on it: everything comes from the database.
 */
@Service
public class RunWatch {

	/** Parts of a hundred that the steps take where no night has shown it yet. */
	private static final Map<Step, Double> SHARES = Map.of(Step.FREEZE, 1.0, Step.LOAD, 45.0, Step.JUDGE, 22.0,
			Step.REPORT, 31.0, Step.PUBLISH, 1.0);

	/** From here on a step's own pace tells more than former nights. */
	private static final double TELLING = 0.1;

	private static final int WHOLE = 100;

	private final JdbcClient jdbc;

	private final RunSteps steps;

	RunWatch(JdbcClient jdbc, RunSteps steps) {
		this.jdbc = jdbc;
		this.steps = steps;
	}

	/**
	 * Where a run is.
	 *
	 * @param status where it stands
	 * @param stopping whether somebody asked it to stop and it has not done so yet
	 * @param place its place in line from 1, empty unless it waits
	 * @param step the step at work, empty before the first
	 * @param done how much of the step is done, in the step's own unit
	 * @param total how much there is to do, 0 while it is not known
	 * @param percent how much of the run is done, 0 to 100
	 * @param left seconds left, empty where nothing tells
	 * @param waiting whether parts of the step lie there that no worker takes
	 */
	public record Progress(Run.Status status, boolean stopping, Optional<Integer> place, Optional<Step> step, long done,
			long total, int percent, Optional<Long> left, boolean waiting) {

		/**
		 * Whether nothing more will come.
		 * @return false while it waits or is being worked on
		 */
		public boolean isOver() {
			return !RunWatch.isOpen(this.status);
		}

	}

	/**
	 * Somebody who looks several times.
	 *
	 * @param run the run
	 * @param usual the usual seconds of each step, by former nights
	 */
	public record Watched(Run run, Map<Step, Double> usual) {

		public Watched {
			usual = Map.copyOf(usual);
		}

		private double weight(Step step) {
			return this.usual.getOrDefault(step, this.usual.isEmpty() ? SHARES.get(step) : 0.0);
		}

	}

	/** How far a step is. */
	private record Place(long done, long total, boolean waiting) {

		private double share() {
			return (this.total == 0) ? 0 : Math.min(1.0, (double) this.done / this.total);
		}

	}

	/**
	 * Begins to watch a run.
	 * @param run the run
	 * @return what is asked once only
	 */
	public Watched watch(Run run) {
		return new Watched(run, this.steps.usual(run));
	}

	/**
	 * Looks.
	 * @param watched the run
	 * @return where it is now
	 */
	public Progress look(Watched watched) {
		return this.jdbc.sql("""
				select r.status, r.stop_wanted,
				       (select count(*) from run w where w.campaign_id = r.campaign_id and w.status = 'waiting'
				         and (w.queued_at, w.run_id) <= (r.queued_at, r.run_id))::int as place
				  from run r where r.run_id = ?
				""").param(watched.run().id()).query((row, index) -> {
			Run.Status status = Run.Status.of(row.getString("status"));
			boolean waits = status == Run.Status.WAITING;
			return progress(watched, status, row.getBoolean("stop_wanted") && !waits && isOpen(status),
					waits ? Optional.of(row.getInt("place")) : Optional.empty());
		}).single();
	}

	private Progress progress(Watched watched, Run.Status status, boolean stopping, Optional<Integer> place) {
		if (!isOpen(status) || place.isPresent()) {
			boolean finished = !isOpen(status) && status != Run.Status.FAILED && status != Run.Status.STOPPED;
			return new Progress(status, stopping, place, Optional.empty(), 0, 0, finished ? WHOLE : 0, Optional.empty(),
					false);
		}
		Map<Step, Place> places = places(watched.run());
		Optional<Step> current = places.keySet().stream().reduce((earlier, later) -> later);
		Place at = current.map(places::get).orElse(new Place(0, 0, false));
		return new Progress(status, stopping, place, current, at.done(), at.total(),
				percent(watched, current, at.share()), left(watched, current, at.share()), at.waiting());
	}

	private Map<Step, Place> places(Run run) {
		Map<Step, Place> places = new EnumMap<>(Step.class);
		this.jdbc.sql("select upper(step) as step, done, total, waiting from run_progress where run_id = ?")
			.param(run.id())
			.query((row) -> {
				places.put(Step.valueOf(row.getString("step")),
						new Place(row.getLong("done"), row.getLong("total"), row.getBoolean("waiting")));
			});
		return places;
	}

	private static int percent(Watched watched, Optional<Step> current, double share) {
		double all = 0;
		double done = 0;
		for (Step step : Step.values()) {
			double weight = watched.weight(step);
			all += weight;
			if (current.isPresent() && step.compareTo(current.get()) <= 0) {
				done += (step == current.get()) ? weight * share : weight;
			}
		}
		// Whole only when it is over.
		return (all == 0) ? 0 : (int) Math.min(WHOLE - 1, done * WHOLE / all);
	}

	private Optional<Long> left(Watched watched, Optional<Step> current, double share) {
		if (watched.usual().isEmpty()) {
			return Optional.empty();
		}
		double seconds = 0;
		for (Step step : Step.values()) {
			if (current.isEmpty() || step.compareTo(current.get()) > 0) {
				seconds += watched.weight(step);
			}
		}
		double rest = current.map((step) -> rest(watched, step, share)).orElse(0.0);
		return Optional.of(Math.round(seconds + rest));
	}

	/** What is left of a step: by its own pace, or by former nights. */
	private double rest(Watched watched, Step step, double share) {
		if (share < TELLING) {
			return watched.weight(step) * (1 - share);
		}
		return this.steps.of(watched.run())
			.stream()
			.filter((each) -> each.step() == step)
			.flatMap((each) -> each.begun().stream())
			.findFirst()
			.map((begun) -> Duration.between(begun, Instant.now()).toMillis() / 1_000.0 * (1 - share) / share)
			.orElseGet(() -> watched.weight(step) * (1 - share));
	}

	private static boolean isOpen(Run.Status status) {
		return status == Run.Status.WAITING || status == Run.Status.RUNNING || status == Run.Status.PUBLISHING;
	}

}
