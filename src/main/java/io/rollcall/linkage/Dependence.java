package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What fields can say together that depend on each other, such as the lines of an
 * address. Two records of one source are never one person, so how often such two agree in
 * several fields at once tells how little that agreement says.
 */
final class Dependence {

	/** No limit. */
	static final double ANY = Double.MAX_VALUE;

	/** So many times more often than by chance is no chance. */
	private static final double FAR = 5;

	/** Fewer pairs may be a mere coincidence. */
	private static final long LEAST_PAIRS = 5;

	/** Who moved differs in the whole group at once: one event, as rare as one in 16. */
	private static final double GROUP_FLOOR = -4;

	private final List<LinkRecord> records;

	/** By field, then record: a number for each value, -1 for none. */
	private final List<int[]> values = new ArrayList<>();

	private final int extras;

	private final double[] agreeing;

	private final double pairs;

	private final Map<Long, Double> caps = new HashMap<>();

	private final int[] groups;

	/**
	 * Counts the fields of {@code link_on}, and the last word of Latin names, which a
	 * household shares like its address.
	 */
	Dependence(List<LinkRecord> records, List<ExtraField> extras) {
		this.records = records;
		this.extras = Math.min(extras.size(), Long.SIZE - 2);
		extras.subList(0, this.extras)
			.forEach((extra) -> this.values.add(numbered((record) -> record.value(extra.name()))));
		this.values.add(numbered(Dependence::familyName));
		this.pairs = together(0);
		this.agreeing = new double[this.values.size()];
		for (int i = 0; i < this.agreeing.length; i++) {
			this.agreeing[i] = (this.extras > 1) ? together(1L << i) : 0;
		}
		this.groups = groups();
	}

	private static String familyName(LinkRecord record) {
		String name = record.value("name");
		List<String> words = LatinName.isLatin(name) ? LatinName.words(name) : List.of("");
		return words.get(words.size() - 1).isEmpty() ? null : words.get(words.size() - 1);
	}

	private int[] numbered(Function<LinkRecord, String> value) {
		Map<String, Integer> numbers = new HashMap<>();
		return this.records.stream().map(value).mapToInt((text) -> {
			if (text == null) {
				return -1;
			}
			Integer next = numbers.size();
			return Objects.requireNonNullElse(numbers.putIfAbsent(text, next), next);
		}).toArray();
	}

	/** How many pairs within the sources agree in every field of a set. */
	private double together(long set) {
		Map<List<Integer>, Integer> counts = new HashMap<>();
		double all = 0;
		for (int i = 0; i < this.records.size(); i++) {
			List<Integer> key = key(i, set);
			for (int source = this.records.get(i).sources(); key != null && source != 0; source &= source - 1) {
				List<Integer> inSource = new ArrayList<>(key);
				inSource.add(Integer.lowestOneBit(source));
				all += counts.merge(inSource, 1, Integer::sum) - 1;
			}
		}
		return all;
	}

	private List<Integer> key(int place, long set) {
		List<Integer> key = new ArrayList<>();
		for (long rest = set; rest != 0; rest &= rest - 1) {
			int value = this.values.get(Long.numberOfTrailingZeros(rest))[place];
			if (value < 0) {
				return null;
			}
			key.add(value);
		}
		return key;
	}

	private double byChance(long set) {
		double expected = this.pairs;
		for (long rest = set; rest != 0; rest &= rest - 1) {
			expected *= this.agreeing[Long.numberOfTrailingZeros(rest)] / this.pairs;
		}
		return expected;
	}

	/**
	 * The most bits that the agreement of a pair can say.
	 * @param first the place of one record
	 * @param second the place of the other
	 * @return bits, {@link #ANY} where nothing limits them
	 */
	double cap(int first, int second) {
		if (this.extras < 2) {
			return ANY;
		}
		long set = 0;
		for (int i = 0; i < this.values.size(); i++) {
			int value = this.values.get(i)[first];
			if (value >= 0 && value == this.values.get(i)[second]) {
				set |= 1L << i;
			}
		}
		boolean several = Long.bitCount(set & ((1L << this.extras) - 1)) > 1;
		return several ? this.caps.computeIfAbsent(set, this::cap) : ANY;
	}

	private double cap(long set) {
		double together = together(set);
		boolean dependent = together > 1 && together > FAR * byChance(set);
		return dependent ? Math.log(this.pairs / together) / Math.log(2) : ANY;
	}

	/**
	 * What is given back of the bits against, because fields of a group differ together.
	 * @param bits the bits of each field of {@code link_on}
	 * @return bits, 0 or more
	 */
	double givenBack(double[] bits) {
		double back = 0;
		for (int group = 0; group < this.extras; group++) {
			double against = 0;
			int members = 0;
			for (int i = 0; i < this.extras; i++) {
				if (this.groups[i] == group) {
					against += Math.min(0, bits[i]);
					members++;
				}
			}
			back += (members > 1) ? Math.max(0, GROUP_FLOOR - against) : 0;
		}
		return back;
	}

	/** For each field the smallest one that it depends on. */
	private int[] groups() {
		int[] found = new int[this.extras];
		for (int i = 0; i < this.extras; i++) {
			found[i] = i;
			for (int j = 0; j < i; j++) {
				long both = 1L << i | 1L << j;
				double together = together(both);
				if (together >= LEAST_PAIRS && together > FAR * byChance(both)) {
					join(found, found[i], found[j], i);
				}
			}
		}
		return found;
	}

	private static void join(int[] found, int one, int other, int last) {
		for (int k = 0; k <= last; k++) {
			found[k] = (found[k] == one || found[k] == other) ? Math.min(one, other) : found[k];
		}
	}

}
