package io.rollcall.facts;

import java.util.Objects;

/**
 * What a blocking key brought when the leftovers were compared (docs/linking.md).
 *
 * @param block the key
 * @param pairs pairs that share a value of it; several keys may bring the same pair
 * @param passedOver pairs of values that too many records share, which were not compared
 */
public record BlockRow(String block, long pairs, long passedOver) {

	public BlockRow {
		Objects.requireNonNull(block);
	}

}
