package io.rollcall.linkage;

import java.util.List;
import java.util.Map;

/**
 * What linking by similarity found.
 *
 * @param links who is probably one person
 * @param nearMisses pairs that came near and were not linked
 * @param blocks what each blocking key brought, by its name
 * @param rates the rates that were estimated; none where the argued weights stand
 */
public record Linked(List<ProbableLink> links, List<NearMiss> nearMisses, Map<String, BlockCount> blocks,
		List<Rate> rates) {

	/** Nothing to link. */
	public static final Linked NOTHING = new Linked(List.of(), List.of(), Map.of(), List.of());

	public Linked {
		links = List.copyOf(links);
		nearMisses = List.copyOf(nearMisses);
		rates = List.copyOf(rates);
	}

	/**
	 * What a blocking key brought.
	 *
	 * @param pairs pairs that share a value of it, those counted that other keys bring
	 * too
	 * @param passedOver pairs of values that too many share, which were not compared
	 */
	public record BlockCount(long pairs, long passedOver) {

		/** What a key brought to this and to other records. */
		public BlockCount plus(BlockCount more) {
			return new BlockCount(this.pairs + more.pairs, this.passedOver + more.passedOver);
		}

	}

	/** What the names of a pair are, for which rates are estimated apart. */
	public enum Names {

		/** Both are Latin words. */
		LATIN,
		/** At least one is not. */
		OTHER

	}

	/**
	 * An estimated rate of a comparison's outcome.
	 *
	 * @param names for which pairs
	 * @param field the canonical field; {@code prior} for the odds of all pairs
	 * @param level the outcome
	 * @param match how often it is found of one person, 0 to 1
	 * @param chance how often it is found of two, 0 to 1
	 * @param bits log2 of their quotient, within bounds; equal values add what their own
	 * frequency says instead
	 */
	public record Rate(Names names, String field, String level, double match, double chance, double bits) {
	}

	/** Why a pair was not linked. */
	public enum Reason {

		/** The weight is too small. */
		BELOW,
		/** Only one comparison speaks for it. */
		UNSUPPORTED,
		/** A person has refused it. */
		REFUSED,
		/** One of the two was linked with somebody who fits better. */
		TAKEN

	}

	/**
	 * A pair that came near.
	 *
	 * @param pair the pair with its waterfall
	 * @param reason why it was not linked
	 */
	public record NearMiss(ProbableLink pair, Reason reason) {
	}

}
