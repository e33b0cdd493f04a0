package io.rollcall.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.rollcall.campaign.College;
import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.Disclosure;
import io.rollcall.setup.CollegeGroup.Reason;

/**
 * Gathers the spellings of colleges that seem to mean one: because the same students have
 * them in two sources, or because the names are alike and no student speaks against it.
 */
final class CollegeGroups {

	/** A few students have always just changed their college. */
	private static final double NEARLY_ALL = 0.8;

	/** So few shared students tell that two names are two colleges. */
	private static final double HARDLY_ANY = 0.2;

	private static final int LEAST_SHARED = 3;

	/** Of so many rows one may be a slip. */
	private static final int RARE = 200;

	static final Pattern UNIT = Pattern.compile(".*(?:学院|学部|书院|院|系|部)(?:[(（].*[)）])?");

	private final Map<String, Map<SourceRole, Integer>> counts = new LinkedHashMap<>();

	private final Map<String, String> official = new HashMap<>();

	private final Map<String, String> parents = new LinkedHashMap<>();

	private final Map<String, Reason> reasons = new HashMap<>();

	private final List<Open> open = new ArrayList<>();

	private long hidden;

	/**
	 * A spelling whose students are spread over several colleges of another source.
	 *
	 * @param spelling the spelling
	 * @param others those of the other source with their students, the most first
	 */
	record Open(String spelling, Map<String, Integer> others) {
	}

	/**
	 * Gathers the spellings of all sources.
	 * @param sources the records of each source
	 */
	CollegeGroups(List<SourceRows> sources) {
		sources.forEach(this::count);
		this.counts.keySet().forEach((spelling) -> this.parents.put(spelling, spelling));
		joinKnown();
		List<Pair> pairs = new ArrayList<>();
		for (int i = 0; i < sources.size(); i++) {
			for (int j = i + 1; j < sources.size(); j++) {
				if (sources.get(i).role() != sources.get(j).role()) {
					pairs.add(new Pair(sources.get(i).role(), sources.get(j).role(),
							SharedStudents.of(sources.get(i), sources.get(j))));
				}
			}
		}
		pairs.forEach(this::joinByStudents);
		joinByNames(pairs);
		pairs.forEach(this::findOpen);
	}

	private record Pair(SourceRole one, SourceRole other, SharedStudents shared) {
	}

	private void count(SourceRows source) {
		Map<String, Integer> found = new TreeMap<>();
		source.rows()
			.stream()
			.filter((row) -> !row.college().isEmpty() && !row.college().equals(College.UNASSIGNED))
			.forEach((row) -> {
				found.merge(row.college(), 1, Integer::sum);
				if (!row.official().isEmpty()) {
					this.official.put(row.college(), row.official());
				}
			});
		found.forEach((spelling, rows) -> {
			boolean unit = UNIT.matcher(spelling).matches() || this.official.containsKey(spelling);
			if (unit || Disclosure.isHarmless(spelling) && rows > 1) {
				this.counts.computeIfAbsent(spelling, (name) -> new EnumMap<>(SourceRole.class))
					.merge(source.role(), rows, Integer::sum);
			}
			else {
				this.hidden += rows;
			}
		});
	}

	/** Spellings that the campaign resolves to one college are one already. */
	private void joinKnown() {
		Map<String, String> first = new HashMap<>();
		this.official.forEach((spelling, name) -> {
			if (this.counts.containsKey(spelling)) {
				String earlier = first.putIfAbsent(name, spelling);
				if (earlier != null) {
					join(spelling, earlier, new Reason("known", earlier, 0, 0));
				}
			}
		});
	}

	private void joinByStudents(Pair pair) {
		SharedStudents shared = pair.shared();
		shared.counts().forEach((one, others) -> others.forEach((other, both) -> {
			if (!this.counts.containsKey(one) || !this.counts.containsKey(other)) {
				return;
			}
			double ofOne = (double) both / shared.left(one);
			double ofOther = (double) both / shared.right(other);
			boolean mutual = Math.min(ofOne, ofOther) >= NEARLY_ALL && both >= LEAST_SHARED;
			boolean alike = Likeness.ofColleges(one, other) != Likeness.NONE && Math.max(ofOne, ofOther) >= NEARLY_ALL;
			if (mutual || alike) {
				boolean byOther = ofOther >= ofOne;
				join(byOther ? other : one, byOther ? one : other, new Reason(shared.byMajor() ? "majors" : "students",
						byOther ? one : other, both, byOther ? shared.right(other) : shared.left(one)));
			}
		}));
	}

	/** Names alone decide where no student could. */
	private void joinByNames(List<Pair> pairs) {
		List<String> all = List.copyOf(this.counts.keySet());
		for (String one : all) {
			for (String other : all) {
				if (one.compareTo(other) < 0 && !root(one).equals(root(other)) && !isContradicted(one, other, pairs)) {
					byName(one, other, all);
				}
			}
		}
	}

