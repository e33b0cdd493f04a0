package io.rollcall.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds the weight at which a link is as likely wrong as right. Errors come together in a
 * record, which the sum of weights does not know; but two records of one source are never
 * one person, so the weights of such pairs show how wrong links are spread.
 */
final class Calibration {

	/** A window holds at least so many links: fewer are chance. */
	private static final int WINDOW = 20;

	/** And reaches at least so far. */
	private static final double WIDTH = 1;

	/** Where nearly all have a partner nothing looks wrong; odds of 4,000 are enough. */
	private static final double MOST = 12;

	/** What was not seen may still be: half a pair. */
	private static final double UNSEEN = 0.5;

	private final double[] within;

	private final double pairsWithin;

	private final List<LinkRecord> records;

	private final Map<Integer, Long> free = new TreeMap<>();

	/**
	 * The weights, without prior, of pairs within sources.
	 * @param within the weights of those that blocking finds
	 * @param records the records
	 * @param kind the places of those whose pairs are meant
	 */
	Calibration(double[] within, List<LinkRecord> records, int[] kind) {
		this.within = within.clone();
		Arrays.sort(this.within);
		this.records = records;
		this.free.putAll(bySource(records, kind));
		this.pairsWithin = crossing(this.free, false);
	}

	/**
	 * The weight down to which links are rather right than wrong.
	 * @param pairs the pairs between sources
	 * @param weights their weights without prior
	 * @param expected the weight that the estimated prior gives, to which none of the
	 * data need reach
	 * @return bits
	 */
	double even(PairSet pairs, double[] weights, double expected) {
		int[] links = links(pairs, weights);
		double upper = Double.POSITIVE_INFINITY;
		int from = 0;
		while (from < links.length) {
			int end = end(links, from, weights);
			int to = end;
			while (to > from && 2 * wrong(weights[links[to - 1]], upper) > to - from) {
				to--;
			}
			for (int i = from; i < to; i++) {
				take(pairs.first(links[i]));
				take(pairs.second(links[i]));
				upper = weights[links[i]];
			}
			if (to < end) {
				return Math.max(expected - MOST, (to == 0) ? Math.max(expected, weights[links[0]]) : upper);
			}
			from = to;
		}
		return Math.max(expected - MOST, Math.min(expected, upper));
	}

	/** How many links that weigh this much would be wrong. */
	private double wrong(double lower, double upper) {
		return (below(upper) - below(lower) + UNSEEN) / this.pairsWithin * crossing(this.free, true);
	}

	private void take(int place) {
		this.free.merge(this.records.get(place).sources(), -1L, Long::sum);
	}

	private static int end(int[] links, int from, double[] weights) {
		int to = from;
		while (to < links.length && (to - from < WINDOW || weights[links[from]] - weights[links[to]] < WIDTH)) {
			to++;
		}
		return to;
	}

	/** One to one, the heaviest first. */
	private static int[] links(PairSet pairs, double[] weights) {
		boolean[] taken = new boolean[IntStream.range(0, pairs.size()).map(pairs::second).max().orElse(-1) + 1];
		return IntStream.range(0, pairs.size())
			.filter((i) -> weights[i] > Double.NEGATIVE_INFINITY)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> -weights[i]))
			.filter((i) -> {
				boolean possible = !taken[pairs.first(i)] && !taken[pairs.second(i)];
				taken[pairs.first(i)] |= possible;
				taken[pairs.second(i)] |= possible;
				return possible;
			})
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/** How many pairs within sources weigh less. */
	private int below(double weight) {
		int low = 0;
		int high = this.within.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.within[middle] < weight) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	/** How many records stand in the same sources. */
	static Map<Integer, Long> bySource(List<LinkRecord> records, int[] places) {
		Map<Integer, Long> counts = new TreeMap<>();
		for (int place : places) {
			counts.merge(records.get(place).sources(), 1L, Long::sum);
		}
		return counts;
	}

	/** How many pairs records make between sources, or within them. */
	static double crossing(Map<Integer, Long> counts, boolean between) {
		double pairs = 0;
		for (Map.Entry<Integer, Long> one : counts.entrySet()) {
			for (Map.Entry<Integer, Long> other : counts.entrySet()) {
				boolean apart = (one.getKey() & other.getKey()) == 0;
				if (apart == between) {
					double others = one.getKey().equals(other.getKey()) ? other.getValue() - 1 : other.getValue();
					pairs += one.getValue() * others / 2;
				}
			}
		}
		return pairs;
	}

}
