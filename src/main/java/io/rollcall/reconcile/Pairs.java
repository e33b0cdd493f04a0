package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.Collection;
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

	/** Leaves out two students about whom a person has to decide first. */
	void exclude(long first, long second) {
		this.excluded.add(key(first, second));
	}

	void add(String code, String field, long first, long second) {
		if (first == second || code.startsWith("ID_") && this.excluded.contains(key(first, second))) {
			return;
		}
		Map<Long, Set<Long>> members = this.pairs.computeIfAbsent(new Kind(code, field), (any) -> new TreeMap<>());
		members.computeIfAbsent(first, (any) -> new TreeSet<>()).add(second);
		members.computeIfAbsent(second, (any) -> new TreeSet<>()).add(first);
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
