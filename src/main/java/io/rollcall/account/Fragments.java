package io.rollcall.account;

import java.util.List;
import java.util.Optional;

/**
 * The fragments in their order. Where the notice's texts hold one another, the order
 * decides. Strong fragments are tried first, also nearly; weak ones stand in several
 * texts and count only when no strong one does.
 */
final class Fragments {

	private static final List<Fragment> STRONG = load("strong");

	private static final List<Fragment> WEAK = load("weak");

	private Fragments() {
	}

	/**
	 * The problem that a folded text names.
	 * @param folded the text
	 * @return the hit, empty when no fragment stands in the text
	 */
	static Optional<Hit> find(String folded) {
		return find(STRONG, folded).or(() -> find(WEAK, folded));
	}

	private static Optional<Hit> find(List<Fragment> fragments, String folded) {
		for (Fragment fragment : fragments) {
			if (fragment.standsIn(folded)) {
				return Optional.of(new Hit(fragment.problem(), 0));
			}
		}
		Hit best = null;
		for (Fragment fragment : fragments) {
			double distance = fragment.distance(folded);
			if (distance < ((best != null) ? best.distance() : 1)) {
				best = new Hit(fragment.problem(), distance);
			}
		}
		return Optional.ofNullable(best);
	}

	private static List<Fragment> load(String weight) {
		return Tables.rows("fragments.tsv").stream().filter((row) -> row[1].equals(weight)).map(Fragment::of).toList();
	}

	/**
	 * A problem found.
	 *
	 * @param problem the problem
	 * @param distance the share of wrong characters
	 */
	record Hit(AccountProblem problem, double distance) {

	}

}
