package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.MajorGroups;
import io.rollcall.identity.MatchLevel;
import io.rollcall.identity.TextComparison;
import org.jspecify.annotations.Nullable;

/**
 * Recognises 大类招生 (docs/rules.md, "Broad majors"): students admitted to one broad major
 * stand in a few majors of the roster. What the job file's cross-walk names is no
 * difference; what only looks so is a question and no error.
 */
final class BroadMajors {

	private static final Pattern NAMED_SO = Pattern.compile(".+(类|试验班|实验班)(\\([^()]*\\)|（[^（）]*）)*");

	/** A major with a smaller share of the students is a mistake of somebody. */
	private static final int LEAST_SHARE = 20;

	/** Without a telling name it takes as many students, all of them elsewhere. */
	private static final long LEAST_STUDENTS = 10;

	private static final long LEAST_OF_MAJOR = 3;

	private static final int FEW = 6;

	private final MajorGroups groups;

	private final Map<String, Broad> recognised = new HashMap<>();

	private final Map<String, Boolean> related = new HashMap<>();

	private Map<String, Long> spread = new LinkedHashMap<>();

	private @Nullable String current;

	/**
	 * A major whose students were divided.
	 *
	 * @param name the broad major
	 * @param students how many of its students stand in one of the majors
	 * @param majors the majors, the largest first
	 */
	record Broad(String name, long students, List<String> majors) {
	}

	BroadMajors(MajorGroups groups) {
		this.groups = groups;
	}

	/** Counts the students of a run, whose rows come by broad majors. */
	static BroadMajors of(Statements statements, JudgeContext context) {
		BroadMajors majors = new BroadMajors(context.campaign().rules().majorGroups());
		statements.run("broad_majors");
		statements.each("select broad, major, students from major_spread order by broad, students desc, major",
				(row) -> majors.count(row.getString("broad"), row.getString("major"), row.getLong("students")));
		majors.end();
		return majors;
	}

	void count(String broad, String major, long students) {
		if (!broad.equals(this.current)) {
			end();
			this.current = broad;
		}
		this.spread.put(major, students);
	}

	void end() {
		if (this.current != null) {
			recognise(this.current, this.spread).ifPresent((broad) -> this.recognised.put(broad.name(), broad));
		}
		this.current = null;
		this.spread = new LinkedHashMap<>();
	}

	private static Optional<Broad> recognise(String name, Map<String, Long> spread) {
		long total = spread.values().stream().mapToLong(Long::longValue).sum();
		long same = 0;
		long divided = 0;
		long smallest = total;
		List<String> majors = new ArrayList<>();
		for (Map.Entry<String, Long> each : spread.entrySet()) {
			if (TextComparison.ofMajors(name, each.getKey()).level() != MatchLevel.DIFFERENT) {
				same += each.getValue();
			}
			else if (each.getValue() * LEAST_SHARE >= total) {
				majors.add(each.getKey());
				divided += each.getValue();
				smallest = Math.min(smallest, each.getValue());
			}
		}
		boolean named = NAMED_SO.matcher(name).matches() && divided > same;
		boolean everybody = same == 0 && total >= LEAST_STUDENTS && smallest >= LEAST_OF_MAJOR && majors.size() > 1
				&& majors.size() <= FEW;
		return (!majors.isEmpty() && (named || everybody)) ? Optional.of(new Broad(name, divided, majors))
				: Optional.empty();
	}

	/** Compares what two sources say of a field, of majors with regard to broad ones. */
	Verdict compare(Field field, Side first, Side second) {
		Verdict verdict = FieldComparison.compare(field, first, second);
		if (verdict.level() != Verdict.Level.DIFFERS || !field.name().equals("major_name")) {
			return verdict;
		}
		if (this.related.computeIfAbsent(first.value() + '\n' + second.value(),
				(pair) -> this.groups.relate(first.value(), second.value()))) {
			return Verdict.of(Verdict.Level.FORMAT_ONLY, "judge.majorGroup");
		}
		return find(first.text(), second.text()).isPresent() ? Verdict.of(Verdict.Level.BROAD_MAJOR) : verdict;
	}

	/** The broad major that explains why two sources differ. */
	Optional<Broad> find(List<Side> sides) {
		return sides.stream()
			.flatMap((first) -> sides.stream().map((second) -> find(first.text(), second.text())))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<Broad> find(String first, String second) {
		return held(first, second).or(() -> held(second, first));
	}

	private Optional<Broad> held(String broad, String major) {
		return Optional.ofNullable(this.recognised.get(broad)).filter((found) -> found.majors().contains(major));
	}

}
