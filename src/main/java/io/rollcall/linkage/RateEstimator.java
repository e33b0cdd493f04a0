package io.rollcall.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

/**
 * Estimates rates from the data at hand by expectation and maximisation: of two people
 * from pairs taken by chance, of one person from the pairs that probably are. Begins with
 * the argued rates, which also weigh as much as some pairs, so that few data change
 * little.
 */
final class RateEstimator {

	/** Below so many pairs that are one person, the argued weights stand. */
	static final double LEAST_MATCHES = 100;

	/** So many pairs the argued rates are worth. */
	private static final double PSEUDO_PAIRS = 20;

	private static final int RANDOM_PAIRS = 60_000;

	private static final int MOST_ROUNDS = 25;

	private static final double SETTLED = 1e-4;

	/** Two to this is certainty enough, and can be added up. */
	private static final double MOST_BITS = 60;

	private final Outcomes outcomes;

	private final PairSet pairs;

	private final List<LinkRecord> records;

	private final int[] kind;

	private final OptionalDouble fixedPrior;

	/**
	 * An estimator for one kind of pairs.
	 * @param records all records
	 * @param kind the places of those whose pairs are of this kind
	 * @param fixedPrior the prior in bits where it is not estimated
	 */
	RateEstimator(Outcomes outcomes, PairSet pairs, List<LinkRecord> records, int[] kind, OptionalDouble fixedPrior) {
		this.outcomes = outcomes;
		this.pairs = pairs;
		this.records = records;
		this.kind = kind;
		this.fixedPrior = fixedPrior;
	}

	/**
	 * What was estimated.
	 *
	 * @param rates the rates
	 * @param prior log2 of the odds that a pair taken by chance is one person
	 * @param calibration bits that put even odds where the data have them
	 * @param matches how many pairs are one person, as expected
	 */
	record Estimate(Rates rates, double prior, double calibration, double matches) {
	}

	/** Empty where too few pairs are one person. */
	Optional<Estimate> estimate() {
		double crossing = Calibration.crossing(Calibration.bySource(this.records, this.kind), true);
		if (this.pairs.size() < LEAST_MATCHES || crossing < LEAST_MATCHES) {
			return Optional.empty();
		}
		double[][] chance = chance();
		Rates rates = new Rates(this.outcomes.comparisons(), Rates.usual(this.outcomes.comparisons()), chance);
		// At first half of the records have a partner.
		double prior = this.fixedPrior.orElse(odds(0.25 * this.kind.length / crossing));
		for (int round = 0; round < MOST_ROUNDS; round++) {
			double[] posteriors = posteriors(rates, prior);
			double[][] match = match(posteriors);
			boolean settled = rates.distance(match) < SETTLED;
			rates = new Rates(this.outcomes.comparisons(), match, chance);
			prior = this.fixedPrior.orElse(odds(Math.max(1, sum(posteriors)) / crossing));
			if (settled) {
				break;
			}
		}
		double matches = sum(posteriors(rates, prior));
		return (matches < LEAST_MATCHES) ? Optional.empty() : Optional.of(new Estimate(rates, prior, 0, matches));
	}

	private static double odds(double probability) {
		double possible = Math.min(0.5, probability);
		return Rates.log2(possible / (1 - possible));
	}

	private static double sum(double[] values) {
		double sum = 0;
		for (double value : values) {
			sum += value;
		}
		return sum;
	}

	/** A record has one partner at most: a pair competes with the rivals of both. */
	private double[] posteriors(Rates rates, double prior) {
		double[] odds = new double[this.pairs.size()];
		double[] all = new double[this.records.size()];
		for (int i = 0; i < odds.length; i++) {
			odds[i] = Math.pow(2, Math.min(MOST_BITS, this.pairs.score(i, rates) + prior));
			all[this.pairs.first(i)] += odds[i];
			all[this.pairs.second(i)] += odds[i];
		}
		for (int i = 0; i < odds.length; i++) {
			odds[i] /= 1 + all[this.pairs.first(i)] + all[this.pairs.second(i)] - odds[i];
		}
		return odds;
	}

	private double[][] match(double[] posteriors) {
		double[][] usual = Rates.usual(this.outcomes.comparisons());
		double[][] match = this.outcomes.table(0);
		for (int c = 0; c < match.length; c++) {
			for (int level = 0; level < match[c].length; level++) {
				match[c][level] = PSEUDO_PAIRS * usual[c][level];
			}
			for (int i = 0; i < posteriors.length; i++) {
				int level = this.pairs.level(i, c);
				if (level != FieldLevels.NONE) {
					match[c][level] += posteriors[i];
				}
			}
			share(match[c]);
		}
		return match;
	}

	private static void share(double[] counts) {
		double all = sum(counts);
		for (int i = 0; i < counts.length; i++) {
			counts[i] /= all;
		}
	}

	/** Of pairs taken by chance nearly none is one person. */
	private double[][] chance() {
		double[][] chance = this.outcomes.table(0.5);
		Random random = new Random(1);
		int[] sample = byContent();
		for (int i = 0, tries = 0; i < RANDOM_PAIRS && tries < 10 * RANDOM_PAIRS; tries++) {
			int first = sample[random.nextInt(sample.length)];
			int second = sample[random.nextInt(sample.length)];
			if ((this.records.get(first).sources() & this.records.get(second).sources()) == 0) {
				byte[] levels = this.outcomes.compare(first, second);
				for (int c = 0; c < levels.length; c++) {
					if (levels[c] != FieldLevels.NONE) {
						chance[c][levels[c]]++;
					}
				}
				i++;
			}
		}
		for (double[] counts : chance) {
			share(counts);
		}
		return chance;
	}

	/** Numbers of records follow the order of rows, which must not matter. */
	private int[] byContent() {
		record Content(String values, int sources, int place) {
		}
		return Arrays.stream(this.kind)
			.mapToObj((place) -> new Content(new TreeMap<>(this.records.get(place).values()).toString(),
					this.records.get(place).sources(), place))
			.sorted(Comparator.comparing(Content::values).thenComparingInt(Content::sources))
			.mapToInt(Content::place)
			.toArray();
	}

}
