package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The pairs whose names are of one kind, weighed by estimated rates where there are
 * enough of them, else by the argued ones.
 */
final class Kind {

	private final Linked.Names names;

	private final LinkSettings settings;

	private final List<LinkRecord> records;

	private final Weights weights;

	private final Dependence dependence;

	private final long[] pairs;

	private final Outcomes outcomes;

	private final PairSet set;

	private final Optional<RateEstimator.Estimate> estimate;

	Kind(Linked.Names names, LinkSettings settings, List<LinkRecord> records, Weights weights, Dependence dependence,
			long[] pairs, long[] within) {
		this.names = names;
		this.settings = settings;
		this.records = records;
		this.weights = weights;
		this.dependence = dependence;
		this.pairs = Arrays.stream(pairs).filter((pair) -> isOfThis(pair, names, records)).toArray();
		this.outcomes = new Outcomes(fields());
		boolean enough = this.pairs.length >= RateEstimator.LEAST_MATCHES;
		this.set = enough ? new PairSet(this.pairs, records, this.outcomes, weights, dependence, settings.extras())
				: null;
		this.estimate = enough ? estimate().map((found) -> calibrated(found, within)) : Optional.empty();
	}

	private static boolean isOfThis(long pair, Linked.Names names, List<LinkRecord> records) {
		boolean latin = isLatin(records.get(Blocking.first(pair))) && isLatin(records.get(Blocking.second(pair)));
		return latin == (names == Linked.Names.LATIN);
	}

	private static boolean isLatin(LinkRecord record) {
		return LatinName.hasOnlyWords(record.value("name"));
	}

	/** Chinese names keep their argued weights, which know sound and likeness. */
	private List<FieldLevels> fields() {
		List<FieldLevels> fields = new ArrayList<>();
		if (this.names == Linked.Names.LATIN) {
			fields.add(new WordLevels(this.records));
		}
		fields.add(new DateLevels("birth_date", this.records));
		this.settings.extras()
			.forEach((extra) -> fields.add((extra.kind() == ExtraField.Kind.DATE)
					? new DateLevels(extra.name(), this.records) : new ExtraLevels(extra, this.records)));
		return fields;
	}

	private Optional<RateEstimator.Estimate> estimate() {
		OptionalDouble prior = (this.names == Linked.Names.LATIN) ? OptionalDouble.empty()
				: OptionalDouble.of(this.settings.prior());
		return new RateEstimator(this.outcomes, this.set, this.records, places(), prior).estimate();
	}

	/** Two records of one source show what wrong links weigh. */
	private RateEstimator.Estimate calibrated(RateEstimator.Estimate found, long[] within) {
		if (this.names != Linked.Names.LATIN) {
			return found;
		}
		PairSet wrong = new PairSet(within, this.records, this.outcomes, this.weights, this.dependence,
				this.settings.extras());
		double even = new Calibration(wrong.levelled(found.rates(), true), this.records, places()).even(this.set,
				this.set.levelled(found.rates(), false), -found.prior());
		// Down to a tenth, so that rounding takes nobody.
		double calibration = -Math.floor(10 * even) / 10 - found.prior();
		return new RateEstimator.Estimate(found.rates(), found.prior(), calibration, found.matches());
	}

	/** The records whose pairs are of this kind. */
	private int[] places() {
		boolean latin = this.names == Linked.Names.LATIN;
		return IntStream.range(0, this.records.size())
			.filter((place) -> isLatin(this.records.get(place)) == latin)
			.toArray();
	}

	/** Whether the weights of names, and so the odds of a pair, are estimated. */
	boolean weighsNames() {
		return this.estimate.isPresent() && this.names == Linked.Names.LATIN;
	}

	double threshold() {
		return this.settings.least(weighsNames());
	}

	int size() {
		return this.pairs.length;
	}

	/** A pair with its waterfall, empty below a weight. */
	Optional<ProbableLink> weigh(int pair, double least) {
		LinkRecord one = this.records.get(Blocking.first(this.pairs[pair]));
		LinkRecord other = this.records.get(Blocking.second(this.pairs[pair]));
		if (this.estimate.isPresent() && score(pair, this.estimate.get()) < least) {
			return Optional.empty();
		}
		List<Contribution> steps = this.estimate.map((found) -> estimated(pair, one, other, found))
			.orElseGet(() -> argued(pair, one, other));
		double weight = steps.stream().mapToDouble(Contribution::bits).sum();
		return (steps.isEmpty() || weight < least) ? Optional.empty()
				: Optional.of(new ProbableLink(one.id(), other.id(), weight, steps));
	}

	private double score(int pair, RateEstimator.Estimate found) {
		return this.set.score(pair, found.rates()) + found.prior() + found.calibration();
	}

	private List<Contribution> argued(int pair, LinkRecord one, LinkRecord other) {
		List<Contribution> steps = this.weights.compare(one, other, this.settings.prior(), (field) -> true);
		if (steps.isEmpty()) {
			return steps;
		}
		double[] bits = this.settings.extras()
			.stream()
			.mapToDouble((extra) -> steps.stream()
				.filter((step) -> step.field().equals(extra.name()))
				.mapToDouble(Contribution::bits)
				.sum())
			.toArray();
		double shared = Arrays.stream(bits).filter((each) -> each > 0).sum();
		double cap = this.dependence.cap(Blocking.first(this.pairs[pair]), Blocking.second(this.pairs[pair]));
		together(steps, Math.min(0, cap - shared), this.dependence.givenBack(bits));
		return steps;
	}

	private List<Contribution> estimated(int pair, LinkRecord one, LinkRecord other, RateEstimator.Estimate found) {
		List<Contribution> steps = this.set.argued(pair, this.weights, one, other, found.prior());
		if (steps.isEmpty()) {
			return steps;
		}
		for (int i = 0; i < this.outcomes.size(); i++) {
			int level = this.set.level(pair, i);
			if (level != FieldLevels.NONE) {
				Comparison comparison = this.outcomes.comparisons().get(i);
				steps.add(new Contribution(comparison.field(), comparison.levels().get(level),
						this.set.bits(pair, i, found.rates())));
			}
		}
		PairSet.Sum sum = this.set.sum(pair, found.rates());
		together(steps, sum.cap(), sum.back());
		if (found.calibration() != 0) {
			steps.add(new Contribution(Contribution.CALIBRATION, Contribution.CALIBRATION, found.calibration()));
		}
		return steps;
	}

	private static void together(List<Contribution> steps, double cap, double back) {
		if (cap < 0) {
			steps.add(new Contribution(Contribution.TOGETHER, "agree", cap));
		}
		if (back > 0) {
			steps.add(new Contribution(Contribution.TOGETHER, "differ", back));
		}
	}

	/** What was estimated, for people to look at. */
	List<Linked.Rate> rates() {
		List<Linked.Rate> told = new ArrayList<>();
		this.estimate.ifPresent((found) -> {
			told.add(new Linked.Rate(this.names, Contribution.PRIOR, Contribution.PRIOR, 1, 1, found.prior()));
			told.add(new Linked.Rate(this.names, Contribution.CALIBRATION, Contribution.CALIBRATION, 1, 1,
					found.calibration()));
			told.addAll(found.rates().told(this.names));
		});
		return told;
	}

}
