package io.rollcall.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the registrar knows of the school.
 *
 * @param receipt what became of all students
 * @param before the business date of the run before; empty when there is none
 * @param standings the figures of each college; colleges without a case may be left out
 * @param toldToColleges how many cases stand on each college's own list, which lacks
 * those that rest on records of what is probably another student
 * @param selfChecks how far the self-check has come
 * @param trend the nights so far, this one last
 * @param provenance with what the run was made
 */
public record SchoolFacts(Receipt receipt, Optional<LocalDate> before, Map<String, NightStanding> standings,
		Map<String, Long> toldToColleges, SelfChecks selfChecks, List<TrendRow> trend, Provenance provenance) {

	public SchoolFacts {
		Objects.requireNonNull(receipt);
		Objects.requireNonNull(before);
		standings = Map.copyOf(standings);
		toldToColleges = Map.copyOf(toldToColleges);
		Objects.requireNonNull(selfChecks);
		trend = List.copyOf(trend);
		Objects.requireNonNull(provenance);
	}

	/**
	 * The figures of a college.
	 * @param college its name; empty for unknown colleges
	 * @return its figures
	 */
	public NightStanding standing(String college) {
		return this.standings.getOrDefault(college, NightStanding.NONE);
	}

	/**
	 * How many cases of a college are the registrar's alone.
	 * @param college its name; empty for unknown colleges
	 * @return the cases to do that its own list lacks
	 */
	public long untold(String college) {
		return standing(college).toDo() - this.toldToColleges.getOrDefault(college, 0L);
	}

	/**
	 * The figures of the school.
	 * @return the sum over the colleges
	 */
	public NightStanding standing() {
		return this.standings.values().stream().reduce(NightStanding.NONE, NightStanding::plus);
	}

}
