package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import io.rollcall.identity.IdComparison;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.IdProblem;
import io.rollcall.identity.NameLikeness;
import io.rollcall.identity.ParsedDate;
import io.rollcall.identity.PersonName;

/**
 * Match weights in bits for each level of each comparison, after Fellegi and Sunter: log2
 * of how much likelier the level is for one person than for two. Argued from frequencies
 * of Chinese student records; docs/linking.md tells how.
 */
final class Weights {

	private static final double NAME_EQUAL = 17;

	private static final double NAME_COMMON = 10;

	private static final double NAME_DIFFERENT = -6.5;

	private static final double LIKE = 0.92;

	/** Longer names are Latin ones, in which one letter says little against. */
	private static final int LONGEST_HANZI_NAME = 6;

	private static final int COHORT_YEARS = 6;

	private static final int DAYS = 365;

	private final LinkSettings settings;

	private final ToLongFunction<String> namesakes;

	private final LatinName latin;

	private final double sameDate;

	private final double almostSameDate;

	/**
	 * Weights for a run.
	 * @param birthYears how many years the birth dates span: the more, the more a date
	 * says
	 * @param namesakes how many students of the run have a name
	 * @param latin what the words of Latin names say
	 */
	Weights(LinkSettings settings, int birthYears, ToLongFunction<String> namesakes, LatinName latin) {
		this.latin = latin;
		this.settings = settings;
		this.namesakes = namesakes;
		int years = Math.max(3, birthYears);
		this.sameDate = log2(0.76 * DAYS * years);
		// Of two people some 8 dates a year, and one digit of up to 20 years, are this
		// near by chance.
		this.almostSameDate = (years <= COHORT_YEARS) ? -1.5 : log2(0.015 * DAYS * years / (8 + Math.min(years, 20)));
	}

	/**
	 * The waterfall of a pair; empty where something rules the pair out.
	 * @param prior its first step
	 * @param argued which of the names, dates and further fields are compared; the others
	 * always are
	 */
	List<Contribution> compare(LinkRecord first, LinkRecord second, double prior, Predicate<String> argued) {
		List<Contribution> all = new ArrayList<>();
		all.add(new Contribution("prior", "prior", prior));
		boolean sameId = equal(first, second, "id_no");
		if (!idNumber(first, second, all)) {
			return List.of();
		}
		if (argued.test("name")) {
			name(first, second, all);
		}
		if (argued.test("birth_date")) {
			birthDate(first, second, sameId, all);
		}
		sex(first, second, sameId, all);
		number(first, second, "candidate_no", -6, all);
		number(first, second, "student_no", -3, all);
		place(first, second, all);
		this.settings.extras()
			.stream()
			.filter((extra) -> argued.test(extra.name()))
			.forEach((extra) -> extra(first, second, extra, all));
		return all;
	}

	/** Two sound numbers of one kind that differ are two people: a veto. */
	private static boolean idNumber(LinkRecord first, LinkRecord second, List<Contribution> all) {
		String one = first.value("id_no");
		String other = second.value("id_no");
		if (one == null || other == null) {
			return true;
		}
		if (one.equals(other)) {
			all.add(new Contribution("id_no", "equal", 25));
			return true;
		}
		IdNumber left = IdNumber.parse(one, null);
		IdNumber right = IdNumber.parse(other, null);
		IdComparison.Distance distance = IdComparison.distance(left, right);
		boolean near = distance == IdComparison.Distance.ONE_CHANGE || distance == IdComparison.Distance.ONE_SWAP;
		if (near) {
			all.add(new Contribution("id_no", "one_edit", 14));
			return true;
		}
		if (IdComparison.of(left, right).verdict() == IdComparison.Verdict.DIFFERENT_TYPE) {
			return true;
		}
		boolean sound = isSound(left) && isSound(right);
		all.add(new Contribution("id_no", "different", -10));
		return !sound;
	}

	private static boolean isSound(IdNumber id) {
		return !id.has(IdProblem.Category.CHECKSUM) && !id.has(IdProblem.Category.BIRTH);
	}

	private void name(LinkRecord first, LinkRecord second, List<Contribution> all) {
		String one = first.value("name");
		String other = second.value("name");
		if (one == null || other == null) {
			return;
		}
		if (LatinName.isLatin(one) && LatinName.isLatin(other) && !one.equals(other)) {
			double bits = Math.max(NAME_DIFFERENT, Math.min(NAME_EQUAL - 1, this.latin.bits(one, other)));
			String level = (bits > 0) ? "words_alike" : "different";
			all.add(new Contribution("name", level, bits));
			return;
		}
		NameLikeness likeness = NameLikeness.of(PersonName.parse(one), PersonName.parse(other));
		double bits = switch (likeness) {
			case EQUAL -> equalName(one);
			case SAME_WRITTEN_OTHERWISE -> 12;
			case SAME_PINYIN -> 8.5;
			case REORDERED, ONE_CHARACTER -> isLong(one) && isLong(other) ? 11 : 4;
			case SURNAME_ONLY, DIFFERENT -> isLong(one) && isLong(other) && JaroWinkler.similarity(one, other) >= LIKE
					? 7 : (likeness == NameLikeness.DIFFERENT) ? -6.5 : -3;
			case UNKNOWN -> 0;
		};
		all.add(new Contribution("name", likeness.name().toLowerCase(java.util.Locale.ROOT), bits));
	}

