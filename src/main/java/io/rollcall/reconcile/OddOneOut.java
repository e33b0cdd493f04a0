package io.rollcall.reconcile;

import java.util.List;
import java.util.Optional;

import io.rollcall.campaign.Field;

/** Which of three sources stands alone. */
final class OddOneOut {

	private OddOneOut() {
	}

	/**
	 * The source whose value differs while two others agree. Agreeing is judged as
	 * between two sources alone: a date without its day agrees with every day of its
	 * month.
	 * @param field the field
	 * @param sides what the sources say
	 * @return the odd one, or empty when no two of three agree
	 */
	static Optional<Side> majority(Field field, List<Side> sides) {
		List<Side> filled = sides.stream().filter((side) -> side.value() != null).toList();
		if (filled.size() < 3) {
			return Optional.empty();
		}
		return filled.stream().filter((side) -> isAlone(field, side, filled)).findFirst();
	}

	/** Whether a side agrees with nobody while all the others agree. */
	static boolean isAlone(Field field, Side side, List<Side> sides) {
		List<Side> others = sides.stream().filter((other) -> other != side).toList();
		return !others.isEmpty() && others.stream().noneMatch((other) -> agree(field, side, other))
				&& others.stream().allMatch((other) -> agree(field, others.get(0), other));
	}

	/** Whether two sides say the same, but for how they write it. */
	static boolean agree(Field field, Side first, Side second) {
		return first == second
				|| FieldComparison.compare(field, first, second).level().compareTo(Verdict.Level.FORMAT_ONLY) <= 0;
	}

}
