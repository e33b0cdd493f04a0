package io.rollcall.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** What counts now: the last published run of a campaign, as pages read it. */
@Component
public class PublishedRuns {

	private final RunStore runs;

	/** Job files are kept understood, since every page asks for one. */
	private final Map<String, RunContext> known = new ConcurrentHashMap<>();

	PublishedRuns(RunStore runs) {
		this.runs = runs;
	}

	/**
	 * The published run with the highest date, then number.
	 * @param campaign the campaign's name
	 * @return the run with what its job file says, empty before the first
	 */
	public Optional<RunContext> latest(String campaign) {
		return this.runs.latestPublished(campaign).map((run) -> {
			RunContext before = this.known.get(campaign);
			if (before != null && before.run().equals(run)) {
				return before;
			}
			RunContext now = RunContext.of(run);
			this.known.put(campaign, now);
			return now;
		});
	}

}