	/** A name that many have says less: one bit less for each doubling. */
	private double equalName(String name) {
		long others = Math.max(1, this.namesakes.applyAsLong(name) - 1);
		return Math.max(NAME_COMMON, NAME_EQUAL - log2(others));
	}

	/**
	 * Inside an equal ID number the date speaks only against; a date that the calendar
	 * does not have is wrong anyway and speaks only for.
	 */
	private void birthDate(LinkRecord first, LinkRecord second, boolean sameId, List<Contribution> all) {
		String one = first.value("birth_date");
		String other = second.value("birth_date");
		if (one == null || other == null) {
			return;
		}
		Contribution date = date("birth_date", one, other);
		boolean told = (date.bits() < 0) ? ParsedDate.parse(one).isValid() && ParsedDate.parse(other).isValid()
				: !sameId;
		if (told) {
			all.add(date);
		}
	}

	private Contribution date(String field, String one, String other) {
		if (one.equals(other)) {
			return new Contribution(field, "equal", this.sameDate);
		}
		if (one.startsWith(other) || other.startsWith(one)) {
			return new Contribution(field, "same_month", 5.5);
		}
		boolean whole = one.length() == 8 && other.length() == 8;
		if (whole && one.equals(other.substring(0, 4) + other.substring(6) + other.substring(4, 6))) {
			return new Contribution(field, "day_month", 2.5);
		}
		return (edits(one, other) == 1) ? new Contribution(field, "one_edit", this.almostSameDate)
				: new Contribution(field, "different", -7.6);
	}

	private static void sex(LinkRecord first, LinkRecord second, boolean sameId, List<Contribution> all) {
		String one = first.value("sex");
		String other = second.value("sex");
		if (one != null && other != null && !(sameId && one.equals(other))) {
			all.add(one.equals(other) ? new Contribution("sex", "equal", 0.9)
					: new Contribution("sex", "different", -7.3));
		}
	}

	private static void number(LinkRecord first, LinkRecord second, String field, double different,
			List<Contribution> all) {
		String one = first.value(field);
		String other = second.value(field);
		if (one != null && other != null) {
			boolean near = edits(one, other) == 1;
			all.add(one.equals(other) ? new Contribution(field, "equal", 20) : near
					? new Contribution(field, "one_edit", 1.4) : new Contribution(field, "different", different));
		}
	}

	/**
	 * Class, major and college depend on each other: only the deepest agreement counts.
	 */
	private static void place(LinkRecord first, LinkRecord second, List<Contribution> all) {
		String[] fields = { "class_no", "major_name", "college" };
		double[] bits = { 8.5, 1.7, -1.5 };
		boolean compared = false;
		for (int i = 0; i < fields.length; i++) {
			if (equal(first, second, fields[i])) {
				all.add(new Contribution(fields[i], "equal", bits[i]));
				return;
			}
			compared |= first.value(fields[i]) != null && second.value(fields[i]) != null;
		}
		if (compared) {
			all.add(new Contribution("college", "different", -6.5));
		}
	}

	private void extra(LinkRecord first, LinkRecord second, ExtraField extra, List<Contribution> all) {
		String one = first.value(extra.name());
		String other = second.value(extra.name());
		if (one == null || other == null) {
			return;
		}
		all.add(switch (extra.kind()) {
			case DATE -> date(extra.name(), one, other);
			case NUMBER -> one.equals(other) ? new Contribution(extra.name(), "equal", 8) : (edits(one, other) == 1)
					? new Contribution(extra.name(), "one_edit", 4) : new Contribution(extra.name(), "different", -4);
			case TEXT -> one.equals(other) ? new Contribution(extra.name(), "equal", 7)
					: (JaroWinkler.similarity(one, other) >= LIKE) ? new Contribution(extra.name(), "alike", 4)
							: new Contribution(extra.name(), "different", -3);
		});
	}

	private static boolean isLong(String name) {
		return name.codePointCount(0, name.length()) > LONGEST_HANZI_NAME;
	}

	private static double log2(double value) {
		return Math.log(value) / Math.log(2);
	}

	static boolean equal(LinkRecord first, LinkRecord second, String field) {
		return first.value(field) != null && first.value(field).equals(second.value(field));
	}

	/**
	 * Counts substitutions, or one swap of neighbours as one; texts of unequal length are
	 * far apart.
	 */
	private static int edits(String one, String other) {
		if (one.length() != other.length()) {
			return Integer.MAX_VALUE;
		}
		int edits = 0;
		for (int i = 0; i < one.length(); i++) {
			if (one.charAt(i) != other.charAt(i)) {
				edits++;
				boolean swapped = i + 1 < one.length() && one.charAt(i) == other.charAt(i + 1)
						&& one.charAt(i + 1) == other.charAt(i);
				i += swapped ? 1 : 0;
			}
		}
		return edits;
	}

}
