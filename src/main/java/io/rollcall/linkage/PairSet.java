package io.rollcall.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pairs of one kind with the levels of their comparisons, and what the comparisons
 * without levels say.
 */
final class PairSet {

	private final long[] pairs;

	private final Outcomes outcomes;

	private final byte[] levels;

	private final double[] fixed;

	private final double[] caps;

	private final Dependence dependence;

	/** By comparison: which of the fields of {@code link_on} it is, or -1. */
	private final int[] extra;

	/**
	 * Compares pairs.
	 * @param pairs pairs by the places of their records
	 */
	PairSet(long[] pairs, List<LinkRecord> records, Outcomes outcomes, Weights weights, Dependence dependence,
			List<ExtraField> extras) {
		this.pairs = pairs;
		this.outcomes = outcomes;
		this.dependence = dependence;
		int width = outcomes.size();
		this.levels = new byte[pairs.length * width];
		this.fixed = new double[pairs.length];
		this.caps = new double[pairs.length];
		List<String> names = extras.stream().map(ExtraField::name).toList();
		this.extra = outcomes.comparisons().stream().mapToInt((each) -> names.indexOf(each.field())).toArray();
		for (int i = 0; i < pairs.length; i++) {
			int first = Blocking.first(pairs[i]);
			int second = Blocking.second(pairs[i]);
			outcomes.compare(first, second, this.levels, i * width);
			LinkRecord one = records.get(first);
			LinkRecord other = records.get(second);
			if (Weights.equal(one, other, "id_no")) {
				leaveDate(i * width);
			}
			List<Contribution> rest = argued(i, weights, one, other, 0);
			this.fixed[i] = rest.isEmpty() ? Double.NEGATIVE_INFINITY
					: rest.stream().mapToDouble(Contribution::bits).sum();
			this.caps[i] = dependence.cap(first, second);
		}
	}

	/** Inside an equal ID number the date speaks only against, as argued. */
	private void leaveDate(int from) {
		for (int i = 0; i < this.outcomes.size(); i++) {
			if (this.outcomes.comparisons().get(i).field().equals("birth_date")) {
				this.levels[from + i] = FieldLevels.NONE;
			}
		}
	}

	/** What is compared without levels; empty where something rules the pair out. */
	List<Contribution> argued(int pair, Weights weights, LinkRecord one, LinkRecord other, double prior) {
		int from = pair * this.outcomes.size();
		return weights.compare(one, other, prior, (field) -> !this.outcomes.covers(field, this.levels, from));
	}

	int size() {
		return this.pairs.length;
	}

	int first(int pair) {
		return Blocking.first(this.pairs[pair]);
	}

	int second(int pair) {
		return Blocking.second(this.pairs[pair]);
	}

	int level(int pair, int comparison) {
		return this.levels[pair * this.outcomes.size() + comparison];
	}

	/** The bits of a comparison, which the pair must have. */
	double bits(int pair, int comparison, Rates rates) {
		return this.outcomes.bits(rates, comparison, first(pair), second(pair), this.levels,
				pair * this.outcomes.size());
	}

	/** The bits of a pair without the prior. */
	double score(int pair, Rates rates) {
		return this.fixed[pair] + levelled(pair, rates);
	}

	/** The bits of the comparisons with levels. */
	private double levelled(int pair, Rates rates) {
		Sum sum = sum(pair, rates);
		return sum.bits() + sum.cap() + sum.back();
	}

	/**
	 * The bits of the comparisons with levels for every pair. Numbers are left out:
	 * within a source they always differ.
	 * @param ruledOut whether pairs that something rules out have such bits too
	 */
	double[] levelled(Rates rates, boolean ruledOut) {
		return IntStream.range(0, size())
			.mapToDouble((pair) -> (ruledOut || this.fixed[pair] > Double.NEGATIVE_INFINITY) ? levelled(pair, rates)
					: Double.NEGATIVE_INFINITY)
			.toArray();
	}

	/**
	 * What the comparisons with levels say.
	 *
	 * @param bits the plain sum
	 * @param cap what agreement that depends on each other takes away, 0 or less
	 * @param back what disagreement that depends on each other gives back
	 */
	record Sum(double bits, double cap, double back) {
	}

	Sum sum(int pair, Rates rates) {
		double bits = 0;
		double shared = 0;
		double[] byExtra = new double[Arrays.stream(this.extra).max().orElse(-1) + 1];
		for (int i = 0; i < this.outcomes.size(); i++) {
			if (level(pair, i) != FieldLevels.NONE) {
				double each = bits(pair, i, rates);
				bits += each;
				shared += this.outcomes.comparisons().get(i).shared() ? Math.max(0, each) : 0;
				if (this.extra[i] >= 0) {
					byExtra[this.extra[i]] = each;
				}
			}
		}
		return new Sum(bits, Math.min(0, this.caps[pair] - shared), this.dependence.givenBack(byExtra));
	}

}
