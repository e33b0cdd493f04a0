package io.rollcall.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.Privacy;
import io.rollcall.identity.Masking;
import io.rollcall.source.Row;

/**
 * A few values of every mapped column, masked as they are taken, so that a person can see
 * whether the mapping is right. Columns that are not read give no sample.
 */
public final class ColumnSamples {

	/** So many different samples of a column are kept. */
	public static final int SAMPLES = 3;

	private static final int LONGEST = 20;

	private final Map<Integer, Set<String>> samples = new TreeMap<>();

	private final ColumnMapping mapping;

	/**
	 * Samples of a table.
	 * @param mapping how its columns are read
	 */
	public ColumnSamples(ColumnMapping mapping) {
		this.mapping = mapping;
	}

	/**
	 * Takes what is still needed from a record.
	 * @param row the record
	 */
	public void add(Row row) {
		this.mapping.fields().forEach((column, field) -> {
			Set<String> taken = this.samples.computeIfAbsent(column, (any) -> new LinkedHashSet<>());
			if (taken.size() < SAMPLES && !row.cell(column).isBlank()) {
				taken.add(masked(field, row.cell(column).text().strip()));
			}
		});
	}

	/**
	 * The samples of a column.
	 * @param column counted from 0
	 * @return up to {@link #SAMPLES} masked values, all different
	 */
	public List<String> of(int column) {
		return List.copyOf(this.samples.getOrDefault(column, Set.of()));
	}

	/**
	 * Values that say nothing about who somebody is stay readable. Of the others only the
	 * shape is shown, with the first character of a name and the last two of a number,
	 * which is too little to know anybody by.
	 */
	private static String masked(Field field, String text) {
		if (field.type() == FieldType.PRESENCE) {
			return "***";
		}
		if (field.privacy() == Privacy.STATUS && !Masking.maskAnyNumbers(text).equals(text)) {
			return Masking.FULL;
		}
		int length = text.codePointCount(0, text.length());
		StringBuilder shown = new StringBuilder();
		for (int i = 0; i < Math.min(length, LONGEST); i++) {
			int c = text.codePointAt(text.offsetByCodePoints(0, i));
			boolean visible = !Character.isLetterOrDigit(c) || isShown(field, i, length);
			shown.appendCodePoint(visible ? c : '*');
		}
		return (length > LONGEST) ? shown + "…" : shown.toString();
	}

	private static boolean isShown(Field field, int position, int length) {
		if (field.privacy() == Privacy.STATUS) {
			return true;
		}
		return switch (field.type()) {
			case NAME -> position == 0 && length > 1;
			case CANDIDATE_NO, STUDENT_NO, ID_NO -> length >= 8 && position >= length - 2;
			default -> false;
		};
	}

}
