package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Decides which rows of one source are one student. Rows that share a candidate or
 * student number are one if the name or the ID number agrees; rows that share only the ID
 * number are one if the name agrees and no number contradicts.
 */
final class Folding {

	/** Beyond so many names under one number it is no number but a filling. */
	private static final int NAMES_COMPARED = 200;

	private final SameName names;

	/** Rows that are two people although they share name and student number. */
	private final Map<Long, Set<Long>> apart;

	private final Groups groups = new Groups();

	Folding(SameName names, Map<Long, Set<Long>> apart) {
		this.names = names;
		this.apart = apart;
	}

	Groups groups() {
		return this.groups;
	}

	/** Takes rows of one source that share a number of the student. */
	void sharedNumber(List<SourceRow> rows) {
		if (rows.stream().anyMatch((row) -> this.apart.containsKey(row.id()))) {
			parted(rows);
			return;
		}
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

	/** Each row goes to those whom it agrees with best and contradicts in nothing. */
	private void parted(List<SourceRow> rows) {
		List<List<SourceRow>> people = new ArrayList<>();
		for (SourceRow row : rows.subList(0, Math.min(rows.size(), NAMES_COMPARED))) {
			Optional<List<SourceRow>> own = people.stream()
				.filter((person) -> agreement(row, person) > 0)
				.max(Comparator.comparingInt((person) -> agreement(row, person)));
			own.ifPresentOrElse((person) -> {
				this.groups.join(person.get(0).id(), row.id());
				person.add(row);
			}, () -> people.add(new ArrayList<>(List.of(row))));
		}
	}

	/** How well a row agrees with those of one person; 0 for somebody else. */
	private int agreement(SourceRow row, List<SourceRow> person) {
		Set<Long> others = this.apart.getOrDefault(row.id(), Set.of());
		if (person.stream().anyMatch((known) -> others.contains(known.id()))) {
			return 0;
		}
		return person.stream()
			.mapToInt((known) -> (row.sameId(known) ? 4 : 0) + (this.names.agree(row, known)
					? (row.candidateNo() != null && row.candidateNo().equals(known.candidateNo()) ? 2 : 1) : 0))
			.max()
			.orElse(0);
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

	private static boolean contradict(@Nullable String first, @Nullable String second) {
		return first != null && second != null && !first.equals(second);
	}

	/** Joins all rows with an equal value to the first of them. */
	private Map<String, SourceRow> star(List<SourceRow> rows, Function<SourceRow, @Nullable String> value) {
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
