package io.rollcall.setup;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.rollcall.campaign.Colleges;
import io.rollcall.campaign.SourceRole;
import io.rollcall.setup.CollegeGroup.Reason;

/** Chooses which of the spellings of a college is proposed as its official name. */
final class CollegeNames {

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,10}");

	/** What no file may be called, as the colleges' workbooks are called after them. */
	private static final Pattern UNFIT = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]");

	private static final Pattern REMARKED = Pattern.compile("\\d.*|.*[)）]");

	private final Map<String, Map<SourceRole, Integer>> counts;

	private final Map<String, String> official;

	private final Map<String, Reason> reasons;

	/**
	 * A choice.
	 * @param counts in which sources each spelling stands, and how often
	 * @param official spellings that the campaign knows
	 * @param reasons why spellings were joined
	 */
	CollegeNames(Map<String, Map<SourceRole, Integer>> counts, Map<String, String> official,
			Map<String, Reason> reasons) {
		this.counts = counts;
		this.official = official;
		this.reasons = reasons;
	}

	/** The college that spellings mean. */
	CollegeGroup group(List<String> members) {
		String best = members.stream()
			.min(Comparator.comparingInt(this::rank)
				.thenComparing((name) -> isShort(name, members))
				.thenComparing(this::weight)
				.thenComparing(Comparator.naturalOrder()))
			.orElseThrow();
		Optional<String> code = members.stream()
			.filter((name) -> CODE.matcher(name).matches() && !name.equals(best))
			.findFirst();
		Optional<String> known = members.stream().map(this.official::get).filter((name) -> name != null).findFirst();
		TreeMap<String, Reason> spellings = new TreeMap<>();
		members.stream()
			.filter((name) -> !name.equals(best))
			.forEach((name) -> spellings.put(name, this.reasons.getOrDefault(name, mirrored(name, members))));
		Map<String, Map<SourceRole, Integer>> counted = new LinkedHashMap<>();
		members.forEach((name) -> counted.put(name, this.counts.getOrDefault(name, Map.of())));
		String official = UNFIT.matcher(best).replaceAll("·");
		if (!official.equals(best)) {
			spellings.put(best, new Reason("writing", official, 0, 0));
		}
		return new CollegeGroup(official, known, code, spellings, counted);
	}

	/**
	 * Whether another whole name of the college is longer: the official one seldom is
	 * short.
	 */
	private boolean isShort(String name, List<String> members) {
		return members.stream().anyMatch((other) -> rank(other) == rank(name) && Likeness.isShortForm(name, other));
	}

	/** The reason stands with the spelling that was joined, which may be the best one. */
	private Reason mirrored(String name, List<String> members) {
		return members.stream()
			.flatMap((member) -> Optional.ofNullable(this.reasons.get(member))
				.filter((reason) -> reason.other().equals(name))
				.map((reason) -> new Reason(reason.key(), member, reason.same(), reason.of()))
				.stream())
			.findFirst()
			.orElse(new Reason("writing", name, 0, 0));
	}

	/**
	 * Whole names of colleges first, then departments and names with a number or a
	 * remark, cut names, and codes last.
	 */
	private int rank(String name) {
		if (CODE.matcher(name).matches()) {
			return 4;
		}
		if (!CollegeGroups.UNIT.matcher(name).matches()) {
			return 3;
		}
		boolean cut = Colleges.isCut(name) && this.counts.keySet()
			.stream()
			.anyMatch((other) -> other.length() > name.length() && other.startsWith(name));
		return cut ? 2 : (name.endsWith("系") || REMARKED.matcher(name).matches()) ? 1 : 0;
	}

	/** The school's own system says what its colleges are called today. */
	private int weight(String name) {
		Map<SourceRole, Integer> found = this.counts.getOrDefault(name, Map.of());
		int own = found.getOrDefault(SourceRole.ROSTER, 0);
		return (own > 0) ? -own - 1_000_000 : -found.values().stream().mapToInt(Integer::intValue).sum();
	}

}
