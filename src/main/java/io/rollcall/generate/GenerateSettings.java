package io.rollcall.generate;

/**
 * What to generate.
 *
 * @param students how many students enter, 50 to 200,000
 * @param seed the same seed gives the same campaign
 * @param faults the part of the students that carries a fault, in each of the four groups
 * of findings; 0 for a campaign without faults
 */
public record GenerateSettings(int students, long seed, double faults) {

	/** The fewest students for which the proportions mean anything. */
	public static final int LEAST = 50;

	/** The most students for which student numbers and order numbers suffice. */
	public static final int MOST = 200_000;

	/** The usual rate of faults in each group. */
	public static final double USUAL_FAULTS = 0.03;

	/** Beyond this the sources would hold more faults than students. */
	public static final double MOST_FAULTS = 0.2;

	public GenerateSettings {
		if (students < LEAST || students > MOST) {
			throw new IllegalArgumentException("students: " + LEAST + " to " + MOST);
		}
		if (!(faults >= 0 && faults <= MOST_FAULTS)) {
			throw new IllegalArgumentException("faults: 0 to " + MOST_FAULTS);
		}
	}

}
