package io.rollcall.linkage;

import java.util.List;

/**
 * What one comparison adds to a match weight.
 *
 * @param field the field, or {@link #PRIOR}, {@link #TOGETHER} or {@link #CALIBRATION}
 * @param level a stable key of how far the values agree
 * @param bits the addition in bits: log2 of how much likelier the level is for one person
 * than for two
 */
public record Contribution(String field, String level, double bits) {

	/** The step for what is known before any comparison. */
	public static final String PRIOR = "prior";

	/**
	 * The step for fields that depend on each other, which together say less than each
	 * for itself.
	 */
	public static final String TOGETHER = "together";

	/**
	 * The step that puts even odds where links between sources and pairs within sources
	 * show them.
	 */
	public static final String CALIBRATION = "calibration";

	/** Whether the step compares something for itself. */
	boolean isComparison() {
		return !List.of(PRIOR, TOGETHER, CALIBRATION).contains(this.field) && !this.level.equals(WordLevels.TURNED);
	}

}