	private void byName(String one, String other, List<String> all) {
		boolean oneSource = counts(one).keySet().stream().anyMatch(counts(other)::containsKey);
		Likeness likeness = Likeness.ofColleges(one, other);
		boolean same = Likeness.isWriting(one, other) || likeness == Likeness.SAME && !oneSource;
		boolean only = likeness == Likeness.ALIKE && !oneSource && alike(one, all) == 1 && alike(other, all) == 1;
		if (same || only) {
			String fewer = (rows(one) < rows(other)) ? one : other;
			String more = fewer.equals(one) ? other : one;
			join(fewer, more, new Reason(same ? "writing" : "name", more, 0, 0));
		}
	}

	private long alike(String spelling, List<String> all) {
		return all.stream()
			.filter((other) -> !other.equals(spelling) && !root(other).equals(root(spelling))
					&& Likeness.ofColleges(spelling, other) != Likeness.NONE)
			.map(this::root)
			.distinct()
			.count();
	}

	/** Whether students of both are known and hardly any has both. */
	private static boolean isContradicted(String one, String other, List<Pair> pairs) {
		return pairs.stream().map(Pair::shared).anyMatch((shared) -> {
			int both = shared.of(one, other) + shared.of(other, one);
			int least = Math.min(Math.max(shared.left(one), shared.right(one)),
					Math.max(shared.left(other), shared.right(other)));
			return least >= LEAST_SHARED && both < least * HARDLY_ANY;
		});
	}

	private void findOpen(Pair pair) {
		SharedStudents shared = pair.shared();
		Map<String, Map<String, Integer>> back = new LinkedHashMap<>();
		shared.counts()
			.forEach((one, others) -> others
				.forEach((other, both) -> back.computeIfAbsent(other, (name) -> new LinkedHashMap<>())
					.merge(one, both, Integer::sum)));
		List.of(shared.counts(), back).forEach((side) -> side.forEach((spelling, others) -> {
			int all = others.values().stream().mapToInt(Integer::intValue).sum();
			boolean alone = this.counts.containsKey(spelling) && size(spelling) == 1;
			boolean spread = others.values().stream().noneMatch((count) -> count >= all * NEARLY_ALL);
			if (alone && spread && all >= LEAST_SHARED && !others.containsKey(spelling)) {
				this.open.add(new Open(spelling, others));
			}
		}));
	}

	private long size(String spelling) {
		return this.parents.keySet().stream().filter((other) -> root(other).equals(root(spelling))).count();
	}

	private int rows(String spelling) {
		return counts(spelling).values().stream().mapToInt(Integer::intValue).sum();
	}

	private Map<SourceRole, Integer> counts(String spelling) {
		return this.counts.getOrDefault(spelling, Map.of());
	}

	private String root(String spelling) {
		String root = spelling;
		String parent = this.parents.getOrDefault(root, root);
		while (!parent.equals(root)) {
			root = parent;
			parent = this.parents.getOrDefault(root, root);
		}
		return root;
	}

	private void join(String spelling, String other, Reason reason) {
		if (!spelling.equals(other) && !root(spelling).equals(root(other))) {
			this.parents.put(root(spelling), root(other));
			this.reasons.putIfAbsent(spelling, reason);
		}
	}

	/**
	 * The colleges, those with the most rows first.
	 * @return the groups that a job file names
	 */
	List<CollegeGroup> groups() {
		List<CollegeGroup> all = all();
		return all.stream().filter((group) -> !isDoubtful(group, all)).toList();
	}

	/**
	 * Names of so few rows that they are rather a mistake than a college.
	 * @return the groups that somebody has to decide about
	 */
	List<CollegeGroup> doubtful() {
		List<CollegeGroup> all = all();
		return all.stream().filter((group) -> isDoubtful(group, all)).toList();
	}

	private static boolean isDoubtful(CollegeGroup group, List<CollegeGroup> all) {
		int rows = all.stream().mapToInt(CollegeGroup::rows).sum();
		return group.known().isEmpty() && group.rows() <= Math.max(1, rows / RARE) && group.rows() < LEAST_SHARED;
	}

	private List<CollegeGroup> all() {
		Map<String, List<String>> groups = this.counts.keySet()
			.stream()
			.collect(Collectors.groupingBy(this::root, LinkedHashMap::new, Collectors.toList()));
		CollegeNames names = new CollegeNames(this.counts, this.official, this.reasons);
		return groups.values()
			.stream()
			.map(names::group)
			.sorted(Comparator.comparingInt((CollegeGroup group) -> -group.rows()).thenComparing(CollegeGroup::name))
			.toList();
	}

	/** Spellings whose students are spread over several others. */
	List<Open> open() {
		return this.open;
	}

	/** Rows whose value is none of a college, or may be a person's. */
	long hidden() {
		return this.hidden;
	}

	/** The spellings that nothing resolves yet. */
	Set<String> unresolved() {
		return this.counts.keySet()
			.stream()
			.filter((spelling) -> !this.official.containsKey(spelling))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
