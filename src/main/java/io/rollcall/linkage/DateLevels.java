package io.rollcall.linkage;

import java.util.List;

/**
 * Levels of dates of eight digits, whether or not the calendar has them. A date that is
 * known to the month only has none.
 */
final class DateLevels implements FieldLevels {

	private static final int DIGITS = 8;

	private static final List<String> LEVELS = List.of("equal", "one_slip", "two_parts", "two_edits", "one_part",
			"different");

	/** Nine of ten dates are right but for one slip. */
	private static final List<Double> USUAL = List.of(0.75, 0.10, 0.05, 0.03, 0.04, 0.03);

	private final Comparison comparison;

	private final String[] dates;

	DateLevels(String field, List<LinkRecord> records) {
		this.comparison = new Comparison(field, LEVELS, USUAL, true, false);
		this.dates = records.stream()
			.map((record) -> record.value(field))
			.map((date) -> (date != null && date.length() == DIGITS) ? date : null)
			.toArray(String[]::new);
	}

	@Override
	public List<Comparison> comparisons() {
		return List.of(this.comparison);
	}

	@Override
	public void compare(int first, int second, byte[] levels, int from) {
		String one = this.dates[first];
		String other = this.dates[second];
		levels[from] = (one == null || other == null) ? NONE : level(one, other);
	}

	private static byte level(String one, String other) {
		if (one.equals(other)) {
			return 0;
		}
		int edits = Edits.between(one, other);
		boolean exchanged = one.equals(other.substring(0, 4) + other.substring(6) + other.substring(4, 6));
		if (edits == 1 || exchanged) {
			return 1;
		}
		int parts = part(one, other, 0, 4) + part(one, other, 4, 6) + part(one, other, 6, DIGITS);
		if (parts == 2) {
			return 2;
		}
		return (byte) ((edits == 2) ? 3 : (parts == 1) ? 4 : 5);
	}

	private static int part(String one, String other, int from, int to) {
		return one.substring(from, to).equals(other.substring(from, to)) ? 1 : 0;
	}

	@Override
	public double frequency(int comparison, int first, int second, byte[] levels, int from) {
		return 0;
	}

}
