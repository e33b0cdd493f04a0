package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;

import io.rollcall.identity.PartialDate;

/**
 * Links the leftovers. What it finds is probable and never certain: a person confirms or
 * refuses it.
 */
public final class SimilarityLinker {

	/** The least bits of a comparison that supports a link. */
	private static final double SUPPORT = 3.5;

	/** How many bits below the threshold a pair still counts as near. */
	private static final double NEAR = 6;

	/** The most near misses told of one record. */
	private static final int NEAR_MISSES = 3;

	private static final Comparator<ProbableLink> HEAVIEST_FIRST = Comparator.comparingDouble(ProbableLink::weight)
		.reversed()
		.thenComparingLong(ProbableLink::left)
		.thenComparingLong(ProbableLink::right);

	private final LinkSettings settings;

	private final ToLongFunction<String> namesakes;

	/**
	 * A linker for a run.
	 * @param settings how records are linked
	 * @param namesakes how many students of the run have a name
	 */
	public SimilarityLinker(LinkSettings settings, ToLongFunction<String> namesakes) {
		this.settings = settings;
		this.namesakes = namesakes;
	}

	/**
	 * Finds the records that are probably one person. Nobody is linked twice; of several
	 * possible partners the one with the largest weight is taken, then the one with the
	 * smallest id. The order of the records does not matter.
	 * @param records the leftovers of all sources
	 * @param allowed tells by their ids which two may be linked: a link that a person
	 * refused is not proposed again
	 * @return the links and what came near, by ids
	 */
	public Linked link(List<LinkRecord> records, BiPredicate<Long, Long> allowed) {
		List<LinkRecord> sorted = records.stream().sorted(Comparator.comparingLong(LinkRecord::id)).toList();
		Blocking blocking = new Blocking(this.settings);
		List<ProbableLink> candidates = new ArrayList<>();
		List<Linked.NearMiss> misses = new ArrayList<>();
		List<Linked.Rate> rates = new ArrayList<>();
		for (Kind kind : kinds(sorted, blocking)) {
			rates.addAll(kind.rates());
			for (int i = 0; i < kind.size(); i++) {
				kind.weigh(i, kind.threshold() - NEAR)
					.ifPresent((pair) -> sort(pair, kind, allowed, candidates, misses));
			}
		}
		List<ProbableLink> links = oneToOne(candidates);
		Set<ProbableLink> linked = Set.copyOf(links);
		candidates.stream()
			.filter((candidate) -> !linked.contains(candidate))
			.forEach((taken) -> misses.add(new Linked.NearMiss(taken, Linked.Reason.TAKEN)));
		return new Linked(links, nearest(misses), blocking.counts(), rates);
	}

	private List<Kind> kinds(List<LinkRecord> records, Blocking blocking) {
		Weights weights = new Weights(this.settings, birthYears(records), this.namesakes, new LatinName(records));
		Dependence dependence = new Dependence(records, this.settings.extras());
		long[] pairs = blocking.pairs(records);
		return List.of(
				new Kind(Linked.Names.LATIN, this.settings, records, weights, dependence, pairs, blocking.within()),
				new Kind(Linked.Names.OTHER, this.settings, records, weights, dependence, pairs, new long[0]));
	}

	private static void sort(ProbableLink pair, Kind kind, BiPredicate<Long, Long> allowed,
			List<ProbableLink> candidates, List<Linked.NearMiss> misses) {
		if (!allowed.test(pair.left(), pair.right())) {
			misses.add(new Linked.NearMiss(pair, Linked.Reason.REFUSED));
		}
		else if (pair.weight() < kind.threshold()) {
			misses.add(new Linked.NearMiss(pair, Linked.Reason.BELOW));
		}
		else if (!isSupported(pair, kind.weighsNames())) {
			misses.add(new Linked.NearMiss(pair, Linked.Reason.UNSUPPORTED));
		}
		else {
			candidates.add(pair);
		}
	}

	/**
	 * One comparison alone, such as a name, however rare, is no reason to disturb
	 * anybody. By estimated rates, which count how rare names are among the very records,
	 * the words of a name are two, and what speaks for a link at all supports it.
	 */
	private static boolean isSupported(ProbableLink pair, boolean estimated) {
		return pair.contributions()
			.stream()
			.filter((each) -> estimated ? each.bits() > 0 : each.bits() >= SUPPORT)
			.filter(Contribution::isComparison)
			.map((each) -> each.field() + WordLevels.word(each))
			.distinct()
			.count() > 1;
	}

	/** The nearest of each record; a pair stays while it is among the nearest of one. */
	private static List<Linked.NearMiss> nearest(List<Linked.NearMiss> misses) {
		Map<Long, Integer> told = new HashMap<>();
		return misses.stream()
			.sorted(Comparator.comparing(Linked.NearMiss::pair, HEAVIEST_FIRST))
			.filter((miss) -> told.merge(miss.pair().left(), 1, Integer::sum) <= NEAR_MISSES
					| told.merge(miss.pair().right(), 1, Integer::sum) <= NEAR_MISSES)
			.toList();
	}

	private static int birthYears(List<LinkRecord> records) {
		IntSummaryStatistics years = records.stream()
			.map((record) -> record.value("birth_date"))
			.filter(Objects::nonNull)
			.mapToInt((date) -> Integer.parseInt(date.substring(0, 4)))
			.filter(PartialDate::isSupported)
			.summaryStatistics();
		return (years.getCount() == 0) ? 0 : years.getMax() - years.getMin() + 1;
	}

	private static List<ProbableLink> oneToOne(List<ProbableLink> candidates) {
		Set<Long> linked = new HashSet<>();
		List<ProbableLink> links = new ArrayList<>();
		candidates.stream()
			.sorted(HEAVIEST_FIRST)
			.filter((link) -> !linked.contains(link.left()) && !linked.contains(link.right()))
			.forEach((link) -> {
				linked.add(link.left());
				linked.add(link.right());
				links.add(link);
			});
		links.sort(Comparator.comparingLong(ProbableLink::left));
		return links;
	}

}
