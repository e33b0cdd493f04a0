package io.rollcall.setup;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The year in which the students of a list entered.
 *
 * @param year the year of most of them
 * @param share the share of the rows that say so, 0 to 1
 * @param latest the latest year of any
 * @param field the field that tells it
 */
record Cohort(int year, double share, int latest, String field) {

	/** What tells the year, the plainest first. */
	private static final List<Source> SOURCES = List.of(new Source("current_grade", ColumnProfile::years),
			new Source("entry_year", ColumnProfile::years), new Source("entry_date", ColumnProfile::years),
			new Source("candidate_no", ColumnProfile::candidateYears),
			new Source("student_no", ColumnProfile::prefixYears));

	/** Fewer rows with a year tell nothing. */
	private static final double SOME = 0.3;

	/**
	 * The cohort of a list.
	 * @param profiles what its columns hold, by field
	 * @return the cohort, empty when nothing tells it
	 */
	static Optional<Cohort> of(Map<String, ColumnProfile> profiles) {
		return SOURCES.stream()
			.flatMap((source) -> Optional.ofNullable(profiles.get(source.field()))
				.flatMap((profile) -> of(source, profile))
				.stream())
			.findFirst();
	}

	private static Optional<Cohort> of(Source source, ColumnProfile profile) {
		Map<Integer, Integer> years = new TreeMap<>(source.years().apply(profile));
		int all = years.values().stream().mapToInt(Integer::intValue).sum();
		if (all == 0 || all < profile.filled() * SOME) {
			return Optional.empty();
		}
		Map.Entry<Integer, Integer> most = Collections.max(years.entrySet(), Map.Entry.comparingByValue());
		return Optional.of(new Cohort(most.getKey(), (double) most.getValue() / all, Collections.max(years.keySet()),
				source.field()));
	}

	private record Source(String field, Function<ColumnProfile, Map<Integer, Integer>> years) {
	}

}
