package io.rollcall.facts;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A rate that linking by similarity estimated from the data (docs/linking.md).
 *
 * @param names {@code latin} for pairs of names of Latin words, {@code other} for the
 * rest
 * @param field the field that is compared; {@code prior} for the odds of any pair
 * @param level the outcome of the comparison
 * @param match how often it is found of one person, 0 to 1
 * @param chance how often it is found of two, 0 to 1
 * @param bits log2 of their quotient, within bounds
 */
public record RateRow(String names, String field, String level, BigDecimal match, BigDecimal chance, BigDecimal bits) {

	public RateRow {
		Objects.requireNonNull(names);
		Objects.requireNonNull(field);
		Objects.requireNonNull(level);
	}

}
