package io.rollcall.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the registrar knows of the school.
 *
 * @param receipt what became of all students
 * @param change what changed since the last run
 * @param changes what changed in each college; colleges without a change may be left out
 * @param selfChecks how far the self-check has come
 * @param trend the nights so far, this one last
 * @param provenance with what the run was made
 */
public record SchoolFacts(Receipt receipt, NightChange change, Map<String, NightChange> changes, SelfChecks selfChecks,
		List<TrendRow> trend, Provenance provenance) {

	public SchoolFacts {
		Objects.requireNonNull(receipt);
		Objects.requireNonNull(change);
		changes = Map.copyOf(changes);
		Objects.requireNonNull(selfChecks);
		trend = List.copyOf(trend);
		Objects.requireNonNull(provenance);
	}

}
