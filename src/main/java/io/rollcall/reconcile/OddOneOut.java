package io.rollcall.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.rollcall.campaign.Field;

/** Which of three sources stands alone. */
final class OddOneOut {

	/** From here on letters are none of pinyin without marks. */
	private static final int FIRST_LETTER_ABROAD = 0x80;

	private static final String SIGNS = "□○〇？�";

	private static final int PRIVATE = Character.PRIVATE_USE;

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

	/**
	 * The source that is the odd one out of a field, whatever is the matter with it: the
	 * only empty one, the only one cut, the only one with a character missing, else the
	 * one against a majority.
	 * @param field the field
	 * @param level what is the matter
	 * @param sides what the sources say, without values that cannot be compared
	 * @return the odd one, or empty when none stands alone
	 */
	static Optional<Side> of(Field field, Verdict.Level level, List<Side> sides) {
		List<Side> filled = sides.stream().filter((side) -> side.value() != null).toList();
		return switch (level) {
			case EQUAL, FORMAT_ONLY, BROAD_MAJOR -> Optional.empty();
			case MISSING -> only(sides, Side::isEmpty);
			case TRUNCATED -> only(filled,
					(side) -> filled.stream()
						.allMatch((other) -> other == side || other.text().length() > side.text().length()))
				.or(() -> only(filled, (side) -> side.kinds().contains("cut")));
			case GLYPH -> only(filled, OddOneOut::lacksGlyph).or(() -> majority(field, filled));
			case OTHER_DOCUMENT, DIFFERS -> majority(field, filled);
		};
	}

	private static Optional<Side> only(List<Side> sides, Predicate<Side> condition) {
		List<Side> found = sides.stream().filter(condition).toList();
		return (found.size() == 1 && sides.size() > 1) ? Optional.of(found.get(0)) : Optional.empty();
	}

	/** Whether something stands in place of a character: a sign, a letter of pinyin. */
	private static boolean lacksGlyph(Side side) {
		return side.text()
			.chars()
			.anyMatch((c) -> c < FIRST_LETTER_ABROAD || SIGNS.indexOf(c) >= 0 || Character.getType(c) == PRIVATE);
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
