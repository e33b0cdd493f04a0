package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All comparisons with levels that a kind of pairs has, in one row. */
final class Outcomes {

	private final List<FieldLevels> fields;

	private final List<Comparison> comparisons = new ArrayList<>();

	/** By comparison: its field, and where the levels of that field begin. */
	private final List<int[]> places = new ArrayList<>();

	Outcomes(List<FieldLevels> fields) {
		this.fields = List.copyOf(fields);
		for (int i = 0; i < fields.size(); i++) {
			int from = this.comparisons.size();
			for (Comparison comparison : fields.get(i).comparisons()) {
				this.comparisons.add(comparison);
				this.places.add(new int[] { i, from });
			}
		}
	}

	List<Comparison> comparisons() {
		return this.comparisons;
	}

	int size() {
		return this.comparisons.size();
	}

	/** Writes the levels of a pair from a place on. */
	void compare(int first, int second, byte[] levels, int from) {
		for (int i = 0, at = from; i < this.fields.size(); i++) {
			this.fields.get(i).compare(first, second, levels, at);
			at += this.fields.get(i).comparisons().size();
		}
	}

	byte[] compare(int first, int second) {
		byte[] levels = new byte[size()];
		compare(first, second, levels, 0);
		return levels;
	}

	/** Whether a field of a pair is compared by levels. */
	boolean covers(String field, byte[] levels, int from) {
		for (int i = 0; i < size(); i++) {
			if (levels[from + i] != FieldLevels.NONE && this.comparisons.get(i).field().equals(field)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The bits of a level: of equal values by their own frequency, and never more for a
	 * worse level than equality of these values would have.
	 */
	double bits(Rates rates, int comparison, int first, int second, byte[] levels, int from) {
		int level = levels[from + comparison];
		int[] place = this.places.get(comparison);
		FieldLevels field = this.fields.get(place[0]);
		int within = comparison - place[1];
		double frequency = field.frequency(within, first, second, levels, from + place[1]);
		double bits = rates.bits(comparison, level);
		if (frequency > 0) {
			double equal = rates.equal(comparison, frequency);
			bits = (level == 0) ? equal : Math.min(bits, equal);
		}
		return bits + field.choice(within, first, second);
	}

	/** A table of the levels, filled with a value. */
	double[][] table(double value) {
		double[][] table = new double[size()][];
		for (int i = 0; i < table.length; i++) {
			table[i] = new double[this.comparisons.get(i).levels().size()];
			Arrays.fill(table[i], value);
		}
		return table;
	}

}
