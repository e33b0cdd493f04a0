package io.rollcall.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Counts findings while they pass by, by code, severity and college. */
public final class Tally {

	/** The severities, the gravest first. */
	public static final List<String> SEVERITIES = List.of("E", "W", "I");

	private final Map<Kind, Counts> kinds = new TreeMap<>(
			Comparator.<Kind>comparingInt((kind) -> SEVERITIES.indexOf(kind.severity())).thenComparing(Kind::code));

	private final Map<String, Map<String, Long>> colleges = new TreeMap<>();

	/** One code with one severity; some codes come with more than one. */
	public record Kind(String code, String severity) {
	}

	/**
	 * How many findings of a kind, how many of these are to do, and the oldest in days.
	 */
	public record Counts(long all, long toDo, int oldest) {

		private Counts plus(Counts more) {
			return new Counts(this.all + more.all, this.toDo + more.toDo, Math.max(this.oldest, more.oldest));
		}

	}

	/**
	 * Counts a whole stream and closes it.
	 * @param rows the findings
	 * @return their counts
	 */
	public static Tally of(Stream<FindingRow> rows) {
		Tally tally = new Tally();
		try (rows) {
			rows.forEach(tally::add);
		}
		return tally;
	}

	/** Counts a finding by code, severity and state. */
	public void add(FindingRow row) {
		add(row.code(), row.severity(), row.state(), row.college(), 1, row.ageDays());
	}

	/**
	 * Counts findings that are alike.
	 * @param code their code
	 * @param severity {@code E}, {@code W} or {@code I}
	 * @param state the state of their cases
	 * @param college the college; empty where it is unknown
	 * @param count how many they are
	 * @param oldest the age of the oldest in days
	 */
	public void add(String code, String severity, String state, String college, long count, int oldest) {
		Counts counts = new Counts(count, FindingRow.toDo(code, severity, state) ? count : 0, oldest);
		this.kinds.merge(new Kind(code, severity), counts, Counts::plus);
		this.colleges.computeIfAbsent(college, (missing) -> new TreeMap<>()).merge(severity, count, Long::sum);
	}

	/**
	 * How many findings there are.
	 * @return all of them
	 */
	public long total() {
		return sum((kind) -> true, Counts::all);
	}

	/**
	 * How many findings of a severity there are.
	 * @param severity {@code E}, {@code W} or {@code I}
	 * @return all of them
	 */
	public long ofSeverity(String severity) {
		return sum((kind) -> kind.severity().equals(severity), Counts::all);
	}

	/**
	 * How many findings of each code there are.
	 * @return the counts by code, sorted by code
	 */
	public Map<String, Long> byCode() {
		Map<String, Long> counts = new TreeMap<>();
		this.kinds.forEach((kind, count) -> counts.merge(kind.code(), count.all(), Long::sum));
		return counts;
	}

	/**
	 * How many findings of each severity each college has.
	 * @return the counts by college; the key is empty where the college is unknown
	 */
	public Map<String, Map<String, Long>> byCollege() {
		return this.colleges;
	}

	/** The kinds of findings in the order of the catalogue, each with its counts. */
	public List<Map.Entry<Kind, Counts>> kinds() {
		return List.copyOf(this.kinds.entrySet());
	}

	private long sum(Predicate<Kind> wanted, ToLongFunction<Counts> count) {
		return this.kinds.entrySet()
			.stream()
			.filter((entry) -> wanted.test(entry.getKey()))
			.mapToLong((entry) -> count.applyAsLong(entry.getValue()))
			.sum();
	}

}
