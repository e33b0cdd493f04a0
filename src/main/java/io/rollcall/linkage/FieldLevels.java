package io.rollcall.linkage;

import java.util.List;

/** Finds the levels of a field's comparisons for pairs of records. */
interface FieldLevels {

	/** The level of what cannot be compared. */
	byte NONE = -1;

	/** The comparisons that the field has. */
	List<Comparison> comparisons();

	/**
	 * Writes the levels of a pair.
	 * @param first the place of one record
	 * @param second the place of the other
	 * @param levels where to write
	 * @param from the place of the first comparison in it
	 */
	void compare(int first, int second, byte[] levels, int from);

	/**
	 * How often two values are equal by chance where they are those of a record.
	 * @param comparison which of the comparisons
	 * @param first the place of one record
	 * @param second the place of the other
	 * @param levels the levels of the pair
	 * @param from the place of the first comparison in it
	 * @return the frequency of the more frequent of both values, 0 where the values'
	 * frequency does not matter
	 */
	double frequency(int comparison, int first, int second, byte[] levels, int from);

	/**
	 * What having had a choice takes away.
	 * @param comparison which of the comparisons
	 * @param first the place of one record
	 * @param second the place of the other
	 * @return bits, 0 or less
	 */
	default double choice(int comparison, int first, int second) {
		return 0;
	}

}
