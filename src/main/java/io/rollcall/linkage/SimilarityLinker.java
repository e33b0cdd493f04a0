package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.Objects;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;

/**
 * Links the leftovers. What it finds is probable and never certain: a person confirms or
 * refuses it.
 */
public final class SimilarityLinker {

	/** The least bits of a comparison that supports a link. */
	private static final double SUPPORT = 3.5;

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
	 * @return the links, by ids
	 */
	public List<ProbableLink> link(List<LinkRecord> records, BiPredicate<Long, Long> allowed) {
		List<LinkRecord> sorted = records.stream().sorted(Comparator.comparingLong(LinkRecord::id)).toList();
		Weights weights = new Weights(this.settings, birthYears(sorted), this.namesakes, new LatinName(sorted));
		List<ProbableLink> candidates = new ArrayList<>();
		for (Blocking.Pair pair : new Blocking(this.settings).pairs(sorted)) {
			LinkRecord left = sorted.get(pair.first());
			LinkRecord right = sorted.get(pair.second());
			List<Contribution> contributions = weights.compare(left, right);
			double weight = contributions.stream().mapToDouble(Contribution::bits).sum();
			if (!contributions.isEmpty() && weight >= this.settings.threshold() && isSupported(contributions)
					&& allowed.test(left.id(), right.id())) {
				candidates.add(new ProbableLink(left.id(), right.id(), weight, contributions));
			}
		}
		return oneToOne(candidates);
	}

	/** A name alone, however rare, is no reason to disturb anybody. */
	private static boolean isSupported(List<Contribution> contributions) {
		return contributions.stream()
			.filter((each) -> each.bits() >= SUPPORT && !each.field().equals("prior"))
			.map(Contribution::field)
			.distinct()
			.count() > 1;
	}

	private static int birthYears(List<LinkRecord> records) {
		IntSummaryStatistics years = records.stream()
			.map((record) -> record.value("birth_date"))
			.filter(Objects::nonNull)
			.mapToInt((date) -> Integer.parseInt(date.substring(0, 4)))
			.summaryStatistics();
		return (years.getCount() == 0) ? 0 : years.getMax() - years.getMin() + 1;
	}

	private static List<ProbableLink> oneToOne(List<ProbableLink> candidates) {
		Set<Long> linked = new HashSet<>();
		List<ProbableLink> links = new ArrayList<>();
		candidates.stream()
			.sorted(Comparator.comparingDouble(ProbableLink::weight)
				.reversed()
				.thenComparingLong(ProbableLink::left)
				.thenComparingLong(ProbableLink::right))
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
