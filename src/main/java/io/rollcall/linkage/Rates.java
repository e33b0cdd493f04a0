package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * How often each level is found of one person and of two, and the bits that follow.
 */
final class Rates {

	/** No level says more, for or against: estimates of rarer things are guesses. */
	private static final double MOST = 14;

	/** A rare value may say a little more. */
	private static final double RAREST = 15;

	private final List<Comparison> comparisons;

	private final double[][] match;

	private final double[][] chance;

	private final double[][] bits;

	/**
	 * Rates by comparison and level.
	 * @param match of one person, each comparison's adding up to 1
	 * @param chance of two
	 */
	Rates(List<Comparison> comparisons, double[][] match, double[][] chance) {
		this.comparisons = comparisons;
		this.match = match;
		this.chance = chance;
		this.bits = new double[match.length][];
		for (int i = 0; i < match.length; i++) {
			this.bits[i] = new double[match[i].length];
			for (int level = 0; level < match[i].length; level++) {
				double own = Math.max(-MOST, Math.min(MOST, log2(match[i][level] / chance[i][level])));
				boolean limited = comparisons.get(i).ordered() && level > 0;
				this.bits[i][level] = limited ? Math.min(own, this.bits[i][level - 1]) : own;
			}
		}
	}

	/** The argued rates, where estimating begins. */
	static double[][] usual(List<Comparison> comparisons) {
		return comparisons.stream()
			.map((each) -> each.usual().stream().mapToDouble(Double::doubleValue).toArray())
			.toArray(double[][]::new);
	}

	double bits(int comparison, int level) {
		return this.bits[comparison][level];
	}

	/** The bits of equal values that are found this often. */
	double equal(int comparison, double frequency) {
		return Math.min(RAREST, log2(this.match[comparison][0] / frequency));
	}

	/** The largest change of a rate. */
	double distance(double[][] other) {
		double distance = 0;
		for (int i = 0; i < this.match.length; i++) {
			for (int level = 0; level < this.match[i].length; level++) {
				distance = Math.max(distance, Math.abs(this.match[i][level] - other[i][level]));
			}
		}
		return distance;
	}

	/** For people to look at. */
	List<Linked.Rate> told(Linked.Names names) {
		List<Linked.Rate> told = new ArrayList<>();
		for (int i = 0; i < this.match.length; i++) {
			Comparison comparison = this.comparisons.get(i);
			for (int level = 0; level < this.match[i].length; level++) {
				told.add(new Linked.Rate(names, comparison.field(), comparison.levels().get(level),
						this.match[i][level], this.chance[i][level], this.bits[i][level]));
			}
		}
		return told;
	}

	static double log2(double value) {
		return Math.log(value) / Math.log(2);
	}

}
