package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pairs of students about whom a rule says the same, kept by code and field. */
final class Pairs {

	/**
	 * What the pairs of a rule share.
	 *
	 * @param code the finding's code
	 * @param field the canonical field, or empty
	 */
	record Kind(String code, String field) {
	}

	private final Map<Kind, Map<Long, Set<Long>>> pairs = new LinkedHashMap<>();

	private final Map<Long, Set<String>> evidence = new TreeMap<>();

	private final Set<String> excluded = new TreeSet<>();

	/** Of whom a record of their own is in a pair of the kind. */
	private final Map<Kind, Set<Long>> own = new HashMap<>();

	private final Suspects suspects;

	Pairs(Suspects suspects) {
		this.suspects = suspects;
	}

	/** Leaves out two students about whom a person has to decide first. */
	void exclude(long first, long second) {
		this.excluded.add(key(first, second));
	}

	void add(String code, String field, SourceRow first, SourceRow second) {
		long one = first.student();
		long other = second.student();
		if (one == other || code.startsWith("ID_") && this.excluded.contains(key(one, other))) {
			return;
		}
		Kind kind = new Kind(code, field);
		Map<Long, Set<Long>> members = this.pairs.computeIfAbsent(kind, (any) -> new TreeMap<>());
		members.computeIfAbsent(one, (any) -> new TreeSet<>()).add(other);
		members.computeIfAbsent(other, (any) -> new TreeSet<>()).add(one);
		own(kind, first);
		own(kind, second);
	}

	private void own(Kind kind, SourceRow row) {
		if (!this.suspects.contains(row.id())) {
			this.own.computeIfAbsent(kind, (any) -> new HashSet<>()).add(row.student());
		}
	}

	/** Whether only another student's record beside him brought a student in. */
	boolean isForeign(Kind kind, long student) {
		return !this.own.getOrDefault(kind, Set.of()).contains(student);
	}

	boolean has(String code, String field, long first, long second) {
		return this.pairs.getOrDefault(new Kind(code, field), Map.of()).getOrDefault(first, Set.of()).contains(second);
	}

	/** Notes the key of a text that speaks for or against something. */
	void evidence(long student, String note) {
		this.evidence.computeIfAbsent(student, (any) -> new TreeSet<>()).add(note);
	}

	Set<String> evidence(long student) {
		return this.evidence.getOrDefault(student, Set.of());
	}

	Map<Kind, Map<Long, Set<Long>>> all() {
		return this.pairs;
	}

	Collection<Long> students() {
		Set<Long> students = new TreeSet<>();
		this.pairs.values().forEach((members) -> students.addAll(members.keySet()));
		return new ArrayList<>(students);
	}

	private static String key(long first, long second) {
		return Math.min(first, second) + " " + Math.max(first, second);
	}

	static <T> void each(List<T> rows, java.util.function.BiConsumer<T, T> each) {
		for (int i = 0; i < rows.size(); i++) {
			for (int j = i + 1; j < rows.size(); j++) {
				each.accept(rows.get(i), rows.get(j));
			}
		}
	}

}
