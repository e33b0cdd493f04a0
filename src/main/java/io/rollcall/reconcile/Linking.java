package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Decides which records of different sources are one student, from records that share one
 * key. The pairs that agree best come first, and nobody is joined with two of one source.
 */
final class Linking {

	/** Groups up to this size are compared pair by pair, larger ones by equal values. */
	private static final int PAIRWISE = 60;

	/** Every source. */
	private static final int ANY = -1;

	private final SameName names;

	private final OtherRecords others;

	private final Groups groups = new Groups();

	Linking(SameName names, OtherRecords others) {
		this.names = names;
		this.others = others;
	}

	/** How far a shared key links by itself. */
	enum Rule {

		/** Always; where a source gives the key to several, name or ID must agree. */
		ALWAYS,
		/** Unless name and ID number both differ. */
		UNLESS_BOTH_DIFFER,
		/** Only when the name agrees. */
		SAME_NAME

	}

	Groups groups() {
		return this.groups;
	}

	/**
	 * Takes records that share a key.
	 * @param rows the records that speak for their source
	 * @param rule how far the key links
	 */
	void shared(List<SourceRow> rows, Rule rule) {
		int ambiguous = ambiguous(rows);
		List<Pair> pairs = new ArrayList<>();
		if (rows.size() <= PAIRWISE) {
			for (int i = 0; i < rows.size(); i++) {
				for (int j = i + 1; j < rows.size(); j++) {
					if (!this.others.forbid(rows.get(i), rows.get(j), rows)) {
						consider(rows.get(i), rows.get(j), rule, ambiguous, pairs);
					}
				}
			}
		}
		else {
			neighbours(rows, SourceRow::idNo, rule, pairs);
			neighbours(rows, SourceRow::name, rule, pairs);
		}
		pairs.sort(Comparator.comparingInt(Pair::agreement)
			.reversed()
			.thenComparingLong((pair) -> pair.first().id())
			.thenComparingLong((pair) -> pair.second().id()));
		pairs.forEach((pair) -> this.groups.join(pair.first(), pair.second()));
	}

	/** Takes the records of two students whom a person declared to be one. */
	void confirmed(List<SourceRow> rows) {
		rows.forEach((row) -> this.groups.join(rows.get(0), row));
	}

	/** The sources that give the key to several. */
	private static int ambiguous(List<SourceRow> rows) {
		int seen = 0;
		int again = 0;
		for (SourceRow row : rows) {
			again |= seen & row.source();
			seen |= row.source();
		}
		return again;
	}

	private void neighbours(List<SourceRow> rows, Function<SourceRow, @Nullable String> value, Rule rule,
			List<Pair> pairs) {
		Map<String, List<SourceRow>> equal = new HashMap<>();
		for (SourceRow row : rows) {
			if (value.apply(row) != null) {
				List<SourceRow> before = equal.computeIfAbsent(value.apply(row), (any) -> new ArrayList<>());
				before.stream().limit(PAIRWISE).forEach((other) -> consider(other, row, rule, ANY, pairs));
				before.add(row);
			}
		}
	}

	private void consider(SourceRow first, SourceRow second, Rule rule, int ambiguous, List<Pair> pairs) {
		if (first.source() == second.source()) {
			return;
		}
		boolean nameAgrees = this.names.agree(first, second);
		boolean links = switch (rule) {
			case ALWAYS -> ((first.source() | second.source()) & ambiguous) == 0 || nameAgrees || first.sameId(second);
			case UNLESS_BOTH_DIFFER ->
				nameAgrees || !first.idDiffers(second) || first.name() == null || second.name() == null;
			case SAME_NAME -> nameAgrees;
		};
		if (links) {
			int agreement = (first.sameId(second) ? 4 : 0) + (nameAgrees ? 2 : 0) + (first.idDiffers(second) ? 0 : 1);
			pairs.add(new Pair(first, second, agreement));
		}
	}

	private record Pair(SourceRow first, SourceRow second, int agreement) {
	}

}
