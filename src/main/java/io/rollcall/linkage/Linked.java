package io.rollcall.linkage;

import java.util.List;
import java.util.Map;

/**
 * What linking by similarity found.
 *
 * @param links who is probably one person
 * @param nearMisses pairs that came near and were not linked
 * @param blocks what each blocking key brought, by its name
 */
public record Linked(List<ProbableLink> links, List<NearMiss> nearMisses, Map<String, BlockCount> blocks) {

	/** Nothing to link. */
	public static final Linked NOTHING = new Linked(List.of(), List.of(), Map.of());

	public Linked {
		links = List.copyOf(links);
		nearMisses = List.copyOf(nearMisses);
	}

	/**
	 * What a blocking key brought.
	 *
	 * @param pairs pairs that share a value of it, those counted that other keys bring
	 * too
	 * @param passedOver pairs of values that too many share, which were not compared
	 */
	public record BlockCount(long pairs, long passedOver) {

		BlockCount plus(BlockCount more) {
			return new BlockCount(this.pairs + more.pairs, this.passedOver + more.passedOver);
		}

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
