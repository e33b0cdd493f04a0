package io.rollcall.reconcile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who else bears a candidate number of a student who has two: whether two students'
 * numbers were exchanged, or one carries another's.
 */
final class Bearers {

	private final Map<Long, Map<Long, Boolean>> others = new LinkedHashMap<>();

	private final Map<Long, Duplicates.Member> members;

	Bearers(Statements statements, Duplicates duplicates) {
		Set<Long> students = new HashSet<>();
		statements.query("number_bearers", (row) -> {
			this.others.computeIfAbsent(row.getLong("student"), (any) -> new LinkedHashMap<>())
				.put(row.getLong("other"), row.getBoolean("exchanged"));
			students.add(row.getLong("other"));
		});
		this.members = duplicates.members(students);
	}

	/**
	 * The key of the text that tells of it, or empty where nobody else bears the number.
	 */
	String told(long student) {
		Map<Long, Boolean> found = this.others.getOrDefault(student, Map.of());
		return found.isEmpty() ? "" : found.containsValue(true) ? "key.exchanged" : "key.taken";
	}

	/** How the registrar is told of the others. */
	String partners(long student, String mark) {
		return String.join(mark,
				this.others.getOrDefault(student, Map.of())
					.keySet()
					.stream()
					.map((other) -> Duplicates.member(this.members, other).told())
					.toList());
	}

}
