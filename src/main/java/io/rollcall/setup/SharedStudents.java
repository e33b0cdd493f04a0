package io.rollcall.setup;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many students of one spelling in one source have which spelling in another. Where
 * no number links the sources, rows of the same major stand for them.
 */
final class SharedStudents {

	/** Fewer links between two sources tell nothing about their colleges. */
	private static final int LEAST_LINKED = 5;

	private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

	private final Map<String, Integer> left = new HashMap<>();

	private final Map<String, Integer> right = new HashMap<>();

	private boolean byMajor;

	private SharedStudents() {
	}

	static SharedStudents of(SourceRows one, SourceRows other) {
		SharedStudents shared = new SharedStudents();
		for (StudentRow row : one.rows()) {
			if (!row.college().isEmpty()) {
				other.same(row)
					.filter((found) -> !found.college().isEmpty())
					.ifPresent((found) -> shared.add(row.college(), found.college(), 1));
			}
		}
		int linked = shared.left.values().stream().mapToInt(Integer::intValue).sum();
		return (linked >= LEAST_LINKED) ? shared : byMajors(one, other);
	}

	/** A major that each source has in one college only links these two. */
	private static SharedStudents byMajors(SourceRows one, SourceRows other) {
		SharedStudents shared = new SharedStudents();
		shared.byMajor = true;
		Map<String, Map<String, Integer>> others = majors(other);
		majors(one).forEach((major, ones) -> {
			Map<String, Integer> same = others.getOrDefault(major, Map.of());
			if (ones.size() == 1 && same.size() == 1) {
				Map.Entry<String, Integer> first = ones.entrySet().iterator().next();
				Map.Entry<String, Integer> second = same.entrySet().iterator().next();
				shared.add(first.getKey(), second.getKey(), Math.min(first.getValue(), second.getValue()));
			}
		});
		return shared;
	}

	private static Map<String, Map<String, Integer>> majors(SourceRows source) {
		Map<String, Map<String, Integer>> majors = new TreeMap<>();
		source.rows()
			.stream()
			.filter((row) -> !row.major().isEmpty() && !row.college().isEmpty())
			.forEach((row) -> majors.computeIfAbsent(row.major(), (major) -> new LinkedHashMap<>())
				.merge(row.college(), 1, Integer::sum));
		return majors;
	}

	private void add(String one, String other, int count) {
		this.counts.computeIfAbsent(one, (name) -> new LinkedHashMap<>()).merge(other, count, Integer::sum);
		this.left.merge(one, count, Integer::sum);
		this.right.merge(other, count, Integer::sum);
	}

	/** Whether rows of one major stand for students. */
	boolean byMajor() {
		return this.byMajor;
	}

	/** Every pair of spellings with the students that both have. */
	Map<String, Map<String, Integer>> counts() {
		return this.counts;
	}

	/** The linked students of a spelling of the first source. */
	int left(String spelling) {
		return this.left.getOrDefault(spelling, 0);
	}

	/** The linked students of a spelling of the second source. */
	int right(String spelling) {
		return this.right.getOrDefault(spelling, 0);
	}

	/** The students that have the one in the first source and the other in the second. */
	int of(String one, String other) {
		return this.counts.getOrDefault(one, Map.of()).getOrDefault(other, 0);
	}

}
