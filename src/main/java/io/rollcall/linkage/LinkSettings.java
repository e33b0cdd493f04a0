package io.rollcall.linkage;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How records are linked by similarity.
 *
 * @param extras further fields to compare
 * @param threshold the least match weight, in bits, of a link that is shown; empty for
 * {@link #THRESHOLD}, and {@link #ESTIMATED} where the rates are estimated
 * @param largestBlock the most pairs that one value of a blocking key may give; a value
 * that gives more tells nothing and is passed over
 * @param population how many people the largest source holds: the prior is one in so many
 */
public record LinkSettings(List<ExtraField> extras, OptionalDouble threshold, long largestBlock, long population) {

	/**
	 * Six bits: the odds for one person are 64 to 1. A name alone stays below, a name
	 * with birth date or class is above.
	 */
	public static final double THRESHOLD = 6;

	/**
	 * No bits: likelier one person than not. Estimated rates and priors fit the data, so
	 * the odds need no margin; what is linked is shown to people anyway.
	 */
	public static final double ESTIMATED = 0;

	/** Some 55,000 pairs come from all keys of 20,000 students; one value gives few. */
	public static final long LARGEST_BLOCK = 2_000;

	private static final long SMALLEST_POPULATION = 200;

	public LinkSettings {
		extras = List.copyOf(extras);
	}

	/**
	 * The settings without further fields.
	 * @param population how many people the largest source holds
	 * @return the settings
	 */
	public static LinkSettings standard(long population) {
		return new LinkSettings(List.of(), OptionalDouble.empty(), LARGEST_BLOCK, population);
	}

	/** The least weight of a link. */
	double least(boolean estimated) {
		return this.threshold.orElse(estimated ? ESTIMATED : THRESHOLD);
	}

	/** log2 of the odds that a pair taken by chance is one person. */
	double prior() {
		return -Math.log(Math.max(this.population, SMALLEST_POPULATION)) / Math.log(2);
	}

}
