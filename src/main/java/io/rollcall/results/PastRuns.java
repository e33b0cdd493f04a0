package io.rollcall.results;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import io.rollcall.campaign.StrictExit;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import io.rollcall.run.RunStore;
import org.springframework.stereotype.Service;

/** Looks runs up, and how they ended; changes nothing. */
@Service
public class PastRuns {

	private final RunStore runs;

	private final ReportData data;

	PastRuns(RunStore runs, ReportData data) {
		this.runs = runs;
		this.data = data;
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
	 * How a run of the past ended.
	 * @param run the run
	 * @return its counts, when it was finished
	 */
	public Optional<RunOutcome> outcome(Run run) {
		return run.isFinished() ? Optional.of(this.data.outcome(run)) : Optional.empty();
	}

	/**
	 * How long a run took, all its attempts together.
	 * @param run the run
	 * @return whole seconds
	 */
	public long seconds(Run run) {
		return this.runs.seconds(run).setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	/**
	 * Which refusals a run's exit code tells of, by its job file.
	 * @param run the run
	 * @return what its job file says
	 */
	public StrictExit strictExit(Run run) {
		return RunContext.of(run).campaign().operation().strictExit();
	}

}
