package io.rollcall.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Levels of a field of {@code link_on}: texts by Jaro-Winkler or by typing errors,
 * numbers by typing errors alone.
 */
final class ExtraLevels implements FieldLevels {

	private static final double VERY_ALIKE = 0.92;

	private static final double ALIKE = 0.85;

	/** Longer texts are compared by their beginning. */
	private static final int LONGEST = 200;

	private static final List<Double> USUAL = List.of(0.72, 0.10, 0.04, 0.14);

	private final Comparison comparison;

	private final String[] values;

	private final double[] frequencies;

	ExtraLevels(ExtraField extra, List<LinkRecord> records) {
		List<String> levels = (extra.kind() == ExtraField.Kind.NUMBER)
				? List.of("equal", "one_edit", "two_edits", "different")
				: List.of("equal", "very_alike", "alike", "different");
		this.comparison = new Comparison(extra.name(), levels, USUAL, true, true);
		this.values = records.stream().map((record) -> cut(record.value(extra.name()))).toArray(String[]::new);
		Map<String, Integer> counts = new HashMap<>();
		int filled = 0;
		for (String value : this.values) {
			if (value != null) {
				counts.merge(value, 1, Integer::sum);
				filled++;
			}
		}
		this.frequencies = new double[this.values.length];
		for (int i = 0; i < this.values.length; i++) {
			this.frequencies[i] = (counts.getOrDefault(this.values[i], 0) + 1.0) / (filled + 1);
		}
	}

	private static String cut(String value) {
		return (value != null && value.length() > LONGEST) ? value.substring(0, LONGEST) : value;
	}

	@Override
	public List<Comparison> comparisons() {
		return List.of(this.comparison);
	}

	@Override
	public void compare(int first, int second, byte[] levels, int from) {
		String one = this.values[first];
		String other = this.values[second];
		levels[from] = (one == null || other == null) ? NONE : level(one, other);
	}

	private static byte level(String one, String other) {
		int edits = Edits.between(one, other);
		if (edits < 2 || isNumber(one) && isNumber(other)) {
			return (byte) edits;
		}
		double similarity = JaroWinkler.similarity(one, other);
		return (byte) ((similarity >= VERY_ALIKE) ? 1 : (similarity >= ALIKE || edits == 2) ? 2 : 3);
	}

	private static boolean isNumber(String text) {
		return text.chars().allMatch((c) -> c >= '0' && c <= '9');
	}

	@Override
	public double frequency(int comparison, int first, int second, byte[] levels, int from) {
		return Math.max(this.frequencies[first], this.frequencies[second]);
	}

}
