package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Decides which rows of one source are one student. Rows that share a candidate or
 * student number are one if the name or the ID number agrees; rows that share only the ID
 * number are one if the name agrees and no number contradicts.
 */
final class Folding {

	/** Beyond so many names under one number it is no number but a filling. */
	private static final int NAMES_COMPARED = 200;

	private final Names names;

	private final Groups groups = new Groups();

	Folding(Names names) {
		this.names = names;
	}

	Groups groups() {
		return this.groups;
	}

	/** Takes rows of one source that share a number of the student. */
	void sharedNumber(List<SourceRow> rows) {
		Map<String, SourceRow> byName = star(rows, SourceRow::name);
		star(rows, SourceRow::idNo);
		List<SourceRow> different = new ArrayList<>(byName.values());
		if (different.size() < 2) {
			maskedNames(rows);
		}
		if (different.size() > NAMES_COMPARED) {
			return;
		}
		for (int i = 0; i < different.size(); i++) {
			for (int j = i + 1; j < different.size(); j++) {
				if (this.names.agree(different.get(i), different.get(j))) {
					this.groups.join(different.get(i).id(), different.get(j).id());
				}
			}
		}
	}

	/** A masked name contradicts nobody: the number itself tells whose row it is. */
	private void maskedNames(List<SourceRow> rows) {
		for (SourceRow row : rows) {
			if (row.name() == null) {
				rows.stream()
					.filter((other) -> other.id() != row.id() && !row.idDiffers(other))
					.findFirst()
					.ifPresent((other) -> this.groups.join(other.id(), row.id()));
			}
		}
	}

	/** Takes rows of one source that share an ID number. */
	void sharedId(List<SourceRow> rows) {
		int compared = Math.min(rows.size(), NAMES_COMPARED);
		for (int i = 0; i < compared; i++) {
			for (int j = i + 1; j < compared; j++) {
				SourceRow first = rows.get(i);
				SourceRow second = rows.get(j);
				if (this.names.agree(first, second) && !contradict(first.candidateNo(), second.candidateNo())
						&& !contradict(first.studentNo(), second.studentNo())) {
					this.groups.join(first.id(), second.id());
				}
			}
		}
	}

	private static boolean contradict(String first, String second) {
		return first != null && second != null && !first.equals(second);
	}

	/** Joins all rows with an equal value to the first of them. */
	private Map<String, SourceRow> star(List<SourceRow> rows, Function<SourceRow, String> value) {
		Map<String, SourceRow> firsts = new HashMap<>();
		for (SourceRow row : rows) {
			String text = value.apply(row);
			if (text != null) {
				SourceRow first = firsts.putIfAbsent(text, row);
				if (first != null) {
					this.groups.join(first.id(), row.id());
				}
			}
		}
		return firsts;
	}

}
