package io.rollcall.linkage;

import java.util.List;

/**
 * A comparison whose outcomes are levels, the best first, so that the rates of the levels
 * can be estimated from the data.
 *
 * @param field the canonical field
 * @param levels what the levels are called
 * @param usual how often each level is found of one person, as argued: what an estimate
 * begins with
 * @param ordered whether each level says less for one person than the one before
 * @param shared whether agreement may come from what people share, such as a household
 */
record Comparison(String field, List<String> levels, List<Double> usual, boolean ordered, boolean shared) {

	Comparison {
		levels = List.copyOf(levels);
		usual = List.copyOf(usual);
	}

}
