package io.rollcall.linkage;

import java.util.List;

/**
 * Two records that are probably one person.
 *
 * @param left the smaller id
 * @param right the larger id
 * @param weight the match weight in bits, the sum of the contributions
 * @param contributions the waterfall, the prior first
 */
public record ProbableLink(long left, long right, double weight, List<Contribution> contributions) {

	public ProbableLink {
		contributions = List.copyOf(contributions);
	}

	/**
	 * The probability that both are one person.
	 * @return 0 to 1
	 */
	public double probability() {
		double odds = Math.pow(2, this.weight);
		return Double.isInfinite(odds) ? 1 : odds / (1 + odds);
	}

}
